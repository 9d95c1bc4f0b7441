package dev.inkling.ui.results;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.ValueFormat;
import dev.inkling.evaluate.LabelErrors;
import dev.inkling.evaluate.Predictions;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A sample in a gallery: its picture, and of each model what it read and how sure it was. Right and
 * wrong differ in colour and in sign.
 */
final class Tile extends VBox {
  /** Width and height with the air around it, in logical pixels. */
  static final double WIDTH = 102;

  /** Height of a tile with one model's answer. */
  static final double HEIGHT = 122;

  /** What another model's answer adds to the height. */
  static final double LINE = 18;

  /** Screen pixels for each of the 28×28. */
  private static final int ZOOM = 3;

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Texts texts;
  private final ImageView picture = new ImageView();
  private final Label badge = new Label(null, new FontIcon("bi-flag-fill"));
  private final VBox answers = new VBox();
  private int sample = -1;
  private Supplier<String> spoken = () -> "";

  Tile(Texts texts) {
    this.texts = texts;
    getStyleClass().add("tile");
    setAccessibleRole(AccessibleRole.BUTTON);
    picture.setAccessibleRole(AccessibleRole.NODE); // the tile says what it shows
    badge.getStyleClass().add("badge");
    StackPane.setAlignment(badge, Pos.TOP_RIGHT);
    answers.getStyleClass().add("answers");
    getChildren().addAll(new StackPane(picture, badge), answers);
    setVisible(false);
  }

  /** The sample that is shown, as its index in the data set; -1 for none. */
  int sample() {
    return sample;
  }

  /** The colour of digits on the window's paper. */
  static Color ink(boolean isDark) {
    return isDark ? Color.web("#f0f3f6") : Color.web("#1b1f3b");
  }

  /** Shows nothing. */
  void clear() {
    sample = -1;
    setVisible(false);
  }

  /**
   * Shows a sample.
   *
   * @param models what each model read in the same images
   * @param ink colour of the digit
   */
  void show(int i, List<Predictions> models, LabelErrors errors, Color ink) {
    sample = i;
    picture.setImage(InkImages.of(models.getFirst().digits().image(i), ink, ZOOM));
    badge.setVisible(errors.isKnown(i));
    while (answers.getChildren().size() < models.size()) {
      answers.getChildren().add(new Answer());
    }
    for (int k = 0; k < models.size(); k++) {
      ((Answer) answers.getChildren().get(k)).show(models.get(k), i);
    }
    pseudoClassStateChanged(WRONG, models.stream().anyMatch(model -> !model.isRight(i)));
    spoken = () -> text(models.getFirst(), i, errors.isKnown(i));
    setVisible(true);
  }

  /** Asked for by screen readers alone: putting a sentence together takes time when scrolling. */
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? spoken()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /** The sample and what was read in it, in words. */
  String spoken() {
    return spoken.get();
  }

  private String text(Predictions read, int i, boolean isLabelError) {
    String key = read.isRight(i) ? "results.tile.right" : "results.tile.wrong";
    String confidence = ValueFormat.percent(read.confidence(i), 1);
    String text =
        texts.get(
            key,
            String.valueOf(i),
            read.name(read.label(i)),
            read.name(read.predicted(i)),
            confidence);
    return isLabelError ? text + " · " + texts.get("results.labelError") : text;
  }

  /** Whether this is the sample that is looked at. */
  void markSelected(boolean isSelected) {
    pseudoClassStateChanged(SELECTED, isSelected);
  }

  /** A line: tick or cross, right → predicted class, confidence. */
  private static final class Answer extends Label {
    private final FontIcon sign = new FontIcon();

    private @Nullable Boolean isDressedRight;

    Answer() {
      setGraphic(sign);
      getStyleClass().add("answer");
    }

    /** Only what changes: a new icon or class costs more than all the rest of a tile. */
    private void dress(boolean isRight) {
      if (!Boolean.valueOf(isRight).equals(isDressedRight)) {
        isDressedRight = isRight;
        sign.setIconLiteral(isRight ? "bi-check-circle-fill" : "bi-x-circle-fill");
        getStyleClass().removeAll(Styles.SUCCESS, Styles.DANGER);
        getStyleClass().add(isRight ? Styles.SUCCESS : Styles.DANGER);
      }
    }

    void show(Predictions read, int i) {
      dress(read.isRight(i));
      setText(
          read.name(read.label(i))
              + " → "
              + read.name(read.predicted(i))
              + "  "
              + ValueFormat.percent(read.confidence(i), 1));
    }
  }
}
