package dev.inkling.ui.data;

import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The images on a map, what is alike beside each other. */
final class MapPart implements DataPart {
  private final MapViewModel map;

  MapPart(DataTools tools) {
    map = new MapViewModel(tools);
  }

  /** What it shows. */
  MapViewModel map() {
    return map;
  }

  @Override
  public String key() {
    return "data.part.map";
  }

  @Override
  public Region view(Texts texts, ObservableValue<Boolean> dark, Shortcuts shortcuts) {
    shortcuts.tell("data.map.keys", "← → ↑ ↓");
    shortcuts.tell("data.map.around", "Space");
    return new MapView(map, texts, dark);
  }

  @Override
  public void show(@Nullable LoadedImages images) {
    map.show(images);
  }
}
