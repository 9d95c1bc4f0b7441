package dev.inkling.model;

import dev.inkling.kernel.Kernels.Images;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a few images with one backend and many with another, each with what it is quicker at. */
final class ByCount implements Backend {
  private final Backend few;
  private final Supplier<Backend> maker;
  private final int least;
  private @Nullable Backend many;

  /**
   * Two backends with the same weights.
   *
   * @param many made when it is first needed
   * @param least how many images are many
   */
  ByCount(Backend few, Supplier<Backend> many, int least) {
    this.few = few;
    maker = many;
    this.least = least;
  }

  private Backend of(int count) {
    if (count < least) {
      return few;
    }
    if (many == null) {
      many = maker.get();
    }
    return many;
  }

  @Override
  public float[] forward(float[] input, int count) {
    return of(count).forward(input, count);
  }

  @Override
  public float[] features(float[] input, int count) {
    return of(count).features(input, count);
  }

  @Override
  public float[] forward(Images images, int count, int size) {
    return of(count).forward(images, count, size);
  }

  @Override
  public float[] features(Images images, int count, int size) {
    return of(count).features(images, count, size);
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
    throw new UnsupportedOperationException("made for reading");
  }

  @Override
  public Weights weights() {
    return few.weights();
  }

  @Override
  public void close() {
    few.close();
    if (many != null) {
      many.close();
    }
  }
}
