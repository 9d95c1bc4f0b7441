package dev.inkling.ui.training;

import dev.inkling.chart.CurveStyle;
import dev.inkling.data.Digits;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.Evaluation.PerClass;
import dev.inkling.run.BatchRow;
import dev.inkling.run.EpochConfusions;
import dev.inkling.run.EpochRow;
import dev.inkling.run.Run;
import dev.inkling.train.TrainingListener.BatchMetrics;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.ui.chart.Series;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The curves of a run; x is always the number of examples seen. */
public final class RunCurves {
  private final StringProperty[] names = new StringProperty[5];
  private final Series trainLoss = series(0, CurveStyle.of(0).smoothed());
  private final Series valLoss = series(1, CurveStyle.of(1).marked());
  private final Series trainAccuracy = series(2, CurveStyle.of(0).marked());
  private final Series valAccuracy = series(3, CurveStyle.of(1).marked());
  private final Series learningRate = series(4, CurveStyle.of(2));
  private final List<Series> digit = new ArrayList<>();
  private final ReadOnlyObjectWrapper<double @Nullable []> classes = new ReadOnlyObjectWrapper<>();

  /** Without points. */
  public RunCurves() {
    for (int k = 0; k < Digits.CLASSES; k++) {
      digit.add(new Series(String.valueOf(k), CurveStyle.of(k)));
    }
  }

  private Series series(int name, CurveStyle style) {
    names[name] = new SimpleStringProperty("");
    return new Series(names[name], style);
  }

  /** Names of the five curves: losses, accuracies, learning rate; for the view to bind. */
  StringProperty name(int curve) {
    return names[curve];
  }

  Series trainLoss() {
    return trainLoss;
  }

  Series valLoss() {
    return valLoss;
  }

  Series trainAccuracy() {
    return trainAccuracy;
  }

  Series valAccuracy() {
    return valAccuracy;
  }

  Series learningRate() {
    return learningRate;
  }

  /** The pad's digit: the probability of each class. */
  List<Series> digit() {
    return digit;
  }

  /** Part of each class that is read right, 0…1, NaN without images; null before the first. */
  ReadOnlyObjectProperty<double @Nullable []> classesProperty() {
    return classes.getReadOnlyProperty();
  }

  void clear() {
    for (Series series : List.of(trainLoss, valLoss, trainAccuracy, valAccuracy, learningRate)) {
      series.clear();
    }
    digit.forEach(Series::clear);
    classes.set(null);
  }

  void add(BatchMetrics m) {
    trainLoss.append(m.examples(), m.loss());
    learningRate.append(m.examples(), m.learningRate());
  }

  void add(EpochMetrics m) {
    valLoss.append(m.examples(), m.valLoss());
    trainAccuracy.append(m.examples(), m.trainAccuracy());
    valAccuracy.append(m.examples(), m.valAccuracy());
    showClasses(m.validation().perClass());
  }

  /** Before the first epoch ends: validation images read so far count as its first points. */
  void add(long examples, Evaluation evaluation) {
    valLoss.append(examples, evaluation.loss());
    valAccuracy.append(examples, evaluation.accuracy());
    showClasses(evaluation.perClass());
  }

  private void showClasses(List<PerClass> each) {
    classes.set(
        each.stream()
            .map(PerClass::recall)
            .mapToDouble(recall -> recall == null ? Double.NaN : recall)
            .toArray());
  }

  void addDigit(long examples, float[] probabilities) {
    for (int k = 0; k < Digits.CLASSES; k++) {
      digit.get(k).append(examples, probabilities[k]);
    }
  }

  /** What a run's files hold; reading them is slow. */
  record Saved(
      List<BatchRow> batches, List<EpochRow> epochs, List<EpochConfusions.Epoch> confusions) {
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
          confusions.stream().filter(each -> each.number() <= epoch).toList());
    }
  }

  static Saved read(Run run) {
    return new Saved(BatchRow.read(run), EpochRow.read(run), EpochConfusions.read(run));
  }

  /** Shows a run that was read. */
  void show(Saved saved) {
    clear();
    for (BatchRow row : saved.batches) {
      trainLoss.append(row.examples(), row.loss());
      learningRate.append(row.examples(), row.learningRate());
    }
    for (EpochRow row : saved.epochs) {
      trainAccuracy.append(row.examples(), row.trainAccuracy());
      valLoss.append(row.examples(), row.valLoss());
      valAccuracy.append(row.examples(), row.valAccuracy());
    }
    if (!saved.confusions.isEmpty()) {
      showClasses(Evaluation.perClass(saved.confusions.getLast().confusion()));
    }
  }
}
