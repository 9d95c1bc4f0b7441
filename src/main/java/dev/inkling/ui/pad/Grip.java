package dev.inkling.ui.pad;

import dev.inkling.image.GreyImage.Box;
import java.util.Optional;
import javafx.scene.Cursor;

/** Which edges of a frame are dragged. */
record Grip(boolean left, boolean top, boolean right, boolean bottom) {
  /** The frame as a whole. */
  static final Grip ALL = new Grip(true, true, true, true);

  /** The corner that keys drag. */
  static final Grip CORNER = new Grip(false, false, true, true);

  /** No side of a frame becomes shorter by dragging, in pixels. */
  static final int LEAST = 8;

  /** What a hand gets hold of that is no farther away than its reach; a corner before an edge. */
  static Optional<Grip> at(Box frame, double x, double y, double reach) {
    double toLeft = Math.abs(x - frame.x());
    double toRight = Math.abs(x - frame.right());
    double toTop = Math.abs(y - frame.y());
    double toBottom = Math.abs(y - frame.bottom());
    boolean isBeside = x < frame.x() - reach || x > frame.right() + reach;
    boolean isAboveOrBelow = y < frame.y() - reach || y > frame.bottom() + reach;
    Grip grip =
        new Grip(
            toLeft <= reach && toLeft < toRight,
            toTop <= reach && toTop < toBottom,
            toRight <= reach && toRight <= toLeft,
            toBottom <= reach && toBottom <= toTop);
    boolean isNear = grip.left || grip.top || grip.right || grip.bottom;
    return isNear && !isBeside && !isAboveOrBelow ? Optional.of(grip) : Optional.empty();
  }

  /** A frame from one corner to the opposite one, inside the picture. */
  static Box between(double x, double y, double otherX, double otherY, Box whole) {
    int left = (int) Math.round(Math.clamp(Math.min(x, otherX), 0, whole.width()));
    int top = (int) Math.round(Math.clamp(Math.min(y, otherY), 0, whole.height()));
    int right = (int) Math.round(Math.clamp(Math.max(x, otherX), 0, whole.width()));
    int bottom = (int) Math.round(Math.clamp(Math.max(y, otherY), 0, whole.height()));
    return new Box(left, top, right - left, bottom - top);
  }

  /** The frame when this much of it was dragged so far; it stays inside the picture. */
  Box drag(Box frame, int dx, int dy, Box whole) {
    if (equals(ALL)) {
      return new Box(
          Math.clamp(frame.x() + dx, 0, whole.width() - frame.width()),
          Math.clamp(frame.y() + dy, 0, whole.height() - frame.height()),
          frame.width(),
          frame.height());
    }
    int leastWidth = Math.min(LEAST, frame.width());
    int leastHeight = Math.min(LEAST, frame.height());
    int x = left ? Math.clamp(frame.x() + dx, 0, frame.right() - leastWidth) : frame.x();
    int y = top ? Math.clamp(frame.y() + dy, 0, frame.bottom() - leastHeight) : frame.y();
    int toX = right ? Math.clamp(frame.right() + dx, x + leastWidth, whole.width()) : frame.right();
    int toY =
        bottom ? Math.clamp(frame.bottom() + dy, y + leastHeight, whole.height()) : frame.bottom();
    return new Box(x, y, toX - x, toY - y);
  }

  /** What the pointer looks like over it. */
  Cursor cursor() {
    if (equals(ALL)) {
      return Cursor.MOVE;
    }
    if (left || right) {
      return top || bottom ? (left == top ? Cursor.NW_RESIZE : Cursor.NE_RESIZE) : Cursor.H_RESIZE;
    }
    return Cursor.V_RESIZE;
  }
}
