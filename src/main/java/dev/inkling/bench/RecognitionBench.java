package dev.inkling.bench;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.explain.Activations;
import dev.inkling.explain.Ascent;
import dev.inkling.explain.EpochLook;
import dev.inkling.explain.EpochMaps;
import dev.inkling.explain.Fooling;
import dev.inkling.explain.Lesson;
import dev.inkling.explain.Occlusion;
import dev.inkling.explain.Robustness;
import dev.inkling.explain.Saliency;
import dev.inkling.explain.Sensitivity;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.Network;
import dev.inkling.recognize.Recognizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures what a trained network does, on digits that Inkling writes. */
final class RecognitionBench {
  private static final int RECOGNITIONS = 1_000;
  private static final int WARM_UP = 300;

  /** Until Java has compiled what single images are read with, a second or so. */
  private static final int RECOGNITION_WARM_UP = 3_000;

  private static final int EVALUATIONS = 5;
  private static final int IMAGES = 10_000;
  private static final int FILMS = 3;
  private static final int EPOCHS = 10;
  private static final int FILM_IMAGES = 500;
  private static final int EXPLANATIONS = 10;

  /** Of what takes a second. */
  private static final int PATIENT = 5;

  private RecognitionBench() {}

  /** Drawings one by one, from strokes to probabilities; and the network by itself. */
  static List<BenchRow> recognition(Classifier classifier) {
    SplittableRandom random = new SplittableRandom(1);
    DoubleSupplier one =
        () -> {
          Drawing drawing = Synthetic.drawing(random.nextInt(10), random);
          long begin = System.nanoTime();
          Recognizer.recognize(drawing, classifier);
          return millisecondsSince(begin);
        };
    GreyImage framed = Recognizer.recognize(Synthetic.drawing(7, random), classifier).framed();
    return List.of(
        BenchRow.of("recognition", "ms", samples(one, RECOGNITION_WARM_UP, RECOGNITIONS)),
        time("network-alone", WARM_UP, RECOGNITIONS, () -> classifier.firstLook(List.of(framed))));
  }

  /** What the window computes of a drawing's way through the network. */
  static List<BenchRow> inside(Classifier classifier) {
    Drawing drawing = Synthetic.drawing(8, new SplittableRandom(8));
    GreyImage framed = Recognizer.recognize(drawing, classifier).framed();
    Model model = classifier.model();
    Lesson.Question one =
        new Lesson.Question(
            model, model.card().recipe().with(r -> r.clip = 0), List.of(framed), new int[] {3});
    try (Activations activations = new Activations(model);
        Lesson lesson = new Lesson();
        Sensitivity slopes = new Sensitivity(model)) {
      return List.of(
          time("activations", WARM_UP, RECOGNITIONS, () -> activations.of(framed)),
          time("one-step", WARM_UP, EXPLANATIONS * 5, () -> lesson.step(one, 1e-4)),
          time("occlusion", 2, EXPLANATIONS, () -> Occlusion.of(framed, classifier)),
          time("robustness", 2, EXPLANATIONS, () -> Robustness.of(drawing, classifier)),
          time("saliency", 2, EXPLANATIONS, () -> Saliency.of(framed, slopes)),
          time("dream", 1, PATIENT, () -> dream(slopes, 8, 1)),
          time("dream-all-classes", 1, PATIENT, () -> dream(slopes, 0, 10)),
          time(
              "fooling",
              1,
              PATIENT,
              () -> new Fooling(three(framed), slopes, classifier, () -> true).smallest()),
          time("film", 1, FILMS, () -> film(model, framed)));
    }
  }

  private static Fooling.Question three(GreyImage framed) {
    return new Fooling.Question(framed, 3, Fooling.Method.PGD);
  }

  /** As many steps as the window makes, for some classes at once. */
  private static void dream(Sensitivity slopes, int first, int count) {
    Ascent.Dream dream =
        Ascent.begin(new Ascent.Question(slopes.logits(), null, first, count, null, true), slopes);
    while (dream.steps() < Ascent.STEPS) {
      dream = Ascent.next(dream, slopes);
    }
  }

  /** What a run of {@link #EPOCHS} epochs takes until all of its film can be gone through. */
  private static void film(Model model, GreyImage framed) {
    Digits images = Synthetic.digits(FILM_IMAGES, 5);
    List<@Nullable EpochLook> looks = new ArrayList<>();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      try (Classifier reader = new Classifier(model)) {
        reader.probabilities(framed);
        looks.add(EpochLook.of(reader, images));
      }
    }
    EpochMaps.of(looks);
  }

  /** Images a second: with the second look at those it is unsure of, and the network by itself. */
  static List<BenchRow> evaluation(Classifier classifier) {
    Digits digits = Synthetic.dataSet(10, IMAGES).test();
    List<GreyImage> images = IntStream.range(0, IMAGES).mapToObj(digits::image).toList();
    double operations = Network.operations(classifier.model().card().parsedLayers());
    return List.of(
        rate("evaluation", () -> Evaluation.of(classifier, digits, done -> {}))
            .withOperations(operations),
        rate("network-batches", () -> classifier.firstLook(images)).withOperations(operations));
  }

  private static BenchRow rate(String name, Runnable readsAll) {
    DoubleSupplier one =
        () -> {
          long begin = System.nanoTime();
          readsAll.run();
          return IMAGES / millisecondsSince(begin) * 1000;
        };
    return BenchRow.of(name, "images/s", samples(one, 1, EVALUATIONS));
  }

  private static BenchRow time(String name, int warmUp, int count, Runnable work) {
    DoubleSupplier one =
        () -> {
          long begin = System.nanoTime();
          work.run();
          return millisecondsSince(begin);
        };
    return BenchRow.of(name, "ms", samples(one, warmUp, count));
  }

  private static double[] samples(DoubleSupplier work, int warmUp, int count) {
    double[] samples = new double[warmUp + count];
    Arrays.setAll(samples, _ -> work.getAsDouble());
    return Arrays.copyOfRange(samples, warmUp, samples.length);
  }

  private static double millisecondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }
}
