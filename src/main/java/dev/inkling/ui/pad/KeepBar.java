package dev.inkling.ui.pad;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.ValueFormat;
import dev.inkling.data.Digits;
import dev.inkling.data.Kept;
import dev.inkling.recognize.Reading;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.HandsViewModel.Learning;
import dev.inkling.ui.pad.HandsViewModel.Place;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Below the pad: how to keep the drawing with its right label, and what it was kept as. */
final class KeepBar extends HBox {
  private final PadViewModel pad;
  private final KeepViewModel keeping;
  private final Texts texts;

  KeepBar(PadViewModel pad, Texts texts, ShortcutButtons commands, Shortcuts shortcuts) {
    this.pad = pad;
    keeping = pad.keeping();
    this.texts = texts;
    getStyleClass().add("keep-bar");
    Label notice = new Label();
    notice.setId("keep-notice");
    notice
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> notice(keeping.keptProperty().get()),
                keeping.keptProperty(),
                pad.readingProperty(),
                pad.selectedProperty(),
                pad.hands().drawnProperty(),
                pad.cardProperty(),
                texts.messagesProperty()));
    Node done = new FontIcon("bi-check-circle-fill");
    done.getStyleClass().add("kept-icon");
    showWhen(done, true);
    MenuButton menu = menu(commands);
    showWhen(menu, false);
    Button undo = new Button();
    undo.setId("keep-undo");
    undo.textProperty().bind(texts.bind("pad.keep.undo"));
    undo.accessibleTextProperty().bind(texts.bind("pad.keep.undo.spoken"));
    undo.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, Styles.SMALL);
    undo.setOnAction(_ -> keeping.undo());
    showWhen(undo, true);
    getChildren().addAll(done, menu, notice, undo, learn());
    visibleProperty().bind(keeping.keepableProperty());
    managedProperty().bind(keeping.elsewhereProperty().not());
    shortcuts.addTyped(
        "pad.keep.help", digit -> keeping.keep(Integer.parseInt(digit)), "[0-9]", "0–9");
  }

  /** Only while the drawing is kept, or only while it is not. */
  private void showWhen(Node node, boolean isKept) {
    node.visibleProperty()
        .bind(isKept ? keeping.keptProperty().isNotNull() : keeping.keptProperty().isNull());
    node.managedProperty().bind(node.visibleProperty());
  }

  private String notice(@Nullable Kept kept) {
    Reading reading = pad.readingProperty().get();
    if (!reading.isNumber()) {
      return kept == null ? texts.get("pad.keep.hint") : kept(kept);
    }
    int digit = pad.selectedProperty().get() + 1;
    int all = reading.digits().size();
    return kept == null
        ? texts.get("pad.keep.hint.number", digit, all)
        : texts.get("pad.kept.number", digit, all, kept.label());
  }

  /** Where it is kept; and, when there are several of this digit, how this hand's are read. */
  private String kept(Kept kept) {
    HandTally tally = pad.hands().tally(kept.label());
    return tally.read() < 2
        ? texts.get("pad.kept", kept.label())
        : texts.get("pad.kept.tally", kept.label(), tally.right(), tally.read());
  }

  /** Offered where it would help; while it goes on, it says what is read by now. */
  private Button learn() {
    HandsViewModel hands = pad.hands();
    Button learn = new Button(null, new FontIcon("bi-stars"));
    learn.setId("pad-learn");
    learn
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> learning(hands.learningProperty().get()),
                hands.learningProperty(),
                texts.messagesProperty()));
    learn.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, Styles.SMALL);
    learn.setMinWidth(USE_PREF_SIZE);
    learn.setOnAction(_ -> hands.visit(Place.LEARNING));
    learn
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> hands.tally().isWorthLearning() || hands.learningProperty().get() != null,
                hands.drawnProperty(),
                hands.learningProperty(),
                pad.cardProperty()));
    learn.managedProperty().bind(learn.visibleProperty());
    return learn;
  }

  private String learning(@Nullable Learning learning) {
    if (learning == null) {
      return texts.get("pad.learn");
    }
    String part = ValueFormat.percent(learning.part(), 0);
    Recognition now = learning.now();
    return now == null || now.isBlank()
        ? texts.get("pad.learning", part)
        : texts.get("pad.learning.reads", part, now.digit());
  }

  /** For those who have no keyboard at hand. */
  private MenuButton menu(ShortcutButtons commands) {
    MenuButton menu = new MenuButton();
    menu.setId("keep-menu");
    menu.textProperty().bind(texts.bind("pad.keep"));
    menu.accessibleTextProperty().bind(texts.bind("pad.keep.help"));
    menu.setGraphic(new FontIcon("bi-bookmark-plus"));
    menu.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    menu.setTooltip(commands.tooltip("pad.keep.help"));
    for (int label = 0; label < Digits.CLASSES; label++) {
      int right = label;
      MenuItem item = new MenuItem(String.valueOf(label));
      item.setId("keep-as-" + label);
      item.setOnAction(_ -> keeping.keep(right));
      menu.getItems().add(item);
    }
    return menu;
  }
}
