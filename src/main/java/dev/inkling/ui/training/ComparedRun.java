package dev.inkling.ui.training;

import dev.inkling.chart.Range;
import dev.inkling.chart.Scale;
import dev.inkling.chart.ValueFormat;
import dev.inkling.model.Recipe;
import dev.inkling.model.RecipeField;
import dev.inkling.run.LayerMeasure;
import dev.inkling.run.RunInfo;
import dev.inkling.text.Phrase;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One of the runs that are compared.
 *
 * @param item of the list
 * @param curves of the run
 * @param mark tells it from runs of the same title; empty where there is none
 * @param bestAccuracy on the validation images, 0…1, or null before the first epoch's end
 */
public record ComparedRun(
    RunItem item, ComparedCurves curves, String mark, @Nullable Double bestAccuracy) {
  private static final double TEN_THOUSAND = 1e4;

  /** Factor between the largest value and its scale's end. */
  private static final double AIR = 1.2;

  /** The fields beside the recipe’s: their names’ keys. */
  static final String BEST = "compare.field.best";

  static final String SECONDS = "compare.field.seconds";
  static final String STATUS = "compare.field.status";
  static final String NETWORK = "training.architecture";
  static final String DATA = "training.data";

  /**
   * A line of the table.
   *
   * @param field that is compared: its name’s key
   * @param values of each run, as precise as they are shown; null where a run has none
   */
  public record Row(String field, List<@Nullable Object> values) {
    /** Whether the runs do not all have the same value. */
    public boolean differs() {
      return values.stream().distinct().count() > 1;
    }
  }

  /** All fields of these runs, side by side: first what came of it, then the recipe. */
  static List<Row> rows(List<ComparedRun> runs) {
    List<Row> rows = new ArrayList<>();
    rows.add(row(BEST, runs, ComparedRun::roundedAccuracy));
    rows.add(row(SECONDS, runs, run -> (double) Math.round(run.info().seconds())));
    rows.add(row(STATUS, runs, run -> run.item().standing()));
    rows.add(row(NETWORK, runs, run -> run.info().architecture()));
    rows.add(row(DATA, runs, run -> run.info().data()));
    for (RecipeField field : RecipeField.values()) {
      rows.add(row(field.nameKey(), runs, run -> run.value(field)));
    }
    return rows;
  }

  private static Row row(
      String field, List<ComparedRun> runs, Function<ComparedRun, @Nullable Object> value) {
    return new Row(field, runs.stream().<@Nullable Object>map(value).toList());
  }

  /**
   * The ends of a scale that has a measure of all layers of these runs, so that heights compare;
   * null while there is none of it.
   */
  static @Nullable Range range(List<ComparedRun> runs, LayerMeasure measure) {
    double[] values =
        runs.stream()
            .flatMap(run -> run.curves.layers().of(measure).stream())
            .flatMapToDouble(series -> IntStream.range(0, series.size()).mapToDouble(series::y))
            .filter(value -> Scale.shows(value, measure.isLog()))
            .sorted()
            .toArray();
    if (values.length == 0) {
      return null;
    }
    double low = values[0];
    double high = values[values.length - 1];
    return measure.isLog()
        ? new Range(low / AIR, high * AIR)
        : new Range(0, Math.max(high * AIR, measure.format() == ValueFormat.PERCENT ? 0.1 : 0));
  }

  /** What the run is called among these runs. */
  public String name() {
    return curves.nameProperty().get();
  }

  /** Its title, which others may have too. */
  String title() {
    return info().title();
  }

  private RunInfo info() {
    return item.info();
  }

  /** What its network and recipe have that those of another run have not, in words. */
  List<Phrase> differencesFrom(ComparedRun other) {
    return info().differencesFrom(other.info());
  }

  /** What is ignored is told apart by nothing. */
  private @Nullable Object value(RecipeField field) {
    Recipe recipe = info().recipe();
    return field.counts(recipe) ? field.value(recipe) : null;
  }

  private @Nullable Double roundedAccuracy() {
    return bestAccuracy == null ? null : Math.round(bestAccuracy * TEN_THOUSAND) / TEN_THOUSAND;
  }
}
