package dev.inkling.ui.results;

import dev.inkling.chart.MatrixShades;
import dev.inkling.chart.ValueFormat;
import dev.inkling.ui.chart.CanvasPainter;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.util.Duration;

/** How often one class was read as one class. */
final class MatrixCell extends Label {
  private static final CornerRadii ROUND = new CornerRadii(4);

  private final Texts texts;
  private final List<String> names;
  private final int label;
  private final int predicted;
  private final BiConsumer<Integer, Integer> open;
  private final Tooltip tooltip = new Tooltip();

  MatrixCell(
      Texts texts,
      int label,
      int predicted,
      List<String> names,
      BiConsumer<Integer, Integer> open) {
    this.texts = texts;
    this.names = names;
    this.label = label;
    this.predicted = predicted;
    this.open = open;
    setId("cell-" + label + "-" + predicted);
    getStyleClass().add("matrix-cell");
    setAccessibleRole(AccessibleRole.BUTTON);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    setMinWidth(0);
    tooltip.setShowDelay(Duration.millis(200));
    setTooltip(tooltip);
    setOnMouseClicked(_ -> open());
  }

  /** The right class. */
  int label() {
    return label;
  }

  /** The predicted class. */
  int predicted() {
    return predicted;
  }

  void open() {
    open.accept(label, predicted);
  }

  /**
   * Shows a count.
   *
   * @param row images of the right class
   * @param part of the colour scale, 0…1
   */
  void show(int count, int row, double part, boolean isPercentage, boolean isDark) {
    String share = row == 0 ? "–" : ValueFormat.percent((double) count / row, 1);
    setText(count == 0 ? "" : isPercentage ? share.replace("%", "") : String.valueOf(count));
    int color = color(count, part, isDark);
    setBackground(new Background(new BackgroundFill(CanvasPainter.color(color), ROUND, null)));
    setTextFill(CanvasPainter.color(MatrixShades.letters(color)));
    String key = label == predicted ? "results.cell.right" : "results.cell.wrong";
    String sentence = texts.get(key, names.get(label), names.get(predicted), count, share);
    tooltip.setText(sentence);
    setAccessibleText(sentence);
  }

  private int color(int count, double part, boolean isDark) {
    if (count == 0) {
      return MatrixShades.none(isDark);
    }
    return label == predicted ? MatrixShades.right(part, isDark) : MatrixShades.wrong(part, isDark);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      open();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
