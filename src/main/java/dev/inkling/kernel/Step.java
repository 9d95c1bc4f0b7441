package dev.inkling.kernel;

/** What is done with the maps of one thread: a layer forward, or the way back through it. */
interface Step {
  /**
   * Forward: from the values that come in to those that go out. Back: from the gradient by what
   * went out to the parameters' gradients, which are added up, and, where somebody needs it, to the
   * gradient by what came in.
   */
  void run();
}
