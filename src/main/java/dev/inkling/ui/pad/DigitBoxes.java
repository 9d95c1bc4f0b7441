package dev.inkling.ui.pad;

import dev.inkling.chart.ValueFormat;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.ink.Drawing;
import dev.inkling.recognize.Reading;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Boxes around the digits of a number, over the ink: each has a tag with the digit and how sure it
 * is, and a click on it (or Enter, when it has the focus) looks at that digit.
 */
final class DigitBoxes extends Pane {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  /** Between a box and its ink, and between tags, in screen pixels. */
  private static final double ROOM = 6;

  private final PadViewModel pad;
  private final Texts texts;
  private final List<Region> boxes = new ArrayList<>();
  private final List<Button> tags = new ArrayList<>();

  DigitBoxes(PadViewModel pad, Texts texts) {
    this.pad = pad;
    this.texts = texts;
    setPickOnBounds(false);
    pad.readingProperty().subscribe(this::show);
    pad.selectedProperty().subscribe(this::markSelected);
    texts.messagesProperty().subscribe(() -> show(pad.readingProperty().get()));
  }

  private List<Reading.Digit> digits() {
    Reading reading = pad.readingProperty().get();
    return reading.isNumber() ? reading.digits() : List.of();
  }

  /** The nodes stay while a number is written, or a tag would lose the focus at every stroke. */
  private void show(Reading reading) {
    List<Reading.Digit> digits = digits();
    while (tags.size() < digits.size()) {
      add(tags.size());
    }
    for (int i = 0; i < tags.size(); i++) {
      boolean isShown = i < digits.size();
      boxes.get(i).setVisible(isShown);
      tags.get(i).setVisible(isShown);
      if (isShown) {
        Recognition read = digits.get(i).recognition();
        String confidence = ValueFormat.percent(read.confidence(), 0);
        tags.get(i).setAccessibleText(texts.get("pad.number.tag", read.name(), confidence));
      }
    }
    markSelected();
    requestLayout();
  }

  private void add(int i) {
    Region box = new Region();
    box.getStyleClass().add("digit-box");
    box.setMouseTransparent(true);
    Button tag = new Button();
    tag.setId("digit-" + i);
    tag.getStyleClass().add("digit-tag");
    tag.setOnAction(_ -> pad.select(i));
    boxes.add(box);
    tags.add(tag);
    getChildren().add(i, box);
    getChildren().add(tag);
  }

  private void markSelected() {
    for (int i = 0; i < tags.size(); i++) {
      boolean isSelected = i == pad.selectedProperty().get();
      boxes.get(i).pseudoClassStateChanged(SELECTED, isSelected);
      tags.get(i).pseudoClassStateChanged(SELECTED, isSelected);
    }
  }

  @Override
  protected void layoutChildren() {
    List<Reading.Digit> digits = digits();
    for (int i = 0; i < digits.size(); i++) {
      Recognition read = digits.get(i).recognition();
      String digit = read.name();
      Box box = digits.get(i).box();
      double scale = getWidth() / Drawing.SIZE;
      double left = Math.max(0, box.x() * scale - ROOM);
      double top = Math.max(0, box.y() * scale - ROOM);
      double right = Math.min(getWidth(), box.right() * scale + ROOM);
      double bottom = Math.min(getHeight(), box.bottom() * scale + ROOM);
      boxes.get(i).resizeRelocate(left, top, right - left, bottom - top);
      Button tag = tags.get(i);
      tag.setText(digit + "  " + ValueFormat.percent(read.confidence(), 0));
      if (tag.prefWidth(-1) > roomFor(i, digits) * scale - ROOM) {
        tag.setText(digit);
      }
      double width = tag.prefWidth(-1);
      double height = tag.prefHeight(-1);
      double x = Math.clamp((left + right - width) / 2, 0, Math.max(0, getWidth() - width));
      double above = top - height - 2;
      tag.resizeRelocate(
          x, above >= 0 ? above : Math.min(bottom + 2, getHeight() - height), width, height);
    }
  }

  /** From the middle of a box to that of its nearer neighbour in the line, in the pad's pixels. */
  private static double roomFor(int i, List<Reading.Digit> digits) {
    double room = Drawing.SIZE;
    for (int k : new int[] {i - 1, i + 1}) {
      if (k >= 0 && k < digits.size() && digits.get(k).line() == digits.get(i).line()) {
        room = Math.min(room, Math.abs(middle(digits.get(k).box()) - middle(digits.get(i).box())));
      }
    }
    return room;
  }

  private static double middle(Box box) {
    return box.x() + box.width() / 2.0;
  }
}
