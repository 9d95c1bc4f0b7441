package dev.inkling.data;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What may stand in a line: digits, the marks of amounts, and nothing. */
public final class LineAlphabet {
  /** Digits and marks; a class is a place in this text. */
  public static final String SYMBOLS = "0123456789.,-=#/:";

  /** The class of a column where nothing begins: the blank of connectionist classification. */
  public static final int BLANK = SYMBOLS.length();

  /** Number of classes. */
  public static final int SIZE = BLANK + 1;

  private static final List<String> CLASSES =
      Stream.concat(
              IntStream.range(0, BLANK).mapToObj(i -> SYMBOLS.substring(i, i + 1)),
              Stream.of("blank"))
          .toList();

  private LineAlphabet() {}

  /** The names of the classes, in order. */
  public static List<String> classes() {
    return CLASSES;
  }

  /** The classes of a text's symbols. */
  public static int[] classesOf(String text) {
    return text.chars().map(SYMBOLS::indexOf).toArray();
  }

  /** The digits of a text, without its marks. */
  public static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  /** The marks of a text, without its digits. */
  public static String marks(String text) {
    return text.replaceAll("[0-9]", "");
  }
}
