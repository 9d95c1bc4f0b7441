package dev.inkling.ui.inside;

import dev.inkling.chart.ValueFormat;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Picture;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.inside.WhyViewModel.Reasons;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.Texts;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** A stroke in its drawing, what is read without it, and what it does for a digit. */
final class StrokeRow extends HBox {
  /** Side of the picture in pixels. */
  private static final int SIDE = 56;

  private static final double FAINT = 0.25;
  private static final PseudoClass AGAINST = PseudoClass.getPseudoClass("against");
  private static final PseudoClass NEUTRAL = PseudoClass.getPseudoClass("neutral");

  /** What is less is written as 0. */
  private static final float SMALLEST = 0.0005f;

  StrokeRow(Reasons reasons, int mark, int digit, Texts texts, boolean isDark) {
    super(12);
    setAlignment(Pos.CENTER_LEFT);
    float raises = reasons.effects().raises(mark, digit);
    Label effect = new Label(percent(raises));
    effect.getStyleClass().add("stroke-effect");
    effect.pseudoClassStateChanged(AGAINST, raises < 0);
    effect.pseudoClassStateChanged(NEUTRAL, Math.abs(raises) < SMALLEST);
    Label meaning = new Label(texts.get("inside.why.raises", reasons.name(digit)));
    Label without = new Label(without(reasons.effects().without().get(mark), texts));
    without.getStyleClass().add("facts");
    without.setWrapText(true);
    VBox words = new VBox(2, new HBox(6, effect, meaning), without);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(picture(reasons.drawing(), mark, isDark), words);
  }

  private static String percent(float raises) {
    return Math.abs(raises) < SMALLEST
        ? "0.0%"
        : String.format(Locale.ROOT, "%+.1f%%", 100 * raises).replace('-', '−');
  }

  private static String without(Recognition rest, Texts texts) {
    return rest.isBlank()
        ? texts.get("inside.why.nothingLeft")
        : texts.get("inside.why.without", rest.name(), ValueFormat.percent(rest.confidence(), 1));
  }

  /** The stroke in the drawing, of which the rest is faint. */
  private static StackPane picture(Drawing drawing, int mark, boolean isDark) {
    Color ink = isDark ? Color.web("#f0f3f6") : Color.web("#1b1f3b");
    GreyImage all = Raster.of(drawing, SIDE);
    GreyImage one = Raster.of(Drawing.EMPTY.with(seen(drawing.marks().get(mark))), SIDE);
    Color accent = isDark ? Color.web("#8b84ff") : Color.web("#5b5bd6");
    ImageView rest = new ImageView(InkImages.of(all, ink, 1));
    rest.setOpacity(FAINT);
    ImageView stroke = new ImageView(InkImages.of(one, accent, 1));
    for (ImageView part : new ImageView[] {rest, stroke}) {
      part.setAccessibleRole(AccessibleRole.NODE); // the words beside it say what it does
    }
    StackPane picture = new StackPane(rest, stroke);
    picture.setMinSize(SIDE, SIDE);
    return picture;
  }

  /** An eraser's way is shown too, as if it were a pen's. */
  private static Mark seen(Mark mark) {
    return switch (mark) {
      case Stroke stroke -> new Stroke(stroke.points(), stroke.width(), false);
      case Picture picture -> picture;
    };
  }
}
