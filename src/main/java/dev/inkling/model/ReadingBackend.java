package dev.inkling.model;

import dev.inkling.kernel.Loss;

/** A backend that goes forward alone, and so can do it quicker. */
interface ReadingBackend extends Backend {
  @Override
  default void backward(float[] input, int count, Loss loss) {
    throw new UnsupportedOperationException("made for reading");
  }

  @Override
  default void readGradient(String parameter, float[] into) {
    throw new UnsupportedOperationException("made for reading");
  }

  @Override
  default void write(String parameter, float[] values) {
    throw new UnsupportedOperationException("made for reading");
  }
}
