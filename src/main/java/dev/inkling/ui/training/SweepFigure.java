package dev.inkling.ui.training;

import dev.inkling.chart.ParallelFigure;
import dev.inkling.chart.ParallelFigure.Axis;
import dev.inkling.chart.ParallelFigure.Kind;
import dev.inkling.chart.ParallelFigure.Line;
import dev.inkling.chart.ParallelFigure.Mark;
import dev.inkling.chart.ValueFormat;
import dev.inkling.model.RecipeField;
import dev.inkling.run.Sweep;
import dev.inkling.run.Sweep.State;
import dev.inkling.run.Sweep.Trial;
import dev.inkling.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A sweep as parallel coordinates: its fields, and at the right what came of them. */
final class SweepFigure {
  /** More labels than these on an axis are too many. */
  private static final int MOST_MARKS = 6;

  /** Values that are so many times as large as others lie apart by ratios. */
  private static final double WIDE = 10;

  private final Texts texts;
  private final Sweep sweep;

  private SweepFigure(Texts texts, Sweep sweep) {
    this.texts = texts;
    this.sweep = sweep;
  }

  /** The figure of a sweep; of none an empty one. */
  static ParallelFigure of(Texts texts, @Nullable Sweep sweep) {
    String title = texts.get("sweep.chart");
    String empty = texts.get("sweep.chart.empty");
    return sweep == null
        ? new ParallelFigure(title, empty, List.of(), List.of())
        : new SweepFigure(texts, sweep).figure(title, empty);
  }

  /** A field’s values with their places. */
  private record Scale(List<String> values, double[] places) {}

  private ParallelFigure figure(String title, String empty) {
    List<Axis> axes = new ArrayList<>();
    List<Scale> scales = new ArrayList<>();
    for (RecipeField field : sweep.fields()) {
      Scale scale = scale(field);
      scales.add(scale);
      axes.add(new Axis(texts.get(field.nameKey()), marks(field, scale)));
    }
    double[] range = range();
    axes.add(new Axis(texts.get("sweep.accuracy"), accuracies(range)));
    List<Line> lines =
        IntStream.range(0, sweep.trials().size())
            .filter(i -> sweep.trials().get(i).run() != null)
            .mapToObj(i -> line(i, scales, range))
            .toList();
    return new ParallelFigure(title, empty, axes, lines);
  }

  private Scale scale(RecipeField field) {
    List<String> values =
        sweep.trials().stream()
            .map(trial -> Objects.requireNonNull(trial.values().get(field.key())))
            .distinct()
            .sorted(Comparator.comparingDouble(value -> number(field, value)))
            .toList();
    double low = number(field, values.getFirst());
    double high = number(field, values.getLast());
    boolean isLog = low > 0 && high / low >= WIDE;
    double[] places = new double[values.size()];
    for (int i = 0; i < places.length; i++) {
      double value = number(field, values.get(i));
      double part =
          isLog ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
      places[i] = high > low ? part : 0.5;
    }
    return new Scale(values, places);
  }

  /** Choices have the order in which they are listed. */
  private static double number(RecipeField field, String value) {
    return switch (field.limit().value(value)) {
      case Number number -> number.doubleValue();
      case Enum<?> choice -> choice.ordinal();
      case null, default -> value.isEmpty() ? 0 : value.hashCode();
    };
  }

  /** Of many values the first, the last and those that lie apart. */
  private List<Mark> marks(RecipeField field, Scale scale) {
    List<Mark> marks = new ArrayList<>();
    double last = -1;
    for (int i = 0; i < scale.values.size(); i++) {
      double place = scale.places[i];
      if (place - last >= 1.0 / MOST_MARKS || last < 0) {
        marks.add(new Mark(text(texts, field, scale.values.get(i)), place));
        last = place;
      }
    }
    return marks;
  }

  /** A value of a field, in words. */
  static String text(Texts texts, RecipeField field, String value) {
    return FieldTexts.value(texts, field.limit().value(value));
  }

  /** Lowest and highest accuracy. */
  private double[] range() {
    double[] all =
        sweep.trials().stream()
            .map(Trial::accuracy)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return all.length == 0 ? new double[] {0, 1} : new double[] {all[0], all[all.length - 1]};
  }

  private static List<Mark> accuracies(double[] range) {
    return range[0] == range[1]
        ? List.of(new Mark(ValueFormat.percent(range[0], 1), 0.5))
        : List.of(
            new Mark(ValueFormat.percent(range[0], 1), 0),
            new Mark(ValueFormat.percent((range[0] + range[1]) / 2, 1), 0.5),
            new Mark(ValueFormat.percent(range[1], 1), 1));
  }

  private Line line(int index, List<Scale> scales, double[] range) {
    Trial trial = sweep.trials().get(index);
    double[] places = new double[scales.size() + 1];
    for (int i = 0; i < scales.size(); i++) {
      String value = trial.values().get(sweep.fields().get(i).key());
      places[i] = scales.get(i).places[scales.get(i).values.indexOf(value)];
    }
    Double accuracy = trial.accuracy();
    places[scales.size()] =
        accuracy == null
            ? Double.NaN
            : range[0] == range[1] ? 0.5 : (accuracy - range[0]) / (range[1] - range[0]);
    boolean isBest = sweep.best().equals(Optional.of(index));
    boolean isOut = trial.state() == State.OUT || trial.state() == State.FAILED;
    return new Line(
        words(texts, sweep, trial), isBest ? Kind.BEST : isOut ? Kind.OUT : Kind.USUAL, places);
  }

  /** A trial, in words. */
  static String words(Texts texts, Sweep sweep, Trial trial) {
    List<String> parts = new ArrayList<>();
    for (RecipeField field : sweep.fields()) {
      String value = Objects.requireNonNull(trial.values().get(field.key()));
      parts.add(texts.get(field.nameKey()) + " " + text(texts, field, value));
    }
    if (trial.accuracy() != null) {
      parts.add(ValueFormat.percent(trial.accuracy(), 2));
    }
    return String.join(", ", parts);
  }
}
