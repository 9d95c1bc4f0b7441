package dev.inkling.ui.signs;

import dev.inkling.data.Classes;
import dev.inkling.data.SignCollection;
import dev.inkling.ui.kit.DialogButtons;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks what a new collection is called and which signs it has, or which more. */
final class SignsDialog extends Dialog<SignCollection> {
  private static final int LETTERS = 36;

  private final Texts texts;
  private final List<SignCollection> all;
  private final @Nullable SignCollection open;
  private final TextField name;
  private final TextField signs;

  SignsDialog(Window owner, Texts texts, List<SignCollection> all, @Nullable SignCollection open) {
    this.texts = texts;
    this.all = all;
    this.open = open;
    name = field("signs-new-name", "signs.name");
    signs = field("signs-new-signs", "signs.signs");
    initOwner(owner);
    setTitle("Inkling");
    setHeaderText(texts.header(open == null ? "signs.new" : "signs.add"));
    name.setText(open == null ? "" : open.name());
    name.setDisable(open != null);
    signs.setPromptText("△ ○ □");
    Label why = new Label();
    why.setId("signs-problem");
    why.getStyleClass().add("field-problem");
    why.setWrapText(true);
    why.setMinHeight(36); // two lines, so that nothing moves
    StringBinding problem =
        Bindings.createStringBinding(this::problem, name.textProperty(), signs.textProperty());
    why.textProperty().bind(problem);
    Label how = new Label(texts.get("signs.signs.how"));
    how.getStyleClass().add("facts");
    how.setWrapText(true);
    getDialogPane()
        .setContent(
            new VBox(
                6, label("signs.name", name), name, label("signs.signs", signs), signs, how, why));
    ButtonType save = DialogButtons.addTo(getDialogPane(), texts);
    getDialogPane()
        .lookupButton(save)
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !isWhole() || !problem.get().isEmpty(),
                name.textProperty(),
                signs.textProperty(),
                problem));
    setResultConverter(
        button ->
            button == save
                ? new SignCollection(
                    name.getText().strip(), SignCollection.signs(signs.getText()), null)
                : null);
    Platform.runLater((open == null ? name : signs)::requestFocus);
  }

  private TextField field(String id, String key) {
    TextField field = new TextField();
    field.setId(id);
    field.setPrefColumnCount(LETTERS);
    field.setAccessibleText(texts.get(key));
    return field;
  }

  private Label label(String key, TextField field) {
    Label label = new Label(texts.get(key));
    label.setLabelFor(field);
    return label;
  }

  private boolean isWhole() {
    return !name.getText().isBlank() && !signs.getText().isBlank();
  }

  /** While nothing is typed nothing is wrong yet. */
  private String problem() {
    String typed = name.getText().strip();
    if (open == null && !typed.isEmpty()) {
      if (!SignCollection.isName(typed)) {
        return texts.get("problem.signs.name", typed, SignCollection.MOST_LETTERS);
      }
      if (all.stream().anyMatch(each -> each.name().equalsIgnoreCase(typed))) {
        return texts.get("problem.signs.exists", typed);
      }
    }
    List<String> more = SignCollection.signs(signs.getText());
    List<String> classes = open == null ? more : open.and(more).classes();
    return signs.getText().isBlank() || Classes.arePossible(classes)
        ? ""
        : texts.get("problem.signs.classes", Classes.FEWEST, Classes.MOST, Classes.LONGEST);
  }
}
