package dev.inkling.ui.data;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The images that one looks at. Used on the FX thread alone. */
final class PicturesViewModel {
  private final ReadOnlyObjectWrapper<@Nullable LoadedImages> images =
      new ReadOnlyObjectWrapper<>();

  PicturesViewModel(DataTools tools) {}

  /** The images; null while there are none. */
  ReadOnlyObjectProperty<@Nullable LoadedImages> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /** Shows other images, or none. */
  void show(@Nullable LoadedImages other) {
    images.set(other);
  }
}
