package dev.inkling.ui.shell;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.WriteProblem;
import dev.inkling.model.ModelLibrary;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import dev.inkling.ui.pad.PadViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
 * @param view that was left
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
    double brushWidth,
    View view) {

  /**
   * What was to be seen when the window was closed. Screens and pages that are not there any more
   * are the window's to leave out.
   *
   * @param screen key of its title
   * @param results name of the page of Results
   * @param inside name of the page of Inside
   * @param textSize in percent, one of {@link TextSize#SIZES}
   */
  public record View(String screen, String results, String inside, int textSize) {
    static final View FIRST = new View(Screens.PAD, "OVERVIEW", "NETWORK", TextSize.NORMAL);

    private static View of(JsonObject found) {
      int size = orElse(number(found, "textSize", 1, 1000), 0.0).intValue();
      return new View(
          orElse(text(found, "screen"), FIRST.screen),
          orElse(text(found, "results"), FIRST.results),
          orElse(text(found, "inside"), FIRST.inside),
          TextSize.SIZES.contains(size) ? size : FIRST.textSize);
    }
  }

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
          dev.inkling.ink.Stroke.DEFAULT_WIDTH,
          View.FIRST);

  /** Tags of the languages there are. */
  private static final List<String> LANGUAGES =
      Messages.LANGUAGES.stream()
          .map(locale -> new Messages(locale).locale().toLanguageTag())
          .toList();

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  /** A pixel count beyond this is no window's. */
  private static final double MOST = 20_000;

  /** Reads a file; each setting that cannot be used is as on a first start. */
  public static Settings load(Path file) {
    try {
      return JsonParser.parseString(Files.readString(file)) instanceof JsonObject found
          ? of(found)
          : FIRST;
    } catch (IOException | JsonParseException | NumberFormatException e) {
      return FIRST;
    }
  }

  private static Settings of(JsonObject found) {
    Double x = number(found, "x", -MOST, MOST);
    Double y = number(found, "y", -MOST, MOST);
    boolean isPlaced = x != null && y != null;
    return new Settings(
        isPlaced ? x : null,
        isPlaced ? y : null,
        orElse(number(found, "width", 1, MOST), FIRST.width),
        orElse(number(found, "height", 1, MOST), FIRST.height),
        found.get("maximized") instanceof JsonPrimitive is && is.isBoolean() && is.getAsBoolean(),
        theme(text(found, "theme")),
        language(text(found, "language")),
        orElse(text(found, "model"), FIRST.model),
        orElse(
            number(found, "brushWidth", PadViewModel.MIN_WIDTH, PadViewModel.MAX_WIDTH),
            FIRST.brushWidth),
        found.get("view") instanceof JsonObject view ? View.of(view) : View.FIRST);
  }

  /** Null unless there is a number within these limits. */
  private static @Nullable Double number(JsonObject found, String name, double least, double most) {
    if (found.get(name) instanceof JsonPrimitive value && value.isNumber()) {
      double number = value.getAsDouble();
      return number >= least && number <= most ? number : null; // NaN is neither
    }
    return null;
  }

  private static @Nullable String text(JsonObject found, String name) {
    return found.get(name) instanceof JsonPrimitive value
            && value.isString()
            && !value.getAsString().isBlank()
        ? value.getAsString()
        : null;
  }

  private static <T> T orElse(@Nullable T value, T other) {
    return value == null ? other : value;
  }

  private static Theme.Choice theme(@Nullable String name) {
    return Stream.of(Theme.Choice.values())
        .filter(choice -> choice.name().equals(name))
        .findFirst()
        .orElse(FIRST.theme);
  }

  private static @Nullable String language(@Nullable String tag) {
    return tag != null && LANGUAGES.contains(tag) ? tag : null;
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
