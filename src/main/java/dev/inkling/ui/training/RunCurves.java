package dev.inkling.ui.training;

import dev.inkling.chart.CurveStyle;
import dev.inkling.data.Classes;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.Evaluation.PerClass;
import dev.inkling.run.BatchRow;
import dev.inkling.run.EpochConfusions;
import dev.inkling.run.EpochRow;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.run.TrainingCurve;
import dev.inkling.train.TrainingListener.BatchMetrics;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.ui.chart.Series;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The curves of a run; x is always the number of examples seen. */
public final class RunCurves {
  private final Map<TrainingCurve, StringProperty> names = new EnumMap<>(TrainingCurve.class);
  private final Map<TrainingCurve, Series> curves = new EnumMap<>(TrainingCurve.class);

  /** More curves nobody tells apart. */
  private static final int MOST_CURVES = 10;

  private final List<Series> digitOfClass = new ArrayList<>();
  private final List<StringProperty> digitNames = new ArrayList<>();
  private final ObservableList<Series> digit = FXCollections.observableArrayList();
  private List<String> classNames = Classes.DIGITS;
  private final ReadOnlyObjectWrapper<double @Nullable []> classes = new ReadOnlyObjectWrapper<>();

  /** Without points. */
  public RunCurves() {
    for (TrainingCurve curve : TrainingCurve.values()) {
      StringProperty name = new SimpleStringProperty("");
      names.put(curve, name);
      curves.put(curve, new Series(name, curve.style()));
    }
    for (int k = 0; k < MOST_CURVES; k++) {
      StringProperty name = new SimpleStringProperty("");
      digitNames.add(name);
      digitOfClass.add(new Series(name, CurveStyle.of(k)));
    }
    nameDigit(Classes.DIGITS);
  }

  /** Names of the classes of {@link #classesProperty}. */
  List<String> classNames() {
    return classNames;
  }

  /** The names of the curves; for the view to bind. */
  Map<TrainingCurve, StringProperty> names() {
    return names;
  }

  Series of(TrainingCurve curve) {
    return Objects.requireNonNull(curves.get(curve)); // each has one
  }

  /**
   * What is on the pad: the probability of each class of the network that is trained. Of more
   * classes than can be told apart there are no curves.
   */
  ObservableList<Series> digit() {
    return FXCollections.unmodifiableObservableList(digit);
  }

  /** Part of each class that is read right, 0…1, NaN without images; null before the first. */
  ReadOnlyObjectProperty<double @Nullable []> classesProperty() {
    return classes.getReadOnlyProperty();
  }

  void clear() {
    curves.values().forEach(Series::clear);
    digitOfClass.forEach(Series::clear);
    classes.set(null);
  }

  void add(BatchMetrics m) {
    add(BatchRow.of(m));
  }

  void add(EpochMetrics m) {
    add(EpochRow.of(m));
    showClasses(m.validation().perClass(), m.validation().classes());
  }

  /** Before the first epoch ends: validation images read so far count as its first points. */
  void add(long examples, Evaluation evaluation) {
    of(TrainingCurve.VAL_LOSS).append(examples, evaluation.loss());
    of(TrainingCurve.VAL_ACCURACY).append(examples, evaluation.accuracy());
    showClasses(evaluation.perClass(), evaluation.classes());
  }

  private void add(BatchRow row) {
    curves.forEach((curve, series) -> curve.append(row, series::append));
  }

  private void add(EpochRow row) {
    curves.forEach((curve, series) -> curve.append(row, series::append));
  }

  private void showClasses(List<PerClass> each, List<String> namesOfAll) {
    classNames = namesOfAll;
    classes.set(
        each.stream()
            .map(PerClass::recall)
            .mapToDouble(recall -> recall == null ? Double.NaN : recall)
            .toArray());
  }

  void addDigit(long examples, float[] probabilities, List<String> namesOfAll) {
    nameDigit(namesOfAll);
    for (int k = 0; k < digit.size(); k++) {
      digit.get(k).append(examples, probabilities[k]);
    }
  }

  private void nameDigit(List<String> namesOfAll) {
    int count = namesOfAll.size() > MOST_CURVES ? 0 : namesOfAll.size();
    for (int k = 0; k < count; k++) {
      digitNames.get(k).set(namesOfAll.get(k));
    }
    if (digit.size() != count) {
      digit.setAll(digitOfClass.subList(0, count));
    }
  }

  /** What a run's files hold; reading them is slow. */
  record Saved(
      List<BatchRow> batches,
      List<EpochRow> epochs,
      List<EpochConfusions.Epoch> confusions,
      List<String> names,
      LayerCurves.Saved layers) {
    /**
     * Without what came after an epoch, which a run that goes on drops; nor what says so wrongly,
     * behind which the curves could not go on.
     *
     * @param examples trained on until then
     */
    Saved upTo(int epoch, long examples) {
      return new Saved(
          batches.stream()
              .filter(row -> row.epoch() <= epoch && row.examples() <= examples)
              .toList(),
          epochs.stream()
              .filter(row -> row.epoch() <= epoch && row.examples() <= examples)
              .toList(),
          confusions.stream().filter(each -> each.number() <= epoch).toList(),
          names,
          layers.upTo(epoch, examples));
    }
  }

  static Saved read(Run run) {
    RunInfo info = run.info();
    return new Saved(
        BatchRow.read(run),
        EpochRow.read(run),
        EpochConfusions.read(run),
        info.names(),
        LayerCurves.read(run, info));
  }

  /** Shows a run that was read. */
  void show(Saved saved) {
    clear();
    nameDigit(saved.names);
    saved.batches.forEach(this::add);
    saved.epochs.forEach(this::add);
    if (!saved.confusions.isEmpty()) {
      showClasses(Evaluation.perClass(saved.confusions.getLast().confusion()), saved.names);
    }
  }
}
