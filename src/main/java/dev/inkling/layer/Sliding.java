package dev.inkling.layer;

import dev.inkling.image.GreyImage.Box;
import java.util.Optional;

/** A layer that computes each value from a square of maps that it slides over them. */
interface Sliding extends Primitive {
  /** The square. */
  Window square();

  @Override
  default Optional<Window> slides() {
    return Optional.of(square());
  }

  @Override
  default boolean needsMaps() {
    return true;
  }

  @Override
  default boolean isPointwise() {
    return false;
  }

  @Override
  default Box field(Size input, Box box, int channel) {
    return square().field(input, box);
  }

  @Override
  default String caption(Size input) {
    return square().caption();
  }
}
