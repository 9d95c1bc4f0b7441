package dev.inkling.ui.shell;

import atlantafx.base.theme.Styles;
import dev.inkling.ui.kit.Texts;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** What Inkling is, what it is made of and by which licences. */
final class AboutDialog extends Dialog<Void> {
  /** Around the content: title bar, buttons, and something of the window behind. */
  private static final int MARGIN = 140;

  private final Texts texts;

  /**
   * The dialog.
   *
   * @param diagnostics of this machine, to be copied into a report
   */
  AboutDialog(Window owner, Texts texts, Diagnostics diagnostics) {
    this.texts = texts;
    initOwner(owner);
    setTitle(texts.get("program.about"));
    VBox content = new VBox(16, head(diagnostics), versions(diagnostics), licences());
    content.setPadding(new Insets(20, 20, 0, 20));
    content.setPrefSize(
        Math.min(680, owner.getWidth() - MARGIN), Math.min(540, owner.getHeight() - MARGIN));
    setResizable(true);
    getDialogPane().setContent(content);
    ButtonType copy = new ButtonType(texts.get("about.copy"), ButtonBar.ButtonData.LEFT);
    getDialogPane().getButtonTypes().addAll(copy, ButtonType.CLOSE);
    Button copyButton = (Button) getDialogPane().lookupButton(copy);
    copyButton.setId("about-copy");
    copyButton.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          copy(diagnostics.text());
          copyButton.setText(texts.get("about.copied"));
          event.consume(); // the dialog stays
        });
    Button close = (Button) getDialogPane().lookupButton(ButtonType.CLOSE);
    close.setText(texts.get("about.close"));
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private HBox head(Diagnostics diagnostics) {
    ImageView icon =
        new ImageView(
            new Image(AboutDialog.class.getResourceAsStream("/dev/inkling/icons/inkling-128.png")));
    icon.setFitWidth(64);
    icon.setFitHeight(64);
    Label name = new Label("Inkling " + diagnostics.version());
    name.getStyleClass().add(Styles.TITLE_2);
    Label what = new Label(texts.get("about.what"));
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    VBox words = new VBox(4, name, what);
    HBox.setHgrow(words, Priority.ALWAYS);
    return new HBox(16, icon, words);
  }

  private GridPane versions(Diagnostics diagnostics) {
    GridPane grid = new GridPane(16, 4);
    grid.setId("about-versions");
    int row = 0;
    for (Diagnostics.Fact fact : diagnostics.facts()) {
      Label name = new Label(texts.get("about." + fact.key()));
      name.getStyleClass().add(Styles.TEXT_MUTED);
      name.setMinWidth(Region.USE_PREF_SIZE);
      Label value = new Label(value(fact));
      value.setWrapText(true);
      value.setMinHeight(Region.USE_PREF_SIZE);
      grid.addRow(row++, name, value);
    }
    return grid;
  }

  private String value(Diagnostics.Fact fact) {
    return fact.key().equals(Diagnostics.BACKEND)
        ? texts.get("about.backend." + fact.value())
        : fact.value();
  }

  private VBox licences() {
    Label title = new Label(texts.get("about.licences"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    TextArea list = new TextArea(Diagnostics.licences());
    list.setId("about-licences");
    list.setEditable(false);
    list.setWrapText(true);
    list.setMinHeight(120);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox box = new VBox(6, title, list);
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }
}
