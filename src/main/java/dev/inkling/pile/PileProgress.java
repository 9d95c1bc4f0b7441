package dev.inkling.pile;

/**
 * How far a pile is read.
 *
 * @param rows pictures that were read, those among them that could not be
 * @param problems how many could not be read
 * @param all pictures that there are; 0 while nobody knows
 * @param rate pictures a second
 */
public record PileProgress(long rows, long problems, long all, double rate) {
  /** Nothing was read yet. */
  public static final PileProgress NONE = new PileProgress(0, 0, 0, 0);

  /**
   * How far a table is.
   *
   * @param before rows that it had when reading began
   * @param begin when that was, by {@link System#nanoTime}
   */
  public static PileProgress of(PileTable table, PileCount count, long before, long begin) {
    double seconds = Math.max(1e-3, (System.nanoTime() - begin) / 1e9);
    return new PileProgress(
        table.rows(), table.problems(), count.pictures(), (table.rows() - before) / seconds);
  }

  /** Part that is done, 0…1; below 0 while that is not known. */
  public double part() {
    return all == 0 ? -1 : Math.min(1, (double) rows / all);
  }

  /** Seconds that the rest takes. */
  public double secondsLeft() {
    return Math.max(0, all - rows) / Math.max(1e-3, rate);
  }
}
