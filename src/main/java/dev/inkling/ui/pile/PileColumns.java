package dev.inkling.ui.pile;

import dev.inkling.chart.ValueFormat;
import dev.inkling.ui.kit.Texts;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/** The columns of the table: picture, what is read, how surely, what is right, and its name. */
final class PileColumns {
  /** Of a picture, in screen pixels. */
  static final double SIDE = 48;

  private final PileViewModel pile;
  private final PilePictures pictures;
  private final Texts texts;

  PileColumns(PileViewModel pile, PilePictures pictures, Texts texts) {
    this.pile = pile;
    this.pictures = pictures;
    this.texts = texts;
  }

  List<TableColumn<PileItem, ?>> all() {
    TableColumn<PileItem, PileItem> picture = column("picture", SIDE + 20, item -> item);
    picture.setCellFactory(_ -> new PictureCell());
    picture.setMaxWidth(SIDE + 20);
    TableColumn<PileItem, String> read = column("read", 300, PileItem::text);
    read.setCellFactory(_ -> new ReadCell());
    TableColumn<PileItem, String> sure = column("sure", 84, PileColumns::sure);
    sure.setMaxWidth(110);
    TableColumn<PileItem, String> right = column("right", 110, PileItem::said);
    right.setMaxWidth(140);
    right.setCellValueFactory(row -> row.getValue().saidProperty());
    right.setCellFactory(_ -> new RightCell(pile));
    right.setOnEditCommit(
        event ->
            pile.correct(
                event.getRowValue(), event.getNewValue() == null ? "" : event.getNewValue()));
    right.setEditable(true);
    TableColumn<PileItem, String> name = column("name", 160, PileItem::name);
    name.setCellFactory(_ -> new TextCell());
    return List.of(picture, read, sure, right, name);
  }

  private <T> TableColumn<PileItem, T> column(
      String key, double width, Function<PileItem, @Nullable T> value) {
    TableColumn<PileItem, T> column = new TableColumn<>();
    column.setId("pile-" + key);
    column.textProperty().bind(texts.bind("pile.column." + key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setSortable(false); // the least sure come first, and most are not here
    column.setReorderable(false);
    column.setEditable(false);
    return column;
  }

  private static String sure(PileItem item) {
    Float confidence = item.row().confidence();
    return confidence == null
        ? ""
        : ValueFormat.percent(confidence, 1) + (item.row().isDigit() ? "" : " ?");
  }

  /** What does not fit is in a tooltip. */
  private static class TextCell extends TableCell<PileItem, String> {
    private final Tooltip tooltip = new Tooltip();

    TextCell() {
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(420);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean isEmpty) {
      super.updateItem(text, isEmpty);
      boolean isThere = !isEmpty && text != null && !text.isEmpty();
      setText(isThere ? text : null);
      PileItem item = getTableRow() == null ? null : getTableRow().getItem();
      tooltip.setText(isThere && item != null ? item.row().path() + "\n" + text : "");
      setTooltip(isThere ? tooltip : null);
    }
  }

  /** Why nothing is read takes several lines. */
  private static final class ReadCell extends TextCell {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    @Override
    protected void updateItem(@Nullable String text, boolean isEmpty) {
      super.updateItem(text, isEmpty);
      PileItem item = getTableRow() == null ? null : getTableRow().getItem();
      boolean isRefused = !isEmpty && item != null && item.row().problem() != null;
      pseudoClassStateChanged(REFUSED, isRefused);
      setWrapText(isRefused);
    }
  }

  private final class PictureCell extends TableCell<PileItem, PileItem> {
    private final ImageView view = new ImageView();
    private final Label frame = new Label(null, view);

    PictureCell() {
      view.setFitWidth(SIDE);
      view.setFitHeight(SIDE);
      view.setPreserveRatio(true);
    }

    @Override
    protected void updateItem(@Nullable PileItem item, boolean isEmpty) {
      super.updateItem(item, isEmpty);
      view.setImage(null);
      setGraphic(isEmpty || item == null ? null : frame);
      if (!isEmpty && item != null) {
        String path = item.row().path();
        frame.setAccessibleText(item.name());
        pictures.show(
            path, () -> getItem() != null && getItem().row().path().equals(path), this::show);
      }
    }

    private void show(BufferedImage small) {
      view.setImage(SwingFXUtils.toFXImage(small, null));
    }
  }
}
