package dev.inkling.ui.builder;

import dev.inkling.chart.ValueFormat;
import dev.inkling.layer.Size;
import java.util.Locale;

/** How what a network costs is written. */
final class Figures {
  private Figures() {}

  /** Such as 16×28×28: maps, height, width; of a row of numbers how many there are. */
  static String size(Size size) {
    return size.height() * size.width() == 1
        ? ValueFormat.COUNT.exact(size.channels())
        : size.channels() + "×" + size.height() + "×" + size.width();
  }

  /** All digits of a number of parameters, as far as they have room. */
  static String parameters(long count) {
    return count < 10_000_000 ? ValueFormat.COUNT.exact(count) : scaled(count);
  }

  /** Such as 3.2 M. */
  static String scaled(double count) {
    String[] units = {"", " k", " M", " G", " T", " P"};
    int unit = 0;
    double value = count;
    while (value >= 1000 && unit + 1 < units.length) {
      value /= 1000;
      unit++;
    }
    return decimals(value, unit == 0) + units[unit];
  }

  /** Such as 3.2 MFLOP. */
  static String flop(long count) {
    String scaled = scaled(count);
    return (scaled.contains(" ") ? scaled : scaled + " ") + "FLOP";
  }

  private static String decimals(double value, boolean isWhole) {
    String form = isWhole || value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }

  /** Such as 35 MB, of 2²⁰ bytes each. */
  static String memory(long bytes) {
    double mega = bytes / (double) (1 << 20);
    return mega < 1024
        ? decimals(Math.max(1, mega), true) + " MB"
        : decimals(mega / 1024, false) + " GB";
  }
}
