package dev.inkling.text;

import java.util.regex.Pattern;

/**
 * Numbers as people type them: with a point or a comma before the decimals, and with separators of
 * thousands. What could be two numbers is none: “1,000” is a thousand here and one there.
 */
public final class Numerals {
  /** One comma, such as in 0,02 and 2,5e-3. */
  private static final Pattern COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");

  /** A thousand, or one with three decimals; what begins with 0 is no thousand. */
  private static final Pattern AMBIGUOUS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

  private static final Pattern GROUPS_THEN_POINT =
      Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+\\.\\d+");
  private static final Pattern GROUPS_THEN_COMMA =
      Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+,\\d+");
  private static final Pattern GROUPS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+");

  private Numerals() {}

  /**
   * A number with decimals.
   *
   * @throws NumberFormatException when it is none, or could be two
   */
  public static double decimal(String typed) {
    String text = plain(typed);
    if (COMMA.matcher(text).matches() && !isAmbiguous(text)) {
      return Double.parseDouble(text.replace(',', '.'));
    }
    if (GROUPS_THEN_POINT.matcher(text).matches()) {
      return Double.parseDouble(text.replace(",", ""));
    }
    if (GROUPS_THEN_COMMA.matcher(text).matches()) {
      return Double.parseDouble(text.replace(".", "").replace(',', '.'));
    }
    return Double.parseDouble(text);
  }

  /**
   * A whole number. It has no decimals, so commas part its thousands.
   *
   * @throws NumberFormatException when it is none
   */
  public static long whole(String typed) {
    String text = plain(typed);
    return Long.parseLong(GROUPS.matcher(text).matches() ? text.replace(",", "") : text);
  }

  /** True for what is a number with decimals, but could be one of two. */
  public static boolean isAmbiguous(String typed) {
    return AMBIGUOUS.matcher(plain(typed)).matches();
  }

  /** Chinese keyboards type full-width signs. */
  private static String plain(String typed) {
    return typed.strip().replace('，', ',').replace('．', '.').replace('−', '-');
  }
}
