package dev.inkling.ui.kit;

import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks for a name, and says why one cannot be taken. */
public final class NameDialog extends Dialog<String> {
  private static final int LETTERS = 36;

  /**
   * The dialog.
   *
   * @param key of what is to be done, in the messages
   * @param labelKey of what stands above the field
   * @param suggestion to begin with
   * @param problem why a name, without blanks around it, cannot be taken; empty where it can
   */
  public NameDialog(
      Window owner,
      Texts texts,
      String key,
      String labelKey,
      String suggestion,
      Function<String, String> problem) {
    initOwner(owner);
    setTitle("Inkling");
    setHeaderText(texts.header(key));
    TextField name = new TextField(suggestion);
    name.setId("name");
    name.setPrefColumnCount(LETTERS);
    name.setAccessibleText(texts.get(labelKey));
    Label label = new Label(texts.get(labelKey));
    label.setLabelFor(name);
    Label why = new Label();
    why.setId("name-problem");
    why.getStyleClass().add("field-problem");
    why.setWrapText(true);
    why.setMinHeight(36); // two lines, so that nothing moves
    why.textProperty().bind(name.textProperty().map(typed -> problem(typed, problem)));
    getDialogPane().setContent(new VBox(6, label, name, why));
    ButtonType save = DialogButtons.addTo(getDialogPane(), texts);
    getDialogPane()
        .lookupButton(save)
        .disableProperty()
        .bind(
            name.textProperty()
                .map(typed -> typed.isBlank() || !problem(typed, problem).isEmpty()));
    setResultConverter(button -> button == save ? name.getText().strip() : null);
    Platform.runLater(
        () -> {
          name.requestFocus();
          name.selectAll();
        });
  }

  /** While nothing is typed nothing is wrong yet. */
  private static String problem(String typed, Function<String, String> problem) {
    return typed.isBlank() ? "" : problem.apply(typed.strip());
  }
}
