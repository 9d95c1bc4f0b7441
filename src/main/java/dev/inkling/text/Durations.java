package dev.inkling.text;

/** How long something takes, in words: “17 seconds”, “4 h 40 min”. */
public final class Durations {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** From it on, nobody counts seconds. */
  private static final long LONG = 10 * MINUTE;

  private Durations() {}

  /**
   * As it was measured, to the second below ten minutes and to the minute from there on.
   *
   * @param seconds 0 or more; less counts as 0
   */
  public static Phrase of(double seconds) {
    long whole = Math.round(Math.max(0, seconds));
    if (whole < MINUTE) {
      return seconds(whole);
    }
    if (whole < LONG) {
      return parts("duration.minutes", "duration.minutesSeconds", whole / MINUTE, whole % MINUTE);
    }
    long minutes = Math.round(whole / (double) MINUTE);
    if (minutes < DAY / MINUTE) {
      return minutes < MINUTE
          ? new Phrase("duration.minutes", minutes)
          : parts("duration.hours", "duration.hoursMinutes", minutes / 60, minutes % 60);
    }
    long hours = Math.round(whole / (double) HOUR);
    return parts("duration.days", "duration.daysHours", hours / 24, hours % 24);
  }

  /** As it is estimated: rounded, so that it does not look more certain than it is. */
  public static Phrase about(double seconds) {
    double step =
        seconds < 20 ? 1 : seconds < MINUTE ? 5 : seconds < LONG ? 10 : seconds < HOUR ? 60 : 300;
    return of(Math.max(1, step * Math.round(seconds / step)));
  }

  private static Phrase seconds(long whole) {
    return whole == 0
        ? new Phrase("duration.moment")
        : whole == 1 ? new Phrase("duration.second") : new Phrase("duration.seconds", whole);
  }

  private static Phrase parts(String alone, String both, long large, long small) {
    return small == 0 ? new Phrase(alone, large) : new Phrase(both, large, small);
  }
}
