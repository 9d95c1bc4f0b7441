package dev.inkling.cli;

import dev.inkling.data.Classes;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.Evaluation.PerClass;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was read as what, class by class, as tables for a terminal. */
final class ClassTables {
  /** A matrix of more classes is wider than any terminal. */
  private static final int MOST_IN_MATRIX = 20;

  /** Of the pairs that are told where there is no matrix. */
  private static final int MOST_PAIRS = 20;

  /** Width of a digit's column. */
  private static final int NAME = 5;

  private final Shell shell;
  private final Evaluation evaluation;
  private final int width;

  ClassTables(Shell shell, Evaluation evaluation) {
    this.shell = shell;
    this.evaluation = evaluation;
    width = evaluation.classes().stream().mapToInt(String::length).reduce(NAME, Math::max);
  }

  void print() {
    shell.out().println();
    printClasses();
    shell.out().println();
    if (evaluation.classes().size() > MOST_IN_MATRIX) {
      printPairs();
    } else {
      printMatrix();
    }
  }

  private void printClasses() {
    shell.out().println(" ".repeat(width - NAME) + shell.messages().get("cli.evaluate.header"));
    for (PerClass line : evaluation.perClass()) {
      shell
          .out()
          .println(
              name(line.label())
                  + shell.format(
                      " %7d %10s %10s %10s",
                      line.count(),
                      percent(shell, line.precision()),
                      percent(shell, line.recall()),
                      percent(shell, line.f1())));
    }
  }

  private String name(int label) {
    String name = Printable.of(evaluation.classes().get(label));
    return " ".repeat(Math.max(0, width - name.length())) + name;
  }

  private void printMatrix() {
    boolean areDigits = Classes.areDigits(evaluation.classes());
    shell.result("cli.evaluate.confusion");
    for (int label = 0; label < evaluation.confusion().length; label++) {
      String counts =
          Arrays.stream(evaluation.confusion()[label])
              .mapToObj(n -> shell.format("%6d", n))
              .collect(Collectors.joining());
      shell.out().println(areDigits ? counts : name(label) + counts);
    }
  }

  private record Pair(int label, int readAs, int count) {}

  private void printPairs() {
    int[][] confusion = evaluation.confusion();
    List<Pair> pairs =
        IntStream.range(0, confusion.length)
            .boxed()
            .flatMap(t -> row(t, confusion[t]))
            .sorted(Comparator.comparingInt(Pair::count).reversed())
            .limit(MOST_PAIRS)
            .toList();
    shell.result("cli.evaluate.pairs");
    pairs.forEach(
        pair ->
            shell
                .out()
                .println(
                    name(pair.label)
                        + " → "
                        + Printable.of(evaluation.classes().get(pair.readAs))
                        + shell.format(": %d", pair.count)));
  }

  private static Stream<Pair> row(int label, int[] counts) {
    return IntStream.range(0, counts.length)
        .filter(readAs -> readAs != label && counts[readAs] > 0)
        .mapToObj(readAs -> new Pair(label, readAs, counts[readAs]));
  }

  static String percent(Shell shell, @Nullable Double value) {
    return value == null ? "–" : shell.format("%.2f %%", value * 100);
  }
}
