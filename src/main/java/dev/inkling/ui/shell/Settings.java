package dev.inkling.ui.shell;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.WriteProblem;
import dev.inkling.model.ModelLibrary;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers.
 *
 * @param x of the window on the screens, null before the first time
 * @param y of the window on the screens, null before the first time
 * @param width of the window
 * @param height of the window
 * @param maximized or not
 * @param theme chosen
 * @param language tag such as en or zh-CN, null to follow the system
 * @param model that reads
 * @param brushWidth in the pad's logical pixels
 */
public record Settings(
    @Nullable Double x,
    @Nullable Double y,
    double width,
    double height,
    boolean maximized,
    Theme.Choice theme,
    @Nullable String language,
    String model,
    double brushWidth) {

  /** What a first start finds. */
  public static final Settings FIRST =
      new Settings(
          null,
          null,
          1280,
          800,
          false,
          Theme.Choice.SYSTEM,
          null,
          ModelLibrary.DEFAULT,
          dev.inkling.ink.Stroke.DEFAULT_WIDTH);

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  /** Reads a file; what cannot be used is as on a first start. */
  public static Settings load(Path file) {
    try {
      Settings settings = GSON.fromJson(Files.readString(file), Settings.class);
      return settings == null || !settings.isUsable() ? FIRST : settings;
    } catch (IOException | JsonParseException e) {
      return FIRST;
    }
  }

  private boolean isUsable() {
    return width > 0 && height > 0 && theme != null && model != null && brushWidth > 0;
  }

  /**
   * Writes a file.
   *
   * @throws Problem when its folder cannot be written
   */
  public void save(Path file) {
    try {
      AtomicFile.write(file, GSON.toJson(this) + "\n");
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.settings.unwritable", file.resolveSibling(""));
    }
  }
}
