package dev.inkling.ui.pad;

import dev.inkling.chart.ValueFormat;
import dev.inkling.data.Digits;
import dev.inkling.recognize.Recognition;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;

/**
 * Ten bars, one for each digit. The numbers are always the last answer's; the bars glide to it
 * within about a tenth of a second.
 */
public final class ProbabilityBars extends GridPane {
  /** Time in which a bar covers 63 % of the way to its value, in nanoseconds. */
  private static final double TIME_CONSTANT = 45e6;

  /** So many digits are told to who does not see the bars. */
  private static final int SPOKEN = 3;

  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

  private final Label[] digits = new Label[Digits.CLASSES];
  private final Region[] bars = new Region[Digits.CLASSES];
  private final Label[] values = new Label[Digits.CLASSES];
  private final double[] shown = new double[Digits.CLASSES];
  private final double[] target = new double[Digits.CLASSES];
  private final AnimationTimer glide = new Glide();

  /** Bars that follow what is read. */
  public ProbabilityBars(ObservableValue<Recognition> recognition) {
    getStyleClass().add("bars");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    ColumnConstraints growing = new ColumnConstraints();
    growing.setHgrow(Priority.ALWAYS);
    ColumnConstraints numbers = new ColumnConstraints(64);
    numbers.setHalignment(HPos.RIGHT);
    getColumnConstraints().addAll(new ColumnConstraints(24), growing, numbers);
    for (int k = 0; k < Digits.CLASSES; k++) {
      addRow(k);
    }
    recognition.subscribe(this::show);
  }

  private void addRow(int k) {
    digits[k] = new Label(String.valueOf(k));
    digits[k].getStyleClass().add("bar-digit");
    bars[k] = new Region();
    bars[k].getStyleClass().add("bar");
    StackPane track = new StackPane(bars[k]);
    track.setAlignment(Pos.CENTER_LEFT);
    track.getStyleClass().add("bar-track");
    bars[k].maxWidthProperty().bind(bars[k].prefWidthProperty());
    track.widthProperty().subscribe(() -> setWidth(k));
    values[k] = new Label();
    values[k].setId("probability-" + k);
    values[k].getStyleClass().add("bar-value");
    addRow(k, digits[k], track, values[k]);
    RowConstraints row = new RowConstraints();
    row.setVgrow(Priority.ALWAYS);
    getRowConstraints().add(row);
  }

  private void show(Recognition recognition) {
    for (int k = 0; k < Digits.CLASSES; k++) {
      target[k] = recognition.isBlank() ? 0 : recognition.probabilities()[k];
      boolean isBest = recognition.isDigit() && recognition.digit() == k;
      values[k].setText(recognition.isBlank() ? "" : ValueFormat.percent(target[k], 1));
      digits[k].pseudoClassStateChanged(BEST, isBest);
      bars[k].pseudoClassStateChanged(BEST, isBest);
      values[k].pseudoClassStateChanged(BEST, isBest);
    }
    setAccessibleText(spoken(recognition));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    glide.start();
  }

  /** The digits that come into question, the most probable first; all ten take too long to hear. */
  private static String spoken(Recognition recognition) {
    return recognition.isBlank()
        ? ""
        : IntStream.range(0, Digits.CLASSES)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -recognition.probabilities()[k]))
            .limit(SPOKEN)
            .map(k -> k + ": " + ValueFormat.percent(recognition.probabilities()[k], 1))
            .collect(Collectors.joining(", "));
  }

  private void setWidth(int k) {
    double full = ((Region) bars[k].getParent()).getWidth();
    bars[k].setPrefWidth(Math.round(shown[k] * full));
  }

  private final class Glide extends AnimationTimer {
    private long last;

    @Override
    public void handle(long now) {
      double part = last == 0 ? 0.3 : 1 - Math.exp((last - now) / TIME_CONSTANT);
      last = now;
      boolean isDone = true;
      for (int k = 0; k < Digits.CLASSES; k++) {
        shown[k] += part * (target[k] - shown[k]);
        if (Math.abs(target[k] - shown[k]) < 0.001) {
          shown[k] = target[k];
        } else {
          isDone = false;
        }
        setWidth(k);
      }
      if (isDone) {
        stop();
        last = 0;
      }
    }
  }
}
