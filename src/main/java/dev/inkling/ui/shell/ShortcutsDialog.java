package dev.inkling.ui.shell;

import atlantafx.base.theme.Styles;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/** All keys that do something, by screen. It stays open beside the window, to try them. */
final class ShortcutsDialog extends Dialog<Void> {
  private final Texts texts;

  /** The dialog: first what holds everywhere, then screen by screen, then charts. */
  ShortcutsDialog(
      Window owner, Texts texts, Shortcuts everywhere, List<ScreenSwitch.Shown> screens) {
    this.texts = texts;
    setDialogPane(new FittingPane(owner));
    initOwner(owner);
    initModality(Modality.NONE);
    setResizable(true);
    setTitle(texts.get("window.shortcuts"));
    VBox sections = new VBox(section("window.everywhere", everywhere));
    screens.forEach(
        screen -> sections.getChildren().add(section(screen.key(), screen.shortcuts())));
    sections.getChildren().add(section("window.charts", charts()));
    sections.setId("shortcuts");
    sections.getStyleClass().add("shortcuts");
    ScrollPane scrolling = new ScrollPane(sections);
    scrolling.setFitToWidth(true);
    scrolling.getStyleClass().add("shortcuts-scroll");
    getDialogPane().setContent(scrolling);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    Button close = (Button) getDialogPane().lookupButton(ButtonType.CLOSE);
    close.setText(texts.get("about.close"));
  }

  private static Shortcuts charts() {
    Shortcuts keys = new Shortcuts();
    keys.tell("window.charts.values", "←↑→↓");
    keys.tell("window.charts.move", "Shift+←↑→↓");
    keys.tell("window.charts.zoom", "+", "−");
    keys.tell("window.charts.all", "0", "Home");
    return keys;
  }

  private Node section(String titleKey, Shortcuts shortcuts) {
    Label title = new Label(texts.get(titleKey));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    GridPane grid = new GridPane();
    grid.getStyleClass().add("shortcuts-grid");
    int row = 0;
    for (Map.Entry<String, List<String>> each : shortcuts.told().entrySet()) {
      Label what = new Label(texts.get(each.getKey()));
      what.setWrapText(true);
      GridPane.setHgrow(what, Priority.ALWAYS);
      what.setMaxWidth(Double.MAX_VALUE);
      grid.addRow(row++, what, keys(each.getValue()));
    }
    VBox section = new VBox(title, row == 0 ? new Label(texts.get("window.noKeys")) : grid);
    section.getStyleClass().add("shortcuts-section");
    return section;
  }

  private static Node keys(List<String> names) {
    HBox keys = new HBox();
    keys.getStyleClass().add("keys");
    keys.setAlignment(Pos.CENTER_RIGHT);
    for (String name : names) {
      Label key = new Label(name);
      key.getStyleClass().add("key");
      key.setMinWidth(Region.USE_PREF_SIZE);
      keys.getChildren().add(key);
    }
    keys.setMinWidth(Region.USE_PREF_SIZE);
    return keys;
  }
}
