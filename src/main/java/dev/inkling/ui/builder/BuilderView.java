package dev.inkling.ui.builder;

import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Panel;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The screen: what layers there are, those of the network, and what it costs. */
public final class BuilderView extends VBox {
  /** Below this height there is no room for the picture of the network. */
  private static final double LOW = 640;

  private final BuilderViewModel builder;
  private final Texts texts;
  private final LayerCards cards;
  private final Palette palette;
  private final BuilderTools tools;

  /** The screen. */
  public BuilderView(BuilderViewModel builder, Texts texts, Shortcuts shortcuts) {
    this.builder = builder;
    this.texts = texts;
    builder.open();
    getStyleClass().add("builder");
    cards = new LayerCards(builder, texts);
    palette = new Palette(builder, texts, cards::focusSelected);
    tools = new BuilderTools(builder, texts);
    HBox below = new HBox(side(), network(), right());
    below.getStyleClass().add("row");
    VBox.setVgrow(below, Priority.ALWAYS);
    PlanView plan = new PlanView(builder, texts);
    // In a low window the layers need the room.
    plan.visibleProperty().bind(heightProperty().greaterThan(LOW));
    getChildren().addAll(tools, plan, below);
    keys(shortcuts);
  }

  private Node side() {
    Panel panel = new Panel(texts, "builder.palette", palette);
    panel.getStyleClass().add("builder-palette");
    return panel;
  }

  private Node network() {
    ScrollPane scroll = scrolling(cards);
    StackPane place = new StackPane(scroll, hint());
    VBox.setVgrow(place, Priority.ALWAYS);
    Panel panel =
        new Panel(
            texts, "builder.layers", new VBox(new CompareMenu(builder, texts), head(), place));
    panel.getStyleClass().add("builder-network-panel");
    HBox.setHgrow(panel, Priority.ALWAYS);
    return panel;
  }

  /** Where nothing is yet, what to do. */
  private Node hint() {
    Label hint = new Label();
    hint.setId("builder-hint");
    hint.textProperty().bind(texts.bind("builder.layers.none"));
    hint.getStyleClass().add("builder-hint");
    hint.setWrapText(true);
    hint.setMouseTransparent(true);
    hint.visibleProperty().bind(builder.draftProperty().map(draft -> draft.layers().isEmpty()));
    return hint;
  }

  private Node right() {
    VBox right =
        new VBox(
            new Panel(texts, "builder.totals", new TotalsPane(builder, texts, builder.isFree())),
            new TrainPane(builder, texts));
    right.getStyleClass().add("column");
    ScrollPane scroll = scrolling(right);
    scroll.getStyleClass().add("builder-right");
    return scroll;
  }

  private static ScrollPane scrolling(Region content) {
    ScrollPane scroll = new LivePane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("clear-scroll");
    return scroll;
  }

  /** What stands in the columns of the cards. */
  private Node head() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label output = title("output");
    output.getStyleClass().add("builder-size");
    HBox head = new HBox(gap, output, title("parameters"), title("operations"), title("share"));
    head.getStyleClass().add("layer-titles");
    return head;
  }

  private Label title(String column) {
    String key = "builder.column." + column;
    Label title = new Label();
    title.textProperty().bind(texts.bind(key));
    title.getStyleClass().addAll("builder-figure", "layer-title");
    Tooltip help = new Tooltip();
    help.setWrapText(true);
    help.setMaxWidth(320);
    help.textProperty().bind(texts.bind(key + ".help"));
    title.setTooltip(help);
    return title;
  }

  private void keys(Shortcuts keys) {
    keys.tell("builder.keys.select", "↑", "↓", "Home", "End");
    keys.tell("builder.keys.edit", "Enter");
    keys.add("builder.up", () -> builder.move(-1), "Alt+Up");
    keys.add("builder.down", () -> builder.move(1), "Alt+Down");
    keys.add("builder.duplicate", builder::duplicate, "Shortcut+D");
    keys.add("builder.remove", builder::remove, "Delete", "Back_Space");
    keys.addTyped("builder.keys.add", _ -> palette.focusKinds(), "[aA+]", "A");
    keys.addTyped("builder.keys.type", _ -> palette.focusTyped(), "/", "/");
    keys.add("builder.undo", builder::undo, "Shortcut+Z");
    keys.add("builder.redo", builder::redo, "Shortcut+Y", "Shortcut+Shift+Z");
    keys.add("builder.text", tools::copyText, "Shortcut+C");
    keys.add("builder.paste", this::paste, "Shortcut+V");
  }

  private void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasString()) {
      palette.paste(clipboard.getString());
    }
  }
}
