package dev.inkling.file;

import java.nio.file.Path;
import net.harawata.appdirs.AppDirs;
import net.harawata.appdirs.AppDirsFactory;

/**
 * Where Inkling keeps things, by the customs of the system (XDG on Linux).
 *
 * @param settings what the window remembers
 * @param data what the user made: models, runs, drawings
 * @param cache what can be had again: MNIST, the engine's library
 * @param shipped models that came with the program
 */
public record AppFolders(Path settings, Path data, Path cache, Path shipped) {
  /** System property: a folder that holds settings, data and cache instead of the user's own. */
  public static final String HOME = "inkling.home";

  /** System property: the folder with the models that ship. */
  public static final String MODELS = "inkling.models";

  /** The folders of this user on this system. */
  public static AppFolders ofUser() {
    Path shipped = Path.of(System.getProperty(MODELS, "models"));
    String home = System.getProperty(HOME);
    if (home != null) {
      Path root = Path.of(home);
      return new AppFolders(
          root.resolve("config"), root.resolve("data"), root.resolve("cache"), shipped);
    }
    AppDirs dirs = AppDirsFactory.getInstance();
    return new AppFolders(
        Path.of(dirs.getUserConfigDir("inkling", null, "Inkling")),
        Path.of(dirs.getUserDataDir("inkling", null, "Inkling")),
        Path.of(dirs.getUserCacheDir("inkling", null, "Inkling")),
        shipped);
  }

  /** True when a folder can bear a name that a person or a file gave: a name is not a path. */
  public static boolean isName(String name) {
    return name.matches("[^/\\\\:*?\"<>|\\p{Cntrl}]{1,80}") && !name.startsWith(".");
  }

  /** Models that the user trained. */
  public Path models() {
    return data.resolve("models");
  }

  /** Drawings that the user kept. */
  public Path drawings() {
    return data.resolve("drawings");
  }

  /** MNIST, downloaded. */
  public Path mnist() {
    return cache.resolve("mnist");
  }

  /** The engine's unpacked library. */
  public Path engine() {
    return cache.resolve("engine");
  }
}
