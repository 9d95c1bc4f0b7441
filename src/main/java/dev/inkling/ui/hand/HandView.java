package dev.inkling.ui.hand;

import dev.inkling.pack.InklingFile;
import dev.inkling.pack.RemovedHands.Removed;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.HandMenu;
import dev.inkling.ui.pad.HandsViewModel.Place;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The screen of a hand: above whose it is, below the sheet, or what is learned. */
public final class HandView extends VBox {
  private final HandViewModel hand;
  private final Texts texts;

  /** The screen. */
  public HandView(
      HandViewModel hand, Texts texts, ObservableValue<Boolean> dark, Shortcuts shortcuts) {
    this.hand = hand;
    this.texts = texts;
    getStyleClass().add("hand-screen");
    StackPane pages =
        new StackPane(
            shownOn(Place.SHEET, new SheetView(hand, texts, dark)),
            shownOn(Place.LEARNING, new LearningView(hand, texts, dark)));
    VBox.setVgrow(pages, Priority.ALWAYS);
    getChildren().addAll(bar(), pages);
    shortcuts.add("sheet.undo.help", this::undo, "Shortcut+Z");
    shortcuts.tell("sheet.again.help", "Backspace");
    shortcuts.tell("sheet.skip.help", "Enter");
  }

  private void undo() {
    if (hand.pageProperty().get() == Place.SHEET) {
      hand.sheet().undo();
    }
  }

  private Node shownOn(Place page, Region view) {
    view.visibleProperty().bind(hand.pageProperty().isEqualTo(page));
    view.managedProperty().bind(view.visibleProperty());
    return view;
  }

  private Node bar() {
    Label whose = new Label();
    whose.textProperty().bind(texts.bind("hand.whose"));
    whose.getStyleClass().add("facts");
    whose.setMinWidth(USE_PREF_SIZE);
    HandMenu menu =
        new HandMenu(hand.hands(), texts, List.of(this::pack, this::remove, this::restore));
    menu.setId("hand-menu");
    whose.setLabelFor(menu);
    hand.files().removedProperty().subscribe(menu::remake);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Segments<Place> pages =
        new Segments<>(
            texts,
            List.of(Place.values()),
            page -> "hand.page." + page.name().toLowerCase(Locale.ROOT),
            hand.pageProperty(),
            hand.pageProperty()::set);
    HBox bar = new HBox(10, whose, menu, gap, pages);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private MenuItem pack(HandMenu menu) {
    MenuItem item = menu.item("hand.pack", this::pack);
    item.setDisable(hand.hands().drawnProperty().get().isEmpty());
    return item;
  }

  private void pack() {
    SaveDialog.ask(
            getScene().getWindow(),
            texts.get("hand.pack"),
            texts.get("program.files"),
            HandMenu.name(hand.hands().chosenProperty().get(), texts),
            InklingFile.EXTENSION)
        .ifPresent(hand.files()::pack);
  }

  private MenuItem remove(HandMenu menu) {
    MenuItem item = menu.item("hand.remove", hand.files()::remove);
    item.setDisable(hand.hands().chosenProperty().get().name() == null);
    return item;
  }

  private MenuItem restore(HandMenu menu) {
    Removed removed = hand.files().removedProperty().get();
    MenuItem item = menu.item("hand.restore", hand.files()::restore);
    item.setText(texts.get("hand.restore", removed == null ? "" : removed.name()));
    item.setVisible(removed != null);
    return item;
  }
}
