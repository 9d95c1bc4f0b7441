package dev.inkling.text;

import java.nio.file.InvalidPathException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user can understand and act on: bad input, a missing file, no network. It
 * carries the key of a sentence instead of the sentence, because the language can change at run
 * time.
 */
public class Problem extends RuntimeException {
  private final String key;
  private final transient Object[] arguments;

  /**
   * A problem without a technical cause.
   *
   * @param key of the sentence in {@link Messages}
   * @param arguments of the sentence
   */
  public Problem(String key, Object... arguments) {
    this(null, key, arguments);
  }

  /** A problem with its technical cause, which goes to the log and never to the user. */
  public Problem(@Nullable Throwable cause, String key, Object... arguments) {
    super(key, cause);
    this.key = key;
    this.arguments = arguments.clone();
  }

  /**
   * A failure of any kind as a problem: the one that it is, or that it has for a cause, as what
   * comes from another thread has; one that nobody foresaw says so.
   */
  public static Problem of(Throwable e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      switch (each) {
        case Problem known -> {
          return known;
        }
        case InvalidPathException path when path.getInput().indexOf('\0') >= 0 -> {
          return new Problem(e, "problem.file.zero", path.getInput().replace('\0', '\u2400'));
        }
        case InvalidPathException path -> {
          String encoding = System.getProperty("sun.jnu.encoding");
          return new Problem(e, "problem.file.name", path.getInput(), encoding);
        }
        case OutOfMemoryError _ -> {
          return new Problem(e, "problem.memory", Runtime.getRuntime().maxMemory() >> 20);
        }
        default -> {}
      }
    }
    return new Problem(e, "problem.unexpected", e);
  }

  /** Its sentence, as part of another one. */
  public Phrase phrase() {
    return new Phrase(key, arguments());
  }

  /** Key of the sentence. */
  public String key() {
    return key;
  }

  /** Arguments of the sentence. */
  public Object[] arguments() {
    return arguments.clone();
  }

  /** The sentence in English, for logs. */
  @Override
  public String getMessage() {
    return new Messages(Locale.ENGLISH).get(this);
  }
}
