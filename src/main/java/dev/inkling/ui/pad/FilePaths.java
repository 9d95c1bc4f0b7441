package dev.inkling.ui.pad;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files that a text names, and nothing but them: an address or a whole path in every line. */
final class FilePaths {
  private static final String SCHEME = "file:";

  /** Longer texts are letters. */
  private static final int MOST_CHARACTERS = 100_000;

  private FilePaths() {}

  /**
   * The files in their order; none where a line is anything else. Whether they exist is not asked.
   */
  static List<Path> in(String text) {
    List<Path> paths = new ArrayList<>();
    if (text.length() > MOST_CHARACTERS) {
      return paths;
    }
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) { // a comment among addresses (RFC 2483)
        continue;
      }
      Optional<Path> path = path(unquoted(line));
      if (path.isEmpty()) {
        return List.of();
      }
      paths.add(path.get());
    }
    return paths;
  }

  /** Whether a text is the address of a file (RFC 8089). */
  static boolean isAddress(String text) {
    return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /** Windows copies paths in quotes, and terminals want them so. */
  private static String unquoted(String line) {
    char first = line.charAt(0);
    boolean isQuoted =
        line.length() > 1 && (first == '"' || first == '\'') && line.endsWith(line.substring(0, 1));
    return isQuoted ? line.substring(1, line.length() - 1) : line;
  }

  private static Optional<Path> path(String text) {
    try {
      Path path = isAddress(text) ? Path.of(uri(text)) : Path.of(text);
      return Optional.of(path).filter(Path::isAbsolute);
    } catch (URISyntaxException | InvalidPathException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) { // on another machine, or of another kind
      return Optional.empty();
    }
  }

  /** As programs write it: with blanks, backslashes, and the name of this very machine. */
  private static URI uri(String text) throws URISyntaxException {
    String path = text.substring(SCHEME.length()).replace('\\', '/').replace(" ", "%20");
    return new URI(SCHEME + path.replaceFirst("^//localhost/", "/"));
  }
}
