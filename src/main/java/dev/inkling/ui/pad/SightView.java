package dev.inkling.ui.pad;

import dev.inkling.image.Hint;
import dev.inkling.recognize.SightPicture;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.controlsfx.control.SegmentedButton;

/** What was seen in the picture that was opened, and how to help; there while there is such. */
final class SightView extends VBox {
  private final SightViewModel model;
  private final Texts texts;

  SightView(SightViewModel model, Texts texts, Shortcuts shortcuts) {
    this.model = model;
    this.texts = texts;
    setId("pad-sight");
    getStyleClass().addAll("panel", "sight");
    SightPane pane = new SightPane(model, texts);
    VBox.setVgrow(pane, Priority.ALWAYS);
    getChildren().addAll(head(), pane, tools(), new SightWords(model, texts), legend());
    visibleProperty().bind(model.sightProperty().isNotNull());
    managedProperty().bind(visibleProperty());
    shortcuts.add("pad.sight.away", model::close, "Esc");
    shortcuts.tell("pad.sight.keys", "←↑→↓", "Shift+←↑→↓");
  }

  private HBox head() {
    Label title = label("pad.sight", "card-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label name = new Label();
    name.setId("pad-sight-name");
    name.getStyleClass().add("sight-note");
    name.textProperty()
        .bind(model.openedProperty().map(opened -> opened == null ? "" : opened.name()).orElse(""));
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(name.textProperty()); // where there is no room for it
    name.setTooltip(whole);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    IconButton again =
        new IconButton(texts, "pad.sight.again", "bi-arrow-counterclockwise", model::startOver);
    again
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.canStartOver(), model.aimProperty(), model.openedProperty()));
    HBox head =
        new HBox(
            title,
            name,
            space,
            again,
            new IconButton(texts, "pad.sight.close", "bi-x", model::close));
    head.getStyleClass().add("picture-list-head");
    return head;
  }

  private HBox tools() {
    SegmentedButton tools = new SegmentedButton();
    Map<Hint.Kind, ToggleButton> byKind = new EnumMap<>(Hint.Kind.class);
    for (Hint.Kind kind : Hint.Kind.values()) {
      byKind.put(kind, tool(kind));
    }
    tools.getButtons().addAll(byKind.values());
    ToggleGroup group = tools.getToggleGroup();
    group.getToggles().setAll(byKind.values()); // now, not when they are first seen
    model.toolProperty().subscribe(now -> group.selectToggle(now == null ? null : byKind.get(now)));
    // Arrow keys select a button without pressing it.
    group
        .selectedToggleProperty()
        .subscribe(now -> model.toolProperty().set(now == null ? null : kind(now)));
    HBox row = new HBox(label("pad.sight.tools", "sight-note"), tools);
    row.getStyleClass().add("sight-row");
    return row;
  }

  private static Hint.Kind kind(Toggle tool) {
    return (Hint.Kind) tool.getUserData();
  }

  /** A second click puts the tool away. */
  private ToggleButton tool(Hint.Kind kind) {
    String key = "pad.sight." + kind.name().toLowerCase(Locale.ROOT);
    ToggleButton tool = new ToggleButton();
    tool.setId(key.replace('.', '-'));
    tool.textProperty().bind(texts.bind(key));
    Circle mark = new Circle(5, SightPainting.color(kind));
    mark.setStroke(Color.GRAY);
    mark.setStrokeWidth(kind == Hint.Kind.PAPER ? 1 : 0);
    tool.setGraphic(mark);
    Tooltip help = new Tooltip();
    help.textProperty().bind(texts.bind(key + ".help"));
    tool.setTooltip(help);
    tool.accessibleHelpProperty().bind(help.textProperty());
    tool.setUserData(kind);
    return tool;
  }

  private HBox legend() {
    HBox row =
        new HBox(
            swatch(SightPicture.READ),
            label("pad.sight.read", "sight-note"),
            swatch(SightPicture.BESIDE),
            label("pad.sight.beside", "sight-note"),
            swatch(SightPicture.LEFT_OUT),
            label("pad.sight.leftOut", "sight-note"));
    row.getStyleClass().add("sight-row");
    return row;
  }

  private static Node swatch(int rgb) {
    Rectangle swatch = new Rectangle(11, 11, SightPainting.color(rgb));
    swatch.setArcWidth(4);
    swatch.setArcHeight(4);
    return swatch;
  }

  private Label label(String key, String style) {
    Label label = new Label();
    label.textProperty().bind(texts.bind(key));
    label.getStyleClass().add(style);
    return label;
  }
}
