package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.Variation;
import dev.inkling.image.Framing;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Raster;
import dev.inkling.model.Recipe.Augmentation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Drawings as the same hand would draw them again, rastered and framed as on the pad. */
final class Variants {
  /** Side of the raster: as fine as 28×28 needs. */
  private static final int RASTER = Drawing.SIZE / 4;

  private final List<Kept> drawings;
  private final Digits plain;
  private final int each;
  private final long seed;

  /**
   * Variants that are not made yet.
   *
   * @param each how many of a drawing, itself the first of them
   */
  Variants(List<Kept> drawings, List<String> classes, int each, long seed) {
    this.drawings = drawings;
    plain = DrawingStore.digits(drawings, classes);
    this.each = each;
    this.seed = seed;
  }

  /** The ink of all, 784 values of each, 0…1; those of a drawing follow each other. */
  float[] input() {
    float[] input = new float[drawings.size() * each * Digits.PIXELS];
    IntStream.range(0, drawings.size() * each)
        .parallel()
        .forEach(i -> write(i / each, i % each, input, i * Digits.PIXELS));
    return input;
  }

  /** Variant 0 is the drawing itself, and any that the pen left no ink of. */
  private void write(int drawing, int variant, float[] out, int at) {
    Kept kept = drawings.get(drawing);
    plain.write(drawing, out, at);
    if (variant > 0 && kept.image() != null) {
      new Augmenter(Augmentation.FULL, seed).write(plain, drawing, variant, out, at);
    } else if (variant > 0) {
      long own = (seed * 1_000_003 + drawing) * 1_000_003 + variant;
      Drawing varied = Variation.of(kept.strokes(), new SplittableRandom(own));
      Framing.frame(Raster.of(varied, RASTER)).ifPresent(image -> image.write(out, at));
    }
  }
}
