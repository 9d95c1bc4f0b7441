package dev.inkling.ui.training;

import dev.inkling.file.AppFolders;
import dev.inkling.ui.kit.Texts;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks for a model's name, which no other model may have. */
final class ModelNameDialog extends Dialog<String> {
  private static final int LETTERS = 36;

  /**
   * The dialog.
   *
   * @param suggestion to begin with
   * @param taken names in lower case
   */
  ModelNameDialog(Window owner, Texts texts, String suggestion, Set<String> taken) {
    initOwner(owner);
    setTitle("Inkling");
    setHeaderText(texts.get("training.runs.save"));
    TextField name = new TextField(suggestion);
    name.setId("model-name");
    name.setPrefColumnCount(LETTERS);
    name.setAccessibleText(texts.get("training.runs.save.name"));
    Label label = new Label(texts.get("training.runs.save.name"));
    label.setLabelFor(name);
    Label problem = new Label();
    problem.setId("model-name-problem");
    problem.getStyleClass().add("field-problem");
    problem.setWrapText(true);
    problem.setMinHeight(36); // two lines, so that nothing moves
    problem.textProperty().bind(name.textProperty().map(typed -> problem(texts, typed, taken)));
    getDialogPane().setContent(new VBox(6, label, name, problem));
    ButtonType save = DialogButtons.addTo(getDialogPane(), texts);
    getDialogPane()
        .lookupButton(save)
        .disableProperty()
        .bind(name.textProperty().map(typed -> !isGood(texts, typed, taken)));
    setResultConverter(button -> button == save ? name.getText().strip() : null);
    Platform.runLater(
        () -> {
          name.requestFocus();
          name.selectAll();
        });
  }

  private static boolean isGood(Texts texts, String typed, Set<String> taken) {
    return !typed.isBlank() && problem(texts, typed, taken).isEmpty();
  }

  private static String problem(Texts texts, String typed, Set<String> taken) {
    String name = typed.strip();
    if (taken.contains(name.toLowerCase(Locale.ROOT))) {
      return texts.get("problem.model.exists", name);
    }
    return name.isEmpty() || AppFolders.isName(name) ? "" : texts.get("problem.model.name", name);
  }
}
