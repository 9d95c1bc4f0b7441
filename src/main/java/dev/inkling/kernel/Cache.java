package dev.inkling.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The second cache of a processor, which decides how much is best taken together. */
public final class Cache {
  private static final Path SIZE = Path.of("/sys/devices/system/cpu/cpu0/cache/index2/size");

  private static final long MEGABYTE = 1 << 20;

  private static final boolean IS_SMALL = second() > 0 && second() <= MEGABYTE;

  private Cache() {}

  /** True where Linux says that it has a megabyte or less; false where nobody says. */
  public static boolean isSmall() {
    return IS_SMALL;
  }

  /** Its bytes, 0 where nobody says. */
  private static long second() {
    try {
      String size = Files.readString(SIZE).strip();
      return size.matches("\\d{1,9}K") ? Long.parseLong(size.replace("K", "")) << 10 : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
