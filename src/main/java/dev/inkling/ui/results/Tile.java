package dev.inkling.ui.results;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.ValueFormat;
import dev.inkling.evaluate.LabelErrors;
import dev.inkling.evaluate.Predictions;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.SampleTile;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
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
final class Tile extends SampleTile {
  /** Height of a tile with one model's answer. */
  static final double HEIGHT = 122;

  /** What another model's answer adds to the height. */
  static final double LINE = 18;

  /** Screen pixels for each of the 28×28. */
  private static final int ZOOM = 3;

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Texts texts;
  private final ImageView picture = new ImageView();
  private final Label badge = new Label(null, new FontIcon("bi-flag-fill"));
  private final VBox answers = new VBox();

  Tile(Texts texts) {
    this.texts = texts;
    picture.setAccessibleRole(AccessibleRole.NODE); // the tile says what it shows
    badge.getStyleClass().add("badge");
    StackPane.setAlignment(badge, Pos.TOP_RIGHT);
    answers.getStyleClass().add("answers");
    getChildren().addAll(new StackPane(picture, badge), answers);
  }

  /**
   * Shows a sample.
   *
   * @param models what each model read in the same images
   * @param ink colour of the digit
   */
  void show(int i, List<Predictions> models, LabelErrors errors, Color ink) {
    picture.setImage(InkImages.of(models.getFirst().digits().image(i), ink, ZOOM));
    badge.setVisible(errors.isKnown(i));
    while (answers.getChildren().size() < models.size()) {
      answers.getChildren().add(new Answer());
    }
    for (int k = 0; k < models.size(); k++) {
      ((Answer) answers.getChildren().get(k)).show(models.get(k), i);
    }
    pseudoClassStateChanged(WRONG, models.stream().anyMatch(model -> !model.isRight(i)));
    shown(i, () -> text(models.getFirst(), i, errors.isKnown(i)));
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
