package dev.inkling.ui.inside;

import dev.inkling.explain.FramingEffect;
import dev.inkling.image.Framing.Step;
import dev.inkling.image.GreyImage;
import dev.inkling.ui.kit.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A picture of the strip, with its size and what is done to get there. */
final class FramingTile extends VBox {
  private static final double LEAST = 84;
  private static final double MOST = 336;

  private FramingTile(FramingViewModel framing, Labeled name, @Nullable Step step) {
    SquareCanvas picture = new SquareCanvas(28, LEAST, MOST);
    framing.effect().answerProperty().subscribe(effect -> show(picture, effect, step));
    picture.accessibleTextProperty().bind(name.textProperty());
    Label size = new Label();
    size.getStyleClass().add("facts");
    size.textProperty()
        .bind(framing.effect().answerProperty().map(effect -> size(effect, step)).orElse(""));
    getStyleClass().add("framing-tile");
    setAlignment(Pos.TOP_CENTER);
    picture.minHeightProperty().bind(picture.prefHeightProperty()); // the bars below give way
    getChildren().addAll(name, picture, size);
  }

  /** The ink as it was drawn. */
  static FramingTile raw(FramingViewModel framing, Texts texts) {
    Label name = new Label();
    name.textProperty().bind(texts.bind("inside.framing.raw"));
    return new FramingTile(framing, name, null);
  }

  /** What a step made of it, with a switch for the step. */
  static FramingTile of(FramingViewModel framing, Texts texts, Step step) {
    String key = "inside.framing.step." + step.name().toLowerCase(Locale.ROOT);
    CheckBox name = new CheckBox();
    name.setId(key.replace('.', '-'));
    name.textProperty().bind(texts.bind(key));
    name.selectedProperty().bindBidirectional(framing.stepProperty(step));
    name.setTooltip(new Tooltip());
    name.getTooltip().textProperty().bind(texts.bind(key + ".help"));
    return new FramingTile(framing, name, step);
  }

  private static void show(
      SquareCanvas picture, @Nullable FramingEffect effect, @Nullable Step step) {
    if (effect == null) {
      picture.show(SquareCanvas.BLACK);
    } else if (step == null) {
      picture.show(FramingPicture.raw(effect));
    } else {
      picture.show(FramingPicture.of(effect, step));
    }
  }

  private static String size(FramingEffect effect, @Nullable Step step) {
    GreyImage image =
        switch (step) {
          case null -> effect.raw();
          case CROP -> effect.trace().cropped();
          case FIT -> effect.trace().fitted();
          case STRENGTHEN -> effect.trace().strengthened();
          case CENTER -> effect.trace().framed();
        };
    return image.width() + "×" + image.height();
  }
}
