package dev.inkling.ui.training;

import dev.inkling.run.RunInfo;
import dev.inkling.ui.kit.DialogButtons;
import dev.inkling.ui.kit.Texts;
import javafx.application.Platform;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks for a run's title and notes. */
final class DescribeDialog extends Dialog<DescribeDialog.Words> {
  private static final int NOTE_LINES = 6;
  private static final int NOTE_LETTERS = 40;

  /** What a person calls a run and wants to remember of it. */
  record Words(String title, String notes) {}

  DescribeDialog(Window owner, Texts texts, RunInfo before) {
    initOwner(owner);
    setTitle("Inkling");
    setHeaderText(texts.get("training.runs.describe"));
    TextField title = new TextField(before.title());
    title.setId("describe-title");
    TextArea notes = new TextArea(before.notes());
    notes.setId("describe-notes");
    notes.setPromptText(texts.get("training.runs.notes.prompt"));
    notes.setWrapText(true);
    notes.setPrefRowCount(NOTE_LINES);
    notes.setPrefColumnCount(NOTE_LETTERS);
    Label titleName = new Label(texts.get("training.runs.title"));
    titleName.setLabelFor(title);
    Label notesName = new Label(texts.get("training.runs.notes"));
    notesName.setLabelFor(notes);
    getDialogPane().setContent(new VBox(6, titleName, title, notesName, notes));
    ButtonType save = DialogButtons.addTo(getDialogPane(), texts);
    getDialogPane()
        .lookupButton(save)
        .disableProperty()
        .bind(title.textProperty().map(String::isBlank));
    setResultConverter(
        button ->
            button == save ? new Words(title.getText().strip(), notes.getText().strip()) : null);
    Platform.runLater(title::requestFocus);
  }
}
