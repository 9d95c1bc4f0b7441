package dev.inkling.ui.data;

import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The images themselves, class by class. */
final class PicturesPart implements DataPart {
  private final PicturesViewModel pictures;

  PicturesPart(DataTools tools) {
    pictures = new PicturesViewModel(tools);
  }

  @Override
  public String key() {
    return "data.part.pictures";
  }

  @Override
  public Region view(Texts texts, ObservableValue<Boolean> dark, Shortcuts shortcuts) {
    return new PicturesView(pictures, texts, dark);
  }

  @Override
  public void show(@Nullable LoadedImages images) {
    pictures.show(images);
  }
}
