package dev.inkling.ui.inside;

import dev.inkling.explain.Robustness.Version;
import dev.inkling.explain.Variation;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.InkImages;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** A version of the drawing: its picture, what is read and how sure, by how much it is changed. */
final class SureCell extends VBox {
  private static final PseudoClass FLIP = PseudoClass.getPseudoClass("flip");
  private static final PseudoClass NEUTRAL = PseudoClass.getPseudoClass("neutral");

  /** Sides of the picture. */
  private static final double LEAST = 28;

  private static final double MOST = 84;

  private final SquareCanvas picture = new SquareCanvas(28, LEAST, MOST);
  private final Label digit = new Label();
  private final Region confidence = new Region();
  private final Variation variation;
  private @Nullable Version version;

  SureCell(Variation variation, double amount) {
    this.variation = variation;
    getStyleClass().add("sure-cell");
    setAlignment(Pos.CENTER);
    setAccessibleRole(AccessibleRole.BUTTON);
    pseudoClassStateChanged(NEUTRAL, amount == variation.neutral());
    digit.getStyleClass().add("sure-digit");
    confidence.getStyleClass().add("bar");
    StackPane track = new StackPane(confidence);
    track.setAlignment(Pos.CENTER_LEFT);
    track.getStyleClass().addAll("bar-track", "sure-track");
    confidence.maxWidthProperty().bind(confidence.prefWidthProperty());
    track.widthProperty().subscribe(() -> setLength(track.getWidth()));
    Label by = new Label(VersionWords.amount(variation, amount));
    by.getStyleClass().add("sure-amount");
    picture.setMouseTransparent(true);
    picture.setAccessibleRole(AccessibleRole.NODE);
    getChildren().addAll(picture, digit, track, by);
    clear();
  }

  /** How the drawing is changed. */
  Variation variation() {
    return variation;
  }

  /** The version, or null while there is none. */
  @Nullable Version version() {
    return version;
  }

  /** Shows nothing. */
  void clear() {
    version = null;
    picture.show(SquareCanvas.BLACK);
    digit.setText("");
    pseudoClassStateChanged(FLIP, false);
    setLength(((Region) confidence.getParent()).getWidth());
  }

  /** Shows a version. */
  void show(Version next, VersionWords words) {
    version = next;
    Recognition read = next.recognition();
    digit.setText(read.isBlank() ? "–" : read.name());
    pseudoClassStateChanged(FLIP, next.isFlip());
    picture.show(
        (graphics, side) -> {
          SquareCanvas.BLACK.paint(graphics, side);
          if (!read.isBlank()) {
            Image image = InkImages.of(read.framed(), Color.WHITE, 1);
            graphics.drawImage(image, 0, 0, side, side);
          }
        });
    setAccessibleText(words.of(variation, next));
    setLength(((Region) confidence.getParent()).getWidth());
  }

  private void setLength(double full) {
    Recognition read = version == null ? Recognition.BLANK : version.recognition();
    confidence.setPrefWidth(read.isBlank() ? 0 : Math.round(full * read.confidence()));
  }
}
