package dev.inkling.explain;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Transform;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.stream.IntStream;

/** Ways to change a drawing, each by an amount in a unit of its own. */
public enum Variation {
  /** Turned: −45…45 degrees, above 0 clockwise as it is seen. */
  ROTATION(-45, 45, 5, 0),
  /** Drawn smaller or larger with the same pen: 0.5…1.5 times. */
  SCALE(0.5, 1.5, 0.1, 1),
  /** Moved to the right: −8…8 pixels of the framed picture. */
  SHIFT_X(-8, 8, 1, 0),
  /** Moved down: −8…8 pixels of the framed picture. */
  SHIFT_Y(-8, 8, 1, 0),
  /** Drawn with a wider pen: −12…12 pixels of the pad. */
  THICKNESS(-12, 12, 2, 0);

  /** Pixels of the pad to one of a picture that is scaled down as a whole. */
  private static final double PAD_PIXELS = 10;

  private final double from;
  private final double to;
  private final double step;
  private final double neutral;

  Variation(double from, double to, double step, double neutral) {
    this.from = from;
    this.to = to;
    this.step = step;
    this.neutral = neutral;
  }

  /** The amount that changes nothing. */
  public double neutral() {
    return neutral;
  }

  /** All amounts that are tried, from the least to the most, the neutral one among them. */
  public List<Double> amounts() {
    // Counted from the neutral one, which must be met exactly.
    int down = (int) Math.round((from - neutral) / step);
    int up = (int) Math.round((to - neutral) / step);
    return IntStream.rangeClosed(down, up).mapToObj(i -> neutral + i * step).toList();
  }

  /** True for those that framing undoes, which are therefore applied to the framed picture. */
  boolean isShift() {
    return this == SHIFT_X || this == SHIFT_Y;
  }

  /** The changed drawing, as the pad can hold it. */
  Drawing apply(Drawing drawing, double amount) {
    return switch (this) {
      case ROTATION ->
          Transform.map(drawing, AffineTransform.getRotateInstance(Math.toRadians(amount)));
      case SCALE -> Transform.map(drawing, AffineTransform.getScaleInstance(amount, amount));
      case SHIFT_X ->
          Transform.map(drawing, AffineTransform.getTranslateInstance(amount * PAD_PIXELS, 0));
      case SHIFT_Y ->
          Transform.map(drawing, AffineTransform.getTranslateInstance(0, amount * PAD_PIXELS));
      case THICKNESS -> Transform.thicken(drawing, amount);
    };
  }
}
