package dev.inkling.report;

import dev.inkling.chart.ValueFormat;
import dev.inkling.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/** How reports write numbers and times; what is none is a dash. */
public final class Numbers {
  private static final String NONE = "–";

  private Numbers() {}

  /** A part of 1 in percent, NaN for none. */
  public static String percent(double part) {
    return Double.isFinite(part) ? ValueFormat.percent(part, 2) : NONE;
  }

  /** A part of 1 in percent, null for none. */
  public static String percent(@Nullable Double part) {
    return part == null ? NONE : percent(part.doubleValue());
  }

  /** A loss or a rate. */
  public static String number(double value) {
    return Double.isFinite(value) ? ValueFormat.PLAIN.exact(value) : NONE;
  }

  /** A count. */
  public static String count(double value) {
    return Double.isFinite(value) ? ValueFormat.COUNT.exact(value) : NONE;
  }

  /** A moment in this machine's time, as the language writes it. */
  public static String date(Instant time, Messages messages) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(messages.locale())
        .withZone(ZoneId.systemDefault())
        .format(time);
  }
}
