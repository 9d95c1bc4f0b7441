package dev.inkling.bench;

import dev.inkling.data.Kept;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import dev.inkling.train.SignTraining;
import java.util.ArrayList;
import java.util.List;

/**
 * How well signs are learned that a network never saw: made-up people draw five signs ten times
 * each, the network learns them, and reads fifty other drawings of each by the same person.
 */
final class SignBench {
  /** Drawings of a sign that are learned. */
  private static final int LEARNED = 10;

  /** Drawings of a sign that are read. */
  private static final int READ = 50;

  private static final int PEOPLE = 6;

  private static final String[] COLLECTIONS = {"shapes", "arithmetic", "characters"};

  private final Model model;

  SignBench(Model model) {
    this.model = model;
  }

  List<BenchRow> measure() {
    List<BenchRow> rows = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    for (int collection = 0; collection < COLLECTIONS.length; collection++) {
      double[] right = new double[PEOPLE];
      for (int person = 0; person < PEOPLE; person++) {
        right[person] = 100 * right(SignHand.five(collection), person, seconds);
      }
      rows.add(BenchRow.of("signs right, " + COLLECTIONS[collection], "%", right));
    }
    rows.add(
        BenchRow.of(
            "signs learned", "s", seconds.stream().mapToDouble(Double::doubleValue).toArray()));
    return rows;
  }

  private double right(List<String> signs, int person, List<Double> seconds) {
    SignHand hand = new SignHand(person);
    List<Kept> drawings = new ArrayList<>();
    for (int time = 0; time < LEARNED; time++) {
      for (int label = 0; label < signs.size(); label++) {
        drawings.add(Kept.of(hand.draw(signs.get(label), time), label, null, null));
      }
    }
    long begin = System.nanoTime();
    SignTraining.Task task = new SignTraining.Task(model, drawings, signs, "signs", "bench");
    Model learned = new SignTraining(task, _ -> {}).learn().orElseThrow();
    seconds.add((System.nanoTime() - begin) / 1e9);
    try (Classifier classifier = new Classifier(learned)) {
      int right = 0;
      for (int label = 0; label < signs.size(); label++) {
        String sign = signs.get(label);
        List<Drawing> others = new ArrayList<>();
        for (int time = LEARNED; time < LEARNED + READ; time++) {
          others.add(hand.draw(sign, time));
        }
        for (Recognition read : Recognizer.recognize(others, classifier)) {
          right += !read.isBlank() && read.digit() == label ? 1 : 0;
        }
      }
      return (double) right / (signs.size() * READ);
    }
  }
}
