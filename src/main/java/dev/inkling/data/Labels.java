package dev.inkling.data;

import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a data set as they come, numbers or words, in whatever order and with whatever
 * gaps; when all have come there is a class for each. Both parts of a data set share one.
 */
final class Labels {
  /** So many of the ten digits that the others are only missing. */
  private static final int MOST_OF_TEN = 6;

  private final Object place;
  private final Map<String, Integer> codes = new LinkedHashMap<>();

  /**
   * None has come yet.
   *
   * @param place what a problem calls the data set
   */
  Labels(Object place) {
    this.place = place;
  }

  /**
   * A label's code, in the order in which they come.
   *
   * @throws Problem when there are more than can be told apart
   */
  byte code(String label) {
    Integer known = codes.get(label);
    if (known == null) {
      if (codes.size() >= Classes.MOST) {
        throw new Problem("problem.data.manyClasses", place, Classes.MOST);
      }
      if (label.isBlank() || label.length() > Classes.LONGEST) {
        throw new Problem("problem.data.className", place, label, Classes.LONGEST);
      }
      known = codes.size();
      codes.put(label, known);
    }
    return known.byteValue();
  }

  /** The code of a label that is a number. */
  byte code(long number) {
    return code(String.valueOf(number));
  }

  /** Brings codes in the order of the classes, in place. */
  Digits named(byte[] pixels, byte[] labels, @Nullable ClassNames names) {
    List<String> sorted = sorted();
    List<String> classes = classes(sorted, names);
    int[] places = new int[256];
    codes.forEach((label, code) -> places[code] = place(label, sorted, classes, names));
    places[Digits.NONE] = Digits.NONE;
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) places[labels[i] & 0xff];
    }
    return new Digits(pixels, labels, classes);
  }

  private static int place(
      String label, List<String> sorted, List<String> classes, @Nullable ClassNames names) {
    if (names != null) {
      return classes.indexOf(names.name(label, sorted));
    }
    return classes.indexOf(label);
  }

  private List<String> classes(List<String> sorted, @Nullable ClassNames names) {
    if (names != null) {
      return names.classes(sorted);
    }
    boolean areDigits = sorted.stream().allMatch(Classes.DIGITS::contains);
    boolean areEnough = sorted.size() < Classes.FEWEST || sorted.size() >= MOST_OF_TEN;
    return areDigits && areEnough ? Classes.DIGITS : sorted;
  }

  /** Numbers by their value, words by their letters. */
  private List<String> sorted() {
    List<String> labels = new ArrayList<>(codes.keySet());
    boolean areNumbers = labels.stream().allMatch(label -> label.matches("-?\\d{1,9}"));
    labels.sort(
        areNumbers ? Comparator.comparingInt(Integer::parseInt) : Comparator.naturalOrder());
    return labels;
  }
}
