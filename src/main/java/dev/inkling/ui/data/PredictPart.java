package dev.inkling.ui.data;

import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What a network reads in the images, for a contest. */
final class PredictPart implements DataPart {
  private final PredictViewModel predict;

  PredictPart(DataTools tools) {
    predict = new PredictViewModel(tools);
  }

  /** What it reads. */
  PredictViewModel predict() {
    return predict;
  }

  @Override
  public String key() {
    return "data.part.predict";
  }

  @Override
  public boolean isForUnlabeled() {
    return true;
  }

  @Override
  public Region view(Texts texts, ObservableValue<Boolean> dark, Shortcuts shortcuts) {
    return new PredictView(predict, texts, dark);
  }

  @Override
  public void show(@Nullable LoadedImages images) {
    predict.show(images);
  }
}
