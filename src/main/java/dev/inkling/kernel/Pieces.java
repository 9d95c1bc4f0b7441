package dev.inkling.kernel;

/** What a layer does with the maps of one image, in pieces none of which needs another. */
interface Pieces {
  /** How many there are, at least 1. */
  int count();

  /**
   * Does some of them.
   *
   * @param worker who does it, 0 or 1: each has room of its own for what lies between
   */
  void run(int worker, int from, int to);
}
