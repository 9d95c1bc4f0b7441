package dev.inkling.ui.pad;

import dev.inkling.ink.Drawing;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** The pad's screen: on the left one draws, on the right stands what is read. */
public final class PadView extends HBox {
  private final PadViewModel pad;
  private final Texts texts;
  private final ShortcutButtons commands;
  private final PictureInput pictures;

  /** The screen of a pad. */
  public PadView(
      PadViewModel pad, Texts texts, ObservableValue<Boolean> dark, Shortcuts shortcuts) {
    this.pad = pad;
    this.texts = texts;
    commands = new ShortcutButtons(texts, shortcuts);
    pictures = new PictureInput(pad, texts, this);
    getStyleClass().add("pad");
    KeepBar keepBar = new KeepBar(pad.keeping(), texts, commands, shortcuts);
    VBox drawing =
        new VBox(paper(dark), keepBar, toolbar(), new PictureListView(pad.pictures(), texts));
    drawing.getStyleClass().add("column");
    HBox.setHgrow(drawing, Priority.ALWAYS);
    SightView sight = new SightView(pad.sight(), texts, shortcuts);
    ResultView results = new ResultView(pad, texts, sight, modelSelector());
    HBox.setHgrow(results, Priority.ALWAYS);
    getChildren().addAll(drawing, results);
    pictures.acceptDrops();
  }

  /** The canvas as a square as large as there is room, with the hint while it is empty. */
  private Region paper(ObservableValue<Boolean> dark) {
    PadCanvas canvas = new PadCanvas(pad, dark);
    PadHints hints = new PadHints(pad, texts);
    DigitBoxes boxes = new DigitBoxes(pad, texts);
    StackPane room = new StackPane(canvas, boxes, hints);
    room.getStyleClass().add("pad-room");
    canvas.maxWidthProperty().bind(Bindings.min(room.widthProperty(), room.heightProperty()));
    canvas.maxHeightProperty().bind(canvas.maxWidthProperty());
    boxes.maxWidthProperty().bind(canvas.maxWidthProperty());
    boxes.maxHeightProperty().bind(canvas.maxWidthProperty());
    room.setMinSize(Drawing.SIZE, Drawing.SIZE);
    VBox.setVgrow(room, Priority.ALWAYS);
    return room;
  }

  private HBox toolbar() {
    HBox toolbar =
        new HBox(
            tools(),
            width(),
            new Separator(Orientation.VERTICAL),
            commands.button(
                "pad.undo",
                "bi-arrow-counterclockwise",
                pad::undo,
                pad.undoableProperty(),
                "Shortcut+Z"),
            commands.button(
                "pad.redo",
                "bi-arrow-clockwise",
                pad::redo,
                pad.redoableProperty(),
                "Shortcut+Y",
                "Shortcut+Shift+Z"),
            commands.button(
                "pad.clear",
                "bi-trash",
                pad::clear,
                pad.drawingProperty().map(drawing -> !drawing.isEmpty()),
                "Delete",
                "Backspace"),
            new Separator(Orientation.VERTICAL),
            commands.button("pad.open", "bi-image", pictures::choose, null, "Shortcut+O"),
            commands.button("pad.paste", "bi-clipboard", pictures::paste, null, "Shortcut+V"),
            commands.button("pad.sample", "bi-shuffle", pad::drawSample, null, "Shortcut+D"));
    toolbar.getStyleClass().add("tools");
    return toolbar;
  }

  private SegmentedButton tools() {
    ToggleButton pen = commands.toggle("pad.pen", "bi-pencil-fill", "P");
    ToggleButton eraser = commands.toggle("pad.eraser", "bi-eraser-fill", "E");
    SegmentedButton both = new SegmentedButton(pen, eraser);
    // One of the two is always down: pressing what is down leaves it there.
    pen.setOnAction(_ -> pad.eraserProperty().set(false));
    eraser.setOnAction(_ -> pad.eraserProperty().set(true));
    both.getToggleGroup().selectedToggleProperty().addListener((_, _, _) -> select(pen, eraser));
    pad.eraserProperty().subscribe(_ -> select(pen, eraser));
    return both;
  }

  private void select(ToggleButton pen, ToggleButton eraser) {
    (pad.eraserProperty().get() ? eraser : pen).setSelected(true);
  }

  private HBox width() {
    Slider slider = new Slider(PadViewModel.MIN_WIDTH, PadViewModel.MAX_WIDTH, 0);
    slider.setId("pad-width");
    slider.valueProperty().bindBidirectional(pad.brushWidthProperty());
    slider.setTooltip(commands.tooltip("pad.width"));
    slider.accessibleTextProperty().bind(texts.bind("pad.width"));
    HBox box =
        new HBox(
            commands.button("pad.thinner", "bi-dash", () -> pad.widen(-1), null, "Open Bracket"),
            slider,
            commands.button("pad.wider", "bi-plus", () -> pad.widen(1), null, "Close Bracket"));
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private Choice<Entry> modelSelector() {
    Choice<Entry> selector = new Choice<>(texts, pad.models(), pad.modelProperty(), Entry::name);
    selector.setId("pad-model");
    selector.setTooltip(commands.tooltip("pad.model"));
    return selector;
  }
}
