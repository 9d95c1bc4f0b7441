package dev.inkling.ui.pad;

import dev.inkling.recognize.PictureReader.Doubt;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Why a picture is doubted or refused, or what to do where it was read wrongly. */
final class SightWords extends Label {
  private static final PseudoClass DOUBTED = PseudoClass.getPseudoClass("doubted");

  /** So much room there is at least, or the picture would jump under the pointer. */
  private static final double TWO_LINES = 36;

  private final SightViewModel model;
  private final Texts texts;

  SightWords(SightViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("pad-sight-words");
    getStyleClass().add("sight-words");
    setWrapText(true);
    setMinHeight(Region.USE_PREF_SIZE);
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(model.sightProperty().get()),
                model.sightProperty(),
                model.readingProperty(),
                texts.messagesProperty()));
    textProperty().subscribe(() -> pseudoClassStateChanged(DOUBTED, isDoubted()));
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(TWO_LINES, super.computePrefHeight(width));
  }

  private boolean isDoubted() {
    Sight sight = model.sightProperty().get();
    return sight != null
        && !model.readingProperty().get()
        && !(sight.outcome() instanceof Sight.Found found && found.doubt().isEmpty());
  }

  private String words(@Nullable Sight sight) {
    if (sight == null) {
      return "";
    }
    if (model.readingProperty().get()) {
      return texts.get("pad.sight.reading");
    }
    return switch (sight.outcome()) {
      case Sight.Refused(var problem) -> texts.get("pad.sight.refused", texts.get(problem));
      case Sight.Found found ->
          texts.get(found.doubt().map(SightWords::key).orElse("pad.sight.help"));
    };
  }

  private static String key(Doubt doubt) {
    return switch (doubt) {
      case SEVERAL -> "pad.sight.several";
      case UNSURE -> "pad.sight.unsure";
    };
  }
}
