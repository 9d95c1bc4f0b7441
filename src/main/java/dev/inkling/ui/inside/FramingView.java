package dev.inkling.ui.inside;

import dev.inkling.explain.FramingEffect;
import dev.inkling.image.Framing.Step;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Texts;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The strip from raw ink to the network's picture, each step with a switch, and below it what is
 * read with all steps and with those that are switched on.
 */
final class FramingView extends VBox {
  private final FramingViewModel framing;
  private final Texts texts;

  FramingView(FramingViewModel framing, Texts texts) {
    this.framing = framing;
    this.texts = texts;
    setId("inside-framing");
    getStyleClass().add("column");
    Region answers =
        new SideBySide(
            new AnswerPanel(texts, "inside.framing.partial", read(FramingEffect::partial)),
            new AnswerPanel(texts, "inside.framing.whole", read(FramingEffect::whole)));
    VBox.setVgrow(answers, Priority.ALWAYS);
    getChildren().addAll(strip(), answers);
  }

  private ObservableValue<Recognition> read(Function<FramingEffect, Recognition> which) {
    return framing.effect().answerProperty().map(which).orElse(Recognition.BLANK);
  }

  private Node strip() {
    HBox strip = new HBox(4, grown(FramingTile.raw(framing, texts)));
    for (Step step : Step.values()) {
      strip
          .getChildren()
          .addAll(new FontIcon("bi-arrow-right"), grown(FramingTile.of(framing, texts, step)));
    }
    strip.setAlignment(Pos.CENTER);
    strip.setId("inside-framing-strip");
    strip.getStyleClass().add("panel");
    VBox.setVgrow(strip, Priority.SOMETIMES);
    return strip;
  }

  private static Region grown(Region part) {
    part.setPrefWidth(0);
    HBox.setHgrow(part, Priority.ALWAYS);
    return part;
  }
}
