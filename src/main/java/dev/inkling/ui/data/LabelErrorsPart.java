package dev.inkling.ui.data;

import dev.inkling.train.QuickNetwork;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Labels that are probably wrong. */
final class LabelErrorsPart implements DataPart {
  private final LabelErrorsViewModel errors;

  LabelErrorsPart(DataTools tools) {
    errors = new LabelErrorsViewModel(tools, QuickNetwork.USUAL);
  }

  @Override
  public String key() {
    return "data.part.labels";
  }

  @Override
  public Region view(Texts texts, ObservableValue<Boolean> dark, Shortcuts shortcuts) {
    return new LabelErrorsView(errors, texts, dark);
  }

  @Override
  public void show(@Nullable LoadedImages images) {
    errors.show(images);
  }
}
