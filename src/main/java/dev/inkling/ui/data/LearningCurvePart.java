package dev.inkling.ui.data;

import dev.inkling.train.QuickNetwork;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What more images would bring. */
final class LearningCurvePart implements DataPart {
  private final LearningCurveViewModel curve;

  LearningCurvePart(DataTools tools) {
    curve = new LearningCurveViewModel(tools, QuickNetwork.USUAL);
  }

  @Override
  public String key() {
    return "data.part.curve";
  }

  @Override
  public Region view(Texts texts, ObservableValue<Boolean> dark, Shortcuts shortcuts) {
    return new LearningCurveView(curve, texts);
  }

  @Override
  public void show(@Nullable LoadedImages images) {
    curve.show(images);
  }
}
