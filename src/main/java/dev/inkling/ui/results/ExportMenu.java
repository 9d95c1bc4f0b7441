package dev.inkling.ui.results;

import dev.inkling.ui.Texts;
import javafx.scene.control.MenuButton;
import org.kordamp.ikonli.javafx.FontIcon;

/** Takes the results out of Inkling. */
final class ExportMenu extends MenuButton {
  ExportMenu(ResultsViewModel results, Texts texts) {
    super(null, new FontIcon("bi-download"));
    setId("results-export");
    disableProperty().bind(results.evaluatedProperty().isNull());
  }
}
