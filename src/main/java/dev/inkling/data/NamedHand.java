package dev.inkling.data;

import dev.inkling.file.AppFolders;
import dev.inkling.text.Phrase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose drawings are kept together, such as a pupil.
 *
 * @param name that no other hand has; null for the hand that drawings belong to when nobody named
 *     one
 * @param network name of the model that learned this hand, null while none did
 */
public record NamedHand(@Nullable String name, @Nullable String network) {
  /** The hand without a name, before anything was learned from it. */
  public static final NamedHand UNNAMED = new NamedHand(null, null);

  /** Longer names would not fit where they are shown. */
  public static final int MOST_LETTERS = 24;

  /** Whether a hand can be called so: as a folder can, and no longer than can be shown. */
  public static boolean isName(String text) {
    return text.length() <= MOST_LETTERS
        && text.equals(text.strip())
        && !text.isEmpty()
        && AppFolders.isName(text);
  }

  /** What a hand is called in a sentence: its name, or the phrase for the one without. */
  public static Object called(@Nullable String name) {
    return name == null ? new Phrase("hand.own") : name;
  }

  /** Whether it is the hand of a name, null for the one without. */
  public boolean is(@Nullable String other) {
    return Objects.equals(name, other);
  }

  /** This hand and the model that learned it, null for none. */
  public NamedHand with(@Nullable String model) {
    return new NamedHand(name, model);
  }
}
