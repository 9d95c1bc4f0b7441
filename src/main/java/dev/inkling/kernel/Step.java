package dev.inkling.kernel;

/** A layer with the maps of one thread. */
interface Step {
  /** From the values that come in to those that go out. */
  void forward();

  /**
   * From the gradient by what went out to the parameters' gradients, which are added up, and, where
   * somebody needs it, to the gradient by what came in.
   */
  void backward();
}
