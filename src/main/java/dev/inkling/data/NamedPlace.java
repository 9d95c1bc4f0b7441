package dev.inkling.data;

import dev.inkling.file.NamedPath;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A place with images as a user names it, and how its images are to be taken: {@code DIR@transpose}
 * turns images that lie on their side, as EMNIST's do, and {@code DIR@as-is} takes pictures without
 * framing them.
 *
 * @param path as it was typed, maybe relative
 * @param isTransposed whether rows become columns
 * @param isAsIs whether pictures are only scaled
 */
record NamedPlace(String path, boolean isTransposed, boolean isAsIs) {
  private static final String TRANSPOSE = "@transpose";
  private static final String AS_IS = "@as-is";

  /** What a name means; a file that is really called so is meant before any other. */
  static NamedPlace of(String name) {
    String rest = name;
    boolean isTransposed = false;
    boolean isAsIs = false;
    while (hasOption(rest)) {
      isTransposed |= rest.endsWith(TRANSPOSE);
      isAsIs |= rest.endsWith(AS_IS);
      rest = rest.substring(0, rest.lastIndexOf('@'));
    }
    return new NamedPlace(rest, isTransposed, isAsIs);
  }

  private static boolean hasOption(String name) {
    return (name.endsWith(TRANSPOSE) || name.endsWith(AS_IS))
        && !(NamedPath.isPossible(name) && Files.exists(NamedPath.of(name)));
  }

  /** A name with other options; those that it has stay. */
  static String with(String name, boolean isTransposed, boolean isAsIs) {
    NamedPlace now = of(name);
    return new NamedPlace(now.path, now.isTransposed || isTransposed, now.isAsIs || isAsIs)
        .name(now.path);
  }

  private String name(String of) {
    return of + (isTransposed ? TRANSPOSE : "") + (isAsIs ? AS_IS : "");
  }

  /** What finds it wherever a program is started. */
  String absolute() {
    return name(file().toString());
  }

  /** The file or folder, absolute. */
  Path file() {
    return NamedPath.of(path).toAbsolutePath().normalize();
  }

  /** The last part of its path. */
  String brief() {
    return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
  }
}
