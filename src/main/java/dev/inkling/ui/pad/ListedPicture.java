package dev.inkling.ui.pad;

import dev.inkling.recognize.Reading;
import dev.inkling.text.Problem;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a list.
 *
 * @param thumbnail the picture in small, or null before it was opened
 * @param outcome of reading it
 */
record ListedPicture(Path file, @Nullable BufferedImage thumbnail, Outcome outcome) {
  /** What became of it. */
  sealed interface Outcome {}

  /** It was not its turn yet. */
  record Waiting() implements Outcome {}

  /** It was read, even if as no digit. */
  record Read(Reading reading) implements Outcome {}

  /** It could not be read; the sentence says why. */
  record Refused(Problem problem) implements Outcome {}

  /** A picture that waits for its turn. */
  static ListedPicture waiting(Path file) {
    return new ListedPicture(file, null, new Waiting());
  }

  boolean isWaiting() {
    return outcome instanceof Waiting;
  }

  boolean isRead() {
    return outcome instanceof Read;
  }

  boolean isRefused() {
    return outcome instanceof Refused;
  }

  /** The file's name without its folders; a drive has none. */
  String name() {
    Path name = file.getFileName();
    return (name == null ? file : name).toString();
  }

  ListedPicture with(BufferedImage small) {
    return new ListedPicture(file, small, outcome);
  }

  ListedPicture with(Outcome other) {
    return new ListedPicture(file, thumbnail, other);
  }
}
