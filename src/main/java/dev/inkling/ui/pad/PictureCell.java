package dev.inkling.ui.pad;

import dev.inkling.ui.kit.Texts;
import java.awt.image.BufferedImage;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A picture of the list: in small, by name, and what was read in it. */
final class PictureCell extends ListCell<ListedPicture> {
  /** Of a picture, in screen pixels. */
  private static final double SIDE = 48;

  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final PictureWords words;
  private final ImageView picture = new ImageView();
  private final Label name = new Label();
  private final Label answer = new Label();
  private final HBox row;
  private final Tooltip tooltip = new Tooltip();

  PictureCell(Texts texts, PictureWords words, PictureListViewModel pictures) {
    this.words = words;
    getStyleClass().add("picture-cell");
    picture.setFitWidth(SIDE);
    picture.setFitHeight(SIDE);
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    StackPane frame = new StackPane(picture);
    frame.getStyleClass().add("picture-frame");
    frame.setMinSize(SIDE, SIDE);
    frame.setMaxSize(SIDE, SIDE);
    name.getStyleClass().add("picture-name");
    answer.getStyleClass().add("picture-answer");
    VBox text = new VBox(name, answer);
    text.setAlignment(Pos.CENTER_LEFT);
    row = new HBox(frame, text);
    row.getStyleClass().add("box");
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
    texts.messagesProperty().subscribe(() -> update(getItem()));
    // What is on the pad may have changed since: a click on what is selected shows it again.
    addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        _ -> {
          if (isSelected() && !isEmpty()) {
            pictures.show(getIndex());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable ListedPicture item, boolean isEmpty) {
    super.updateItem(item, isEmpty);
    update(isEmpty ? null : item);
  }

  private void update(@Nullable ListedPicture item) {
    setGraphic(item == null ? null : row);
    setTooltip(item == null ? null : tooltip);
    boolean isRefused = item != null && item.isRefused();
    pseudoClassStateChanged(REFUSED, isRefused);
    answer.setWrapText(isRefused);
    if (item == null) {
      return;
    }
    BufferedImage small = item.thumbnail();
    picture.setImage(small == null ? null : SwingFXUtils.toFXImage(small, null));
    name.setText(item.name());
    answer.setText(words.answer(item));
    tooltip.setText(item.file() + "\n" + answer.getText());
    setAccessibleText(item.name() + ": " + answer.getText());
  }
}
