package dev.inkling.cli;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.explain.Activations;
import dev.inkling.explain.Occlusion;
import dev.inkling.explain.Robustness;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.Recognizer;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures this machine: medians and the slowest hundredth, on digits that Inkling writes. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
  private static final int RECOGNITIONS = 1_000;
  private static final int WARM_UP = 300;
  private static final int EVALUATIONS = 5;
  private static final int IMAGES = 2_000;
  private static final int EXPLANATIONS = 10;

  private final Shell shell;
  private final Commands.WindowProbe windowProbe;

  @Option(names = "--model", paramLabel = "NAME|DIR", descriptionKey = "cli.option.model")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--training")
  private boolean isTraining;

  @Option(names = "--json")
  private boolean isJson;

  BenchCommand(Shell shell, Commands.WindowProbe windowProbe) {
    this.shell = shell;
    this.windowProbe = windowProbe;
  }

  private record Row(String work, String unit, double median, double p99, int samples) {}

  @Override
  public Integer call() throws Exception {
    long begin = System.nanoTime();
    EngineSetup.engine();
    print(new Row("engine-load", "ms", millisecondsSince(begin), millisecondsSince(begin), 1));
    try (Classifier classifier = shell.classifier(model)) {
      Drawing first = Synthetic.drawing(7, new SplittableRandom(7));
      Recognizer.recognize(first, classifier);
      double sinceStart =
          System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
      print(new Row("start-to-first-recognition", "ms", sinceStart, sinceStart, 1));
      evaluation(classifier);
      EngineSetup.useThisThreadOnly(); // as the pad's own thread does
      recognition(classifier);
      inside(classifier);
    }
    for (Commands.Measurement each : windowProbe.measure(isTraining)) {
      print(row(each.work(), each.unit(), each.samples()));
    }
    return 0;
  }

  private void recognition(Classifier classifier) {
    SplittableRandom random = new SplittableRandom(1);
    DoubleSupplier one =
        () -> {
          Drawing drawing = Synthetic.drawing(random.nextInt(10), random);
          long begin = System.nanoTime();
          Recognizer.recognize(drawing, classifier);
          return millisecondsSince(begin);
        };
    print(row("recognition", "ms", samples(one, WARM_UP, RECOGNITIONS)));
  }

  /** What the window computes of a drawing's way through the network. */
  private void inside(Classifier classifier) {
    Drawing drawing = Synthetic.drawing(8, new SplittableRandom(8));
    GreyImage framed = Recognizer.recognize(drawing, classifier).framed();
    try (Activations activations = new Activations(classifier.model())) {
      time("activations", WARM_UP, RECOGNITIONS, () -> activations.of(framed));
    }
    time("occlusion", 2, EXPLANATIONS, () -> Occlusion.of(framed, classifier));
    time("robustness", 2, EXPLANATIONS, () -> Robustness.of(drawing, classifier));
  }

  private void time(String name, int warmUp, int count, Runnable work) {
    DoubleSupplier one =
        () -> {
          long begin = System.nanoTime();
          work.run();
          return millisecondsSince(begin);
        };
    print(row(name, "ms", samples(one, warmUp, count)));
  }

  private void evaluation(Classifier classifier) {
    DataSet data = Synthetic.dataSet(10, IMAGES);
    DoubleSupplier one =
        () -> {
          long begin = System.nanoTime();
          Evaluation.of(classifier, data.test(), done -> {});
          return IMAGES / millisecondsSince(begin) * 1000;
        };
    print(row("evaluation", "images/s", samples(one, 1, EVALUATIONS)));
  }

  private static double[] samples(DoubleSupplier work, int warmUp, int count) {
    for (int i = 0; i < warmUp; i++) {
      work.getAsDouble();
    }
    double[] samples = new double[count];
    Arrays.setAll(samples, _ -> work.getAsDouble());
    return samples;
  }

  private static double millisecondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }

  private static Row row(String work, String unit, double[] samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    return new Row(
        work,
        unit,
        sorted[sorted.length / 2],
        sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * 0.99))],
        sorted.length);
  }

  private void print(Row row) {
    if (isJson) {
      shell.json(row);
    } else {
      shell.result(
          "cli.bench.row",
          String.format("%-28s", row.work),
          String.format("%,10.2f", row.median),
          String.format("%,10.2f", row.p99),
          row.unit,
          row.samples);
    }
  }
}
