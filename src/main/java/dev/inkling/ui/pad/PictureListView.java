package dev.inkling.ui.pad;

import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Texts;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Below the pad: the pictures that came several at once, and what was read in each. */
final class PictureListView extends VBox {
  private final PictureListViewModel pictures;
  private final Texts texts;
  private final PictureWords words;

  PictureListView(PictureListViewModel pictures, Texts texts) {
    this.pictures = pictures;
    this.texts = texts;
    words = new PictureWords(texts);
    getStyleClass().addAll("panel", "picture-list");
    getChildren().addAll(head(), list());
    visibleProperty().bind(Bindings.isNotEmpty(pictures.pictures()));
    managedProperty().bind(visibleProperty());
  }

  private HBox head() {
    Label title = new Label();
    title.setId("pad-list-title");
    title.getStyleClass().add("card-title");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words.title(pictures.pictures()),
                pictures.pictures(),
                texts.messagesProperty()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head =
        new HBox(
            title,
            space,
            new IconButton(texts, "pad.list.copy", "bi-files", this::copy),
            new IconButton(texts, "pad.list.close", "bi-x", pictures::close));
    head.getStyleClass().add("picture-list-head");
    return head;
  }

  private ListView<ListedPicture> list() {
    ListView<ListedPicture> list = new ListView<>(pictures.pictures());
    list.setId("pad-list");
    list.setOrientation(Orientation.HORIZONTAL);
    list.accessibleTextProperty().bind(texts.bind("pad.list"));
    list.setCellFactory(_ -> new PictureCell(texts, words, pictures));
    // A picture is replaced as it is read: only its place tells which one is looked at.
    list.getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, index) -> select(index.intValue()));
    pictures
        .selectedProperty()
        .subscribe(
            index -> {
              if (index.intValue() < 0) {
                list.getSelectionModel().clearSelection();
              } else {
                list.getSelectionModel().select(index.intValue());
              }
            });
    return list;
  }

  private void select(int index) {
    if (index >= 0 && index != pictures.selectedProperty().get()) {
      pictures.show(index);
    }
  }

  /** A line for each picture, for a letter or a table. */
  private void copy() {
    String text =
        pictures.pictures().stream()
            .map(picture -> picture.name() + "\t" + words.answer(picture))
            .collect(Collectors.joining("\n", "", "\n"));
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }
}
