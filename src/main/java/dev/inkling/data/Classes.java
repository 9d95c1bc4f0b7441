package dev.inkling.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedCollection;

/** The names of classes, in the order in which labels count them. */
public final class Classes {
  /** The ten digits. */
  public static final List<String> DIGITS =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

  /** Fewer are nothing to tell apart. */
  public static final int FEWEST = 2;

  /** More no matrix and no list of bars would show. */
  public static final int MOST = 100;

  /** More letters than any figure has room for. */
  public static final int LONGEST = 40;

  private static final int IN_SENTENCE = 12;

  private Classes() {}

  /** True for the ten digits, of which numbers are made. */
  public static boolean areDigits(List<String> classes) {
    return classes.equals(DIGITS);
  }

  /** True for so many names, each once, that can be shown on a line. */
  public static boolean arePossible(List<String> classes) {
    return classes.size() >= FEWEST
        && classes.size() <= MOST
        && new HashSet<>(classes).size() == classes.size()
        && classes.stream().allMatch(Classes::isPossible);
  }

  /** True for a name that can be shown on a line. */
  static boolean isPossible(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST
        && name.equals(name.strip())
        && name.codePoints().noneMatch(Character::isISOControl);
  }

  /** The first of them, for a sentence. */
  public static String brief(List<String> classes) {
    String first = String.join(", ", classes.subList(0, Math.min(classes.size(), IN_SENTENCE)));
    return classes.size() > IN_SENTENCE ? first + ", …" : first;
  }

  /** The classes of several data sets: the first one's, then what others have besides. */
  public static List<String> union(SequencedCollection<List<String>> all) {
    List<String> union = new ArrayList<>();
    all.forEach(
        classes -> classes.stream().filter(each -> !union.contains(each)).forEach(union::add));
    return List.copyOf(union);
  }
}
