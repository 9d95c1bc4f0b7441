package dev.inkling.check;

import dev.inkling.layer.BatchNorm;
import dev.inkling.layer.Dropout;
import dev.inkling.layer.Layer;
import dev.inkling.layer.LogSoftmax;
import dev.inkling.layer.Primitive;
import dev.inkling.layer.Primitive.Channels;
import dev.inkling.layer.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A layer in its place in a network that may be wrong.
 *
 * @param index counted from 0
 * @param name its kind and number, such as conv1
 * @param layer what it does
 * @param input size of what it is given; null where nothing is left by then
 * @param isFlat whether it is given a row of numbers that was maps once
 */
record Place(int index, String name, Layer layer, @Nullable Size input, boolean isFlat) {
  private static final Size ANY = new Size(1, 1, 1);

  /** What is never negative behind them. */
  private static final Set<String> POSITIVE = Set.of("relu", "sigmoid");

  /** What leaves values as they are that are not negative. */
  private static final Set<String> RECTIFIERS = Set.of("relu", "leaky-relu");

  /** Those with a slope of nearly 0 wherever a value is far from 0. */
  private static final Set<String> SATURATING = Set.of("sigmoid", "tanh");

  /** Size of what it gives; null where that is nothing. */
  @Nullable Size output() {
    if (input == null) {
      return null;
    }
    Size output = layer.output(input);
    return output.height() < 1 || output.width() < 1 ? null : output;
  }

  /** True where a layer before this one gives something, and this one gives nothing. */
  boolean isEnd() {
    return input != null && output() == null;
  }

  boolean isWeighted() {
    return layer.isWeighted();
  }

  /** A dense layer, or another one that weighs each number by itself. */
  boolean isDense() {
    return layer.isWeighted() && layer.flattens();
  }

  /** Made of weighted sums alone: behind another such layer it could be left out. */
  boolean isLinear() {
    return layer.isWeighted() && layer instanceof Primitive;
  }

  /** Weighs each channel alone, as a depthwise convolution does. */
  boolean isDepthwise() {
    return isLinear() && layer instanceof Primitive p && p.channels() == Channels.ALONE;
  }

  boolean isActivation() {
    return layer instanceof Primitive primitive
        && primitive.isPointwise()
        && !primitive.flattens()
        && !isDropout()
        && primitive.parameters(ANY).isEmpty();
  }

  boolean isDropout() {
    return layer instanceof Dropout;
  }

  boolean isNorm() {
    return layer instanceof BatchNorm;
  }

  /** Has batch norm, in a block too. */
  boolean isNormed() {
    return layer.expanded(ANY).stream().anyMatch(BatchNorm.class::isInstance);
  }

  boolean isSoftmax() {
    return layer instanceof LogSoftmax;
  }

  /** Maxima and means of maps. */
  boolean isPool() {
    return layer instanceof Primitive && layer.needsMaps() && !isWeighted() && !isDropout();
  }

  /** Flattens, and nothing else. */
  boolean isFlatten() {
    return layer.flattens() && !isWeighted() && !isPool();
  }

  /** Gives what is not negative where it is given that, and what is not positive likewise. */
  boolean keepsSigns() {
    return isPool() || isDropout() || isFlatten();
  }

  boolean isNeverNegative() {
    return POSITIVE.contains(layer.expanded(ANY).getLast().text());
  }

  boolean isRectifier() {
    return RECTIFIERS.contains(layer.word());
  }

  boolean isSaturating() {
    return SATURATING.contains(layer.text());
  }
}
