package dev.inkling.ui.results;

import dev.inkling.data.DataSource;
import dev.inkling.data.ImageSource;
import dev.inkling.ui.kit.StatusPane;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;

/** What is shown while there are no results: how far they are, or why there are none. */
final class StatusView {
  private StatusView() {}

  /**
   * The view.
   *
   * @param chooseFolder asks for a folder with images
   */
  static StatusPane of(ResultsViewModel results, Texts texts, Runnable chooseFolder) {
    StatusPane pane =
        new StatusPane(
            "results",
            "bi-grid-3x3",
            Bindings.createStringBinding(
                () -> text(results, texts),
                results.workingProperty(),
                results.missingProperty(),
                results.failureProperty(),
                results.modelProperty(),
                results.dataProperty(),
                texts.messagesProperty()),
            results.workingProperty(),
            results.progressProperty());
    pane.addWays(
        texts,
        results.missingProperty(),
        results.missingProperty(),
        results::download,
        chooseFolder,
        () -> results.dataProperty().set(DataSource.SYNTHETIC));
    DrawingsControls drawings = new DrawingsControls(results.drawings(), texts, "no-drawings-");
    pane.addWays(
        Bindings.createBooleanBinding(
            () -> areNoDrawings(results), results.dataProperty(), results.workingProperty()),
        drawings.undo(),
        drawings.imports());
    return pane;
  }

  /** While there are none of one's own. */
  private static boolean areNoDrawings(ResultsViewModel results) {
    return ImageSource.of(results.dataProperty().get()).isDrawnHere()
        && !results.workingProperty().get();
  }

  private static String text(ResultsViewModel results, Texts texts) {
    if (results.workingProperty().get()) {
      return texts.get("results.working");
    }
    if (results.failureProperty().get() != null) {
      return texts.get(results.failureProperty().get());
    }
    return results.missingProperty().get()
        ? texts.get(
            "results.missing", texts.get(ImageSource.of(results.dataProperty().get()).title()))
        : texts.get("results.noModel");
  }
}
