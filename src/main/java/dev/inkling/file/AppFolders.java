package dev.inkling.file;

import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.Map;
import net.harawata.appdirs.AppDirs;
import net.harawata.appdirs.AppDirsFactory;
import org.jspecify.annotations.Nullable;

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
    Path shipped = NamedPath.of(System.getProperty(MODELS, "models"));
    String home = System.getProperty(HOME);
    if (home != null) {
      Path root = NamedPath.of(home);
      return new AppFolders(
          root.resolve("config"), root.resolve("data"), root.resolve("cache"), shipped);
    }
    if (Platform.isWindows() || Platform.isMac()) {
      AppDirs dirs = AppDirsFactory.getInstance();
      return new AppFolders(
          NamedPath.of(dirs.getUserConfigDir("inkling", null, "Inkling")),
          NamedPath.of(dirs.getUserDataDir("inkling", null, "Inkling")),
          NamedPath.of(dirs.getUserCacheDir("inkling", null, "Inkling")),
          shipped);
    }
    return xdg(System.getenv(), NamedPath.of(System.getProperty("user.home")), shipped);
  }

  /**
   * The folders by the XDG Base Directory Specification, which hangs them on {@code $HOME} and has
   * variables that are empty or not absolute ignored.
   *
   * @param account the home that the system knows of, where {@code $HOME} says none
   */
  static AppFolders xdg(Map<String, String> environment, Path account, Path shipped) {
    Path said = NamedPath.of(environment.getOrDefault("HOME", ""));
    Path home = said.isAbsolute() ? said : account;
    return new AppFolders(
        xdg(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")),
        xdg(environment.get("XDG_DATA_HOME"), home.resolve(".local/share")),
        xdg(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")),
        shipped);
  }

  private static Path xdg(@Nullable String variable, Path usual) {
    Path path = variable == null ? usual : NamedPath.of(variable);
    return (path.isAbsolute() ? path : usual).resolve("inkling");
  }

  /**
   * True when a folder can bear a name that a person or a file gave: a name is not a path, and has
   * no characters that this session's encoding of names lacks.
   */
  public static boolean isName(String name) {
    return name.matches("[^/\\\\:*?\"<>|\\p{Cntrl}]{1,80}")
        && !name.startsWith(".")
        && NamedPath.isPossible(name);
  }

  /** Models that the user trained. */
  public Path models() {
    return data.resolve("models");
  }

  /** Networks that the user built. */
  public Path networks() {
    return data.resolve("networks");
  }

  /** Drawings that the user kept. */
  public Path drawings() {
    return data.resolve("drawings");
  }

  /** What the user said of wrong labels. */
  public Path corrections() {
    return data.resolve("corrections");
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
