package dev.inkling.ui.pad;

import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.HandsViewModel.Place;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** The pad's screen: on the left one draws, on the right stands what is read. */
public final class PadView extends HBox {
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /** What the screen takes at its full size, in pixels. */
  private static final double LOWER_THAN = 680;

  private static final double NARROWER_THAN = 1100;

  private final PadViewModel pad;
  private final Texts texts;
  private final ShortcutButtons commands;
  private final PictureInput pictures;

  /**
   * The screen of a pad.
   *
   * @param below what else there may be under the paper
   * @param menu beside the hand that draws
   */
  public PadView(
      PadViewModel pad,
      Texts texts,
      ObservableValue<Boolean> dark,
      Shortcuts shortcuts,
      Node below,
      Node menu) {
    this.pad = pad;
    this.texts = texts;
    commands = new ShortcutButtons(texts, shortcuts);
    pictures = new PictureInput(pad, texts, this);
    getStyleClass().add("pad");
    KeepBar keepBar = new KeepBar(pad, texts, commands, shortcuts);
    VBox drawing =
        new VBox(
            paper(dark), keepBar, below, toolbar(), new PictureListView(pad.pictures(), texts));
    drawing.getStyleClass().add("column");
    HBox.setHgrow(drawing, Priority.ALWAYS);
    SightView sight = new SightView(pad.sight(), texts, shortcuts);
    ResultView results = new ResultView(pad, texts, sight, network(menu));
    HBox.setHgrow(results, Priority.ALWAYS);
    getChildren().addAll(drawing, results);
    pictures.acceptDrops();
    widthProperty().subscribe(this::fit);
    heightProperty().subscribe(this::fit);
  }

  /** On small screens everything is smaller rather than out of sight. */
  private void fit() {
    pseudoClassStateChanged(LOW, getHeight() < LOWER_THAN);
    pseudoClassStateChanged(NARROW, getWidth() < NARROWER_THAN);
  }

  /** The canvas as a square as large as there is room, with the hint while it is empty. */
  private Region paper(ObservableValue<Boolean> dark) {
    PadCanvas canvas = new PadCanvas(pad, texts, dark);
    PadHints hints = new PadHints(pad, texts);
    DigitBoxes boxes = new DigitBoxes(pad, texts);
    StackPane room = new StackPane(canvas, boxes, hints);
    room.getStyleClass().add("pad-room");
    canvas.maxWidthProperty().bind(Bindings.min(room.widthProperty(), room.heightProperty()));
    canvas.maxHeightProperty().bind(canvas.maxWidthProperty());
    boxes.maxWidthProperty().bind(canvas.maxWidthProperty());
    boxes.maxHeightProperty().bind(canvas.maxWidthProperty());
    room.setMinSize(PadCanvas.LEAST, PadCanvas.LEAST);
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
            OpenMenu.of(pad, texts, commands, pictures::choose),
            commands.button("pad.paste", "bi-clipboard", pictures::paste, null, "Shortcut+V"),
            commands.button("pad.sample", "bi-shuffle", pad::drawSample, null, "Shortcut+D"),
            ShareMenu.of(pad, texts, commands));
    toolbar.getStyleClass().add("tools");
    return toolbar;
  }

  private SegmentedButton tools() {
    ToggleButton pen = commands.tool("pad.pen", "bi-pencil-fill", "P");
    ToggleButton eraser = commands.tool("pad.eraser", "bi-eraser-fill", "E");
    SegmentedButton both = new SegmentedButton(pen, eraser);
    ToggleGroup group = both.getToggleGroup();
    group.getToggles().setAll(pen, eraser); // now, not when they are first seen
    pad.eraserProperty().subscribe(isErasing -> group.selectToggle(isErasing ? eraser : pen));
    // Arrow keys select a button without pressing it.
    group.selectedToggleProperty().subscribe(now -> pad.eraserProperty().set(now == eraser));
    return both;
  }

  private HBox width() {
    Slider slider = new Slider(PadViewModel.MIN_WIDTH, PadViewModel.MAX_WIDTH, 0);
    slider.setId("pad-width");
    slider.valueProperty().bindBidirectional(pad.brushWidthProperty());
    slider.setTooltip(commands.tooltip("pad.width"));
    slider.accessibleTextProperty().bind(texts.bind("pad.width"));
    HBox box =
        new HBox(
            commands.typed("pad.thinner", "bi-dash", () -> pad.widen(-1), "[-−\\[]", "−"),
            slider,
            commands.typed("pad.wider", "bi-plus", () -> pad.widen(1), "[+=\\]]", "+"));
    box.setAlignment(Pos.CENTER);
    return box;
  }

  /** The network that reads, and the hand that draws. */
  private HBox network(Node menu) {
    Choice<Entry> selector = modelSelector();
    HBox.setHgrow(selector, Priority.ALWAYS);
    HandsViewModel hands = pad.hands();
    HandMenu hand =
        new HandMenu(
            hands,
            texts,
            List.of(
                its -> its.item("hand.sheet", () -> hands.visit(Place.SHEET)),
                its -> its.item("hand.learn", () -> hands.visit(Place.LEARNING))));
    hand.setId("pad-hand");
    return new HBox(8, selector, hand, menu);
  }

  private Choice<Entry> modelSelector() {
    Choice<Entry> selector = new Choice<>(texts, pad.models(), pad.modelProperty(), Entry::name);
    selector.setId("pad-model");
    selector.accessibleTextProperty().bind(texts.bind("pad.model"));
    selector.setTooltip(commands.tooltip("pad.model"));
    return selector;
  }
}
