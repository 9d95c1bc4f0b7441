package dev.inkling.model;

import dev.inkling.data.Digits;
import dev.inkling.kernel.Loss;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Two networks whose first layers are the same, as before and after fine-tuning: what these make of
 * an image is computed once for both.
 */
public final class Twins implements AutoCloseable {
  /** Images at a time: what the first layers make of ten thousand would fill the memory. */
  private static final int SLICE = 512;

  private final Cut cut;
  private final Backend head;
  private final Classifier one;
  private final Classifier other;

  /** What the first layers made of the inputs of this slice. */
  private final Map<Input, float[]> known = new HashMap<>();

  /**
   * Copies the weights into the engine.
   *
   * @param shared first layers with weights that are the same in both, at least 1
   */
  public Twins(Model one, Model other, int shared) {
    cut = Cut.behind(one.card().parsedLayers(), shared);
    head = Backend.of(cut.head(), cut.headOf(one.weights()));
    this.one = new Classifier(one, new Behind(one));
    this.other = new Classifier(other, new Behind(other));
  }

  /**
   * Reads the images of a data set.
   *
   * @param progress hears how many were read so far
   * @return what each of the two networks says: a probability of each class for each image
   */
  public float[][][] probabilities(Digits digits, IntConsumer progress) {
    float[][][] all = new float[2][digits.count()][];
    for (int from = 0; from < digits.count(); from += SLICE) {
      Digits slice = digits.range(from, Math.min(from + SLICE, digits.count()));
      int done = from;
      known.clear();
      float[][] first = one.probabilities(slice, n -> progress.accept(done + n / 2));
      float[][] second =
          other.probabilities(slice, n -> progress.accept(done + (slice.count() + n) / 2));
      System.arraycopy(first, 0, all[0], from, slice.count());
      System.arraycopy(second, 0, all[1], from, slice.count());
    }
    return all;
  }

  private float[] atCut(float[] input, int count) {
    return known.computeIfAbsent(new Input(input), _ -> head.forward(input, count));
  }

  @Override
  public void close() {
    one.close();
    other.close();
    head.close();
  }

  /** Pixels that are the same when all of them are. */
  private record Input(float[] pixels) {
    @Override
    public boolean equals(Object another) {
      return another instanceof Input(float[] others) && Arrays.equals(pixels, others);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(pixels);
    }
  }

  /** The layers behind the cut, given what the shared ones make of the input. */
  private final class Behind implements Backend {
    private final Backend tail;

    Behind(Model model) {
      tail = Backend.of(cut.tail(), cut.between(), cut.tailOf(model.weights()), false);
    }

    @Override
    public float[] forward(float[] input, int count) {
      return tail.forward(atCut(input, count), count);
    }

    @Override
    public float[] features(float[] input, int count) {
      return tail.features(atCut(input, count), count);
    }

    @Override
    public void backward(float[] input, int count, Loss loss) {
      throw new UnsupportedOperationException("made for reading");
    }

    @Override
    public void readGradient(String parameter, float[] into) {
      throw new UnsupportedOperationException("made for reading");
    }

    @Override
    public void write(String parameter, float[] values) {
      tail.write(parameter, values);
    }

    @Override
    public Weights weights() {
      return tail.weights();
    }

    @Override
    public void close() {
      tail.close();
    }
  }
}
