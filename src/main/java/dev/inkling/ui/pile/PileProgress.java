package dev.inkling.ui.pile;

/**
 * How far a pile is read.
 *
 * @param rows pictures that were read, those among them that could not be
 * @param problems how many could not be read
 * @param all pictures that there are; 0 while nobody knows
 * @param rate pictures a second
 */
record PileProgress(long rows, long problems, long all, double rate) {
  static final PileProgress NONE = new PileProgress(0, 0, 0, 0);

  /** Part that is done, 0…1; below 0 while that is not known. */
  double part() {
    return all == 0 ? -1 : Math.min(1, (double) rows / all);
  }

  /** Seconds that the rest takes. */
  double secondsLeft() {
    return Math.max(0, all - rows) / Math.max(1e-3, rate);
  }
}
