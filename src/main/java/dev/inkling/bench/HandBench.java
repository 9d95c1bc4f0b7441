package dev.inkling.bench;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.Doodles;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.ImageSource;
import dev.inkling.data.Kept;
import dev.inkling.evaluate.BeforeAfter;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import dev.inkling.train.HandTraining;
import dev.inkling.train.HandTraining.Learned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well hands are learned: of each writer the first three drawings of each digit are learned,
 * and all others of that writer read.
 */
final class HandBench {
  /** Drawings of a digit that are learned. */
  private static final int LEARNED = 3;

  /** Drawings of no digit that must be refused. */
  private static final int DOODLES = 500;

  private static final int SEED = 5;

  private final Model model;
  private final @Nullable DataSet mnist;
  private final List<Drawing> doodles;
  private final List<BenchRow> rows = new ArrayList<>();

  /** A bench of a model, which looks at MNIST too where it is. */
  HandBench(Model model, DataSource source) {
    this.model = model;
    ImageSource images = ImageSource.of(DataSource.MNIST);
    mnist = images.isHere(source) ? images.load(source, DownloadProgress.SILENT) : null;
    SplittableRandom random = new SplittableRandom(SEED);
    doodles = Stream.generate(() -> Doodles.drawing(random)).limit(DOODLES).toList();
  }

  /** The figures of one writer, before and after. */
  private record Figures(
      int count, double[] right, double[] answered, double[] refused, Learned learned) {}

  /** Learns and reads each writer's drawings, in the order in which the writers come. */
  List<BenchRow> measure(List<Kept> drawings) {
    Map<String, List<Kept>> writers = new LinkedHashMap<>();
    for (Kept kept : drawings) {
      String writer = Objects.requireNonNullElse(kept.writer(), "unnamed");
      writers.computeIfAbsent(writer, _ -> new ArrayList<>()).add(kept);
    }
    long begin = System.nanoTime();
    HandTraining.prepare(model, mnist);
    row("seconds to get ready, once", "s", (System.nanoTime() - begin) / 1e9);
    List<Figures> all = new ArrayList<>();
    writers.forEach(
        (writer, own) -> {
          Figures figures = figures(writer, own);
          if (figures != null) {
            all.add(figures);
          }
        });
    if (!all.isEmpty()) {
      sum(all);
    }
    return rows;
  }

  private @Nullable Figures figures(String writer, List<Kept> own) {
    List<Kept> learned = new ArrayList<>();
    List<Kept> others = new ArrayList<>();
    int[] met = new int[Digits.CLASSES];
    own.forEach(kept -> (met[kept.label()]++ < LEARNED ? learned : others).add(kept));
    if (others.isEmpty()) {
      return null;
    }
    HandTraining.Task task = new HandTraining.Task(model, learned, mnist, "bench", writer);
    Learned outcome = new HandTraining(task, new HandTraining.Listener() {}).run().orElseThrow();
    double[] right = {right(model, others), right(outcome.model(), others)};
    double[] answered = {answered(model, others), answered(outcome.model(), others)};
    double[] refused = {refused(model), refused(outcome.model())};
    row("hand " + writer + ", before", "%", 100 * right[0] / others.size());
    row("hand " + writer + ", after", "%", 100 * right[1] / others.size());
    return new Figures(others.size(), right, answered, refused, outcome);
  }

  private void sum(List<Figures> all) {
    double count = all.stream().mapToInt(Figures::count).sum();
    for (int i = 0; i < 2; i++) {
      int when = i;
      String name = i == 0 ? "before" : "after";
      double right = all.stream().mapToDouble(one -> one.right[when]).sum();
      row("all hands, " + name, "%", 100 * right / count);
      row("errors, " + name, "", count - right);
      double answered = all.stream().mapToDouble(one -> one.answered[when]).sum();
      row("all hands, answered right, " + name, "%", 100 * answered / count);
      double[] refused = all.stream().mapToDouble(one -> 100 * one.refused[when]).toArray();
      row("no digits refused, " + name, "%", refused);
      if (mnist != null) {
        row("MNIST test, " + name, "%", all.stream().mapToDouble(f -> test(f, when)).toArray());
      }
    }
    row("seconds to learn", "s", all.stream().mapToDouble(one -> one.learned.seconds()).toArray());
  }

  private static double test(Figures figures, int when) {
    BeforeAfter test = Objects.requireNonNull(figures.learned.mnist());
    return 100 * (when == 0 ? test.accuracyBefore() : test.accuracyAfter());
  }

  private void row(String work, String unit, double... samples) {
    rows.add(BenchRow.of(work, unit, samples));
  }

  private static double right(Model reader, List<Kept> drawings) {
    List<Recognition> read = read(reader, drawings.stream().map(Kept::drawing).toList());
    int right = 0;
    for (int i = 0; i < read.size(); i++) {
      boolean isRight = !read.get(i).isBlank() && read.get(i).digit() == drawings.get(i).label();
      right += isRight ? 1 : 0;
    }
    return right;
  }

  /** Those that are read right and are not taken for something else than a digit. */
  private static double answered(Model reader, List<Kept> drawings) {
    List<Recognition> read = read(reader, drawings.stream().map(Kept::drawing).toList());
    int right = 0;
    for (int i = 0; i < read.size(); i++) {
      boolean isRight = read.get(i).isDigit() && read.get(i).digit() == drawings.get(i).label();
      right += isRight ? 1 : 0;
    }
    return right;
  }

  private double refused(Model reader) {
    long refused = read(reader, doodles).stream().filter(one -> !one.isDigit()).count();
    return (double) refused / doodles.size();
  }

  private static List<Recognition> read(Model reader, List<Drawing> drawings) {
    try (Classifier classifier = Classifier.steady(reader)) {
      return Recognizer.recognize(drawings, classifier);
    }
  }
}
