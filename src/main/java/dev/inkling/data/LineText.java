package dev.inkling.data;

import java.util.random.RandomGenerator;

/** What is written in lines: numbers, and amounts with their marks. */
final class LineText {
  /** The most digits of a line. */
  static final int MOST = 9;

  /** What people put behind an amount, so that nothing can be added; nothing more often. */
  private static final String[] TAILS = {
    "", "", "", "", ".", ".", ".", "-", "=", ".-", ",", ":", "=.", ",-", ".=", ",00", ".00.", "#"
  };

  private LineText() {}

  /** A text of at least one digit. */
  static String any(RandomGenerator random) {
    String digits = digits(random, random.nextInt(1, MOST + 1));
    int kind = random.nextInt(40);
    if (kind < 20) {
      return digits;
    } else if (kind < 34) {
      return amount(digits, random);
    }
    return switch (kind) {
      case 34 -> "#" + amount(digits, random) + "#";
      case 35 -> parted(digits, "/-.", random);
      default -> parted(digits, ".,", random);
    };
  }

  /** Digits, of which now and then all from some place on are 0. */
  private static String digits(RandomGenerator random, int count) {
    StringBuilder text = new StringBuilder();
    int zeros = random.nextInt(4) == 0 ? random.nextInt(1, count + 1) : count;
    for (int i = 0; i < count; i++) {
      text.append(i < zeros ? random.nextInt(10) : 0);
    }
    return text.toString();
  }

  /** In groups of three, with something at the end. */
  private static String amount(String digits, RandomGenerator random) {
    String between = random.nextInt(4) == 0 ? "" : random.nextInt(4) == 0 ? "," : ".";
    String grouped = digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", between);
    return grouped + TAILS[random.nextInt(TAILS.length)];
  }

  /** With a mark between some of them. */
  private static String parted(String digits, String marks, RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (!text.isEmpty() && random.nextInt(3) == 0) {
        text.append(marks.charAt(random.nextInt(marks.length())));
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }
}
