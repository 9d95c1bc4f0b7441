package dev.inkling.ui.data;

import dev.inkling.data.DataSource;
import dev.inkling.ui.kit.DataNames;
import dev.inkling.ui.kit.StatusPane;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;

/** What is shown while there are no images: how far they are read, or why there are none. */
final class DataStatusView {
  private DataStatusView() {}

  /**
   * The view.
   *
   * @param chooseFolder asks for a folder with images
   */
  static StatusPane of(DataViewModel data, Texts texts, Runnable chooseFolder) {
    StatusPane pane =
        new StatusPane(
            "data",
            "bi-images",
            Bindings.createStringBinding(
                () -> text(data, texts),
                data.workingProperty(),
                data.missingProperty(),
                data.failureProperty(),
                data.dataProperty(),
                texts.messagesProperty()),
            data.workingProperty(),
            data.progressProperty());
    pane.addWays(
        texts,
        data.missingProperty(),
        data.missingProperty().or(data.failureProperty().isNotNull()),
        data::load,
        chooseFolder,
        () -> data.dataProperty().set(DataSource.SYNTHETIC));
    return pane;
  }

  private static String text(DataViewModel data, Texts texts) {
    if (data.failureProperty().get() != null) {
      return texts.get(data.failureProperty().get());
    }
    return data.missingProperty().get()
        ? texts.get("results.missing", DataNames.whole(texts, data.dataProperty().get()))
        : texts.get("results.working");
  }
}
