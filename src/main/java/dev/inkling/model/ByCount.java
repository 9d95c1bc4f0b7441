package dev.inkling.model;

import dev.inkling.kernel.Kernels.Images;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Reads as many images as there are with the backend that is quicker at it than the others. */
final class ByCount implements ReadingBackend {
  private final Backend usual;
  private final List<Choice> choices = new ArrayList<>();
  private final Map<Choice, Backend> made = new HashMap<>();

  /** Another backend, and whether it is quicker with so many images at this moment. */
  private record Choice(IntPredicate suits, Supplier<Backend> maker) {}

  /** One that reads any number of images. */
  ByCount(Backend usual) {
    this.usual = usual;
  }

  /**
   * Adds one with the same weights.
   *
   * @param suits whether it is taken for so many images, unless one before it is
   * @param maker asked when it is first needed
   */
  ByCount with(IntPredicate suits, Supplier<Backend> maker) {
    choices.add(new Choice(suits, maker));
    return this;
  }

  private Backend of(int count) {
    for (Choice choice : choices) {
      if (choice.suits.test(count)) {
        return made.computeIfAbsent(choice, one -> one.maker.get());
      }
    }
    return usual;
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
  public Weights weights() {
    return usual.weights();
  }

  @Override
  public void close() {
    usual.close();
    made.values().forEach(Backend::close);
  }
}
