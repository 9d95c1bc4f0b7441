package dev.inkling.ui.data;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.ValueFormat;
import dev.inkling.data.Correction;
import dev.inkling.evaluate.LabelDoubt;
import dev.inkling.evaluate.LabelDoubts;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** An image whose label is doubted: what it is called, what it looks like, what can be said. */
final class LabelErrorCell extends ListCell<LabelDoubt> {
  /** Screen pixels for each of the 28×28. */
  private static final int ZOOM = 2;

  private final LabelErrorsViewModel errors;
  private final Texts texts;
  private final ObservableValue<Boolean> dark;
  private final ImageView picture = new ImageView();
  private final Label labels = new Label();
  private final Label facts = new Label();
  private final Label said = new Label();
  private final SplitMenuButton mend = new SplitMenuButton();
  private final Button leave = new Button();
  private final Button undo = new Button();
  private final HBox row;

  LabelErrorCell(LabelErrorsViewModel errors, Texts texts, ObservableValue<Boolean> dark) {
    this.errors = errors;
    this.texts = texts;
    this.dark = dark;
    labels.getStyleClass().add("label-error");
    facts.getStyleClass().add("facts");
    said.getStyleClass().addAll("label-said", Styles.SUCCESS);
    VBox words = new VBox(2, labels, facts);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    for (Region each : List.of(mend, leave, undo, said)) {
      each.setMinWidth(USE_PREF_SIZE);
      each.managedProperty().bind(each.visibleProperty());
      each.setFocusTraversable(false); // keys do the same to the row that is chosen
    }
    mend.setOnAction(_ -> errors.mend(List.of(getItem())));
    leave.setOnAction(_ -> errors.leaveOut(List.of(getItem())));
    undo.setOnAction(_ -> errors.undo(getItem()));
    undo.getStyleClass().add(Styles.FLAT);
    mend.setOnShowing(_ -> offer());
    mend.getItems().add(new MenuItem()); // a menu that is empty does not open
    row = new HBox(14, picture, words, said, undo, mend, leave);
    row.setAlignment(Pos.CENTER_LEFT);
  }

  /** The other classes that it may be of. */
  private void offer() {
    LabelDoubts found = errors.foundProperty().get();
    LabelDoubt doubt = getItem();
    if (found != null && doubt != null) {
      mend.getItems()
          .setAll(
              found.images().classes().stream()
                  .filter(name -> !name.equals(found.name(doubt.given())))
                  .map(name -> item(doubt, name))
                  .toList());
    }
  }

  private MenuItem item(LabelDoubt doubt, String name) {
    MenuItem item = new MenuItem(texts.get("data.labels.mend.one", name));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> errors.mend(doubt, name));
    return item;
  }

  @Override
  protected void updateItem(@Nullable LabelDoubt doubt, boolean isEmpty) {
    super.updateItem(doubt, isEmpty);
    LabelDoubts found = errors.foundProperty().get();
    if (isEmpty || doubt == null || found == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Color ink = dark.getValue() ? Color.web("#f0f3f6") : Color.web("#1b1f3b");
    picture.setImage(InkImages.of(found.images().image(doubt.image()), ink, ZOOM));
    String given = found.name(doubt.given());
    String suggested = found.name(doubt.suggested());
    labels.setText(texts.get("data.labels.line", given, suggested));
    String doubted = ValueFormat.percent(doubt.doubt(), 1);
    facts.setText(texts.get("data.labels.line.facts", doubt.image(), doubted));
    Correction correction = errors.said(doubt).orElse(null);
    show(correction, suggested);
    setAccessibleText(labels.getText() + " " + (correction == null ? "" : said.getText()));
    setGraphic(row);
  }

  private void show(@Nullable Correction correction, String suggested) {
    boolean isSaid = correction != null;
    String label = correction == null ? null : correction.label();
    said.setText(
        label == null
            ? texts.get("data.labels.said.out")
            : texts.get("data.labels.said.one", label));
    mend.setText(texts.get("data.labels.mend.one", suggested));
    leave.setText(texts.get("data.labels.leave.one"));
    undo.setText(texts.get("data.labels.undo.one"));
    said.setVisible(isSaid);
    undo.setVisible(isSaid);
    mend.setVisible(!isSaid);
    leave.setVisible(!isSaid);
    row.setOpacity(isSaid ? 0.75 : 1);
  }
}
