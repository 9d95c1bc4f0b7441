package dev.inkling.data;

import dev.inkling.file.AppFolders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signs that somebody draws to teach them to a network: a name, and what there is to tell apart.
 *
 * @param name that no other collection has
 * @param classes names of the signs, in the order in which they are offered
 * @param network name of the model that learned them, null while none did
 */
public record SignCollection(String name, List<String> classes, @Nullable String network) {
  /** Longer names would not fit where they are shown. */
  public static final int MOST_LETTERS = 32;

  public SignCollection {
    classes = List.copyOf(classes);
  }

  /** Whether a collection can be called so: as a file can, and without what parts names. */
  public static boolean isName(String text) {
    return text.length() <= MOST_LETTERS
        && text.equals(text.strip())
        && !text.contains(",")
        && AppFolders.isName(text);
  }

  /**
   * The signs that somebody typed: between commas where there are some, so that a name may be of
   * several words, else between blanks. Each counts once.
   */
  public static List<String> signs(String typed) {
    String between = typed.matches("(?s).*[,，、;；\\n].*") ? "[,，、;；\\n]" : "\\s+";
    return Arrays.stream(typed.split(between, -1))
        .map(String::strip)
        .filter(sign -> !sign.isEmpty())
        .distinct()
        .toList();
  }

  /** The name of its drawings as a data set. */
  public String source() {
    return new CollectionImages(name).name();
  }

  /** This collection and the model that learned it, null for none. */
  public SignCollection with(@Nullable String model) {
    return new SignCollection(name, classes, model);
  }

  /** This collection under another name. */
  public SignCollection named(String other) {
    return new SignCollection(other, classes, network);
  }

  /**
   * This collection with another name for one of its signs.
   *
   * @param label its place among the signs
   */
  public SignCollection renamed(int label, String sign) {
    List<String> all = new ArrayList<>(classes);
    all.set(label, sign);
    return new SignCollection(name, all, network);
  }

  /** This collection with more signs behind those that it has. */
  public SignCollection and(List<String> more) {
    List<String> all = new ArrayList<>(classes);
    more.stream().filter(sign -> !all.contains(sign)).forEach(all::add);
    return new SignCollection(name, all, network);
  }
}
