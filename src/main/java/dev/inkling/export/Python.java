package dev.inkling.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.inkling.model.Architecture;
import dev.inkling.model.ModelCard;
import dev.inkling.model.Recipe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts of Python that have places to be filled. */
final class Python {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  /** Strings of JSON are strings of Python's too. */
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private Python() {}

  /**
   * A text of the resources, without the end of its last line.
   *
   * @param name of the text
   * @param parts what goes into its places, by their names
   */
  private static String part(String name, Map<String, String> parts) {
    return PLACE
        .matcher(read("/dev/inkling/python/" + name + ".txt").stripTrailing())
        .replaceAll(
            place -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(place.group(1)))));
  }

  /**
   * A whole script.
   *
   * @param name of its text
   * @param parts what goes into its places, by their names
   */
  static String fill(String name, Map<String, String> parts) {
    return part(name, parts) + "\n";
  }

  private static String read(String resource) {
    try (InputStream in = Objects.requireNonNull(Python.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /**
   * The script's last part, which heeds what is asked for.
   *
   * @param seed the function that sets where chance begins
   * @param begin the function that makes a network
   */
  static String main(String seed, String begin) {
    return part("main", Map.of("seed", seed, "new", begin));
  }

  /** A model of before there were recipes is trained by that of its architecture. */
  static Recipe recipe(ModelCard card) {
    return card.recipe() == null ? Architecture.of(card).recipe() : card.recipe();
  }

  /**
   * What scripts of all libraries have.
   *
   * @param file the script's name
   * @param library for people
   */
  static Map<String, String> head(ModelCard card, Recipe recipe, String file, String library) {
    String layers = wrapped(String.join(", ", card.layers()) + ".");
    String title =
        said(card.name()) + ", a network that Inkling trained, in " + library + ":\n" + layers;
    Map<String, String> intro =
        Map.of(
            "title", title,
            "script", said(file),
            "weights", said(ExportFormat.weights(Path.of(file)).toString()),
            "notes", notes(card, recipe));
    return Map.of(
        "intro", part("intro", intro),
        "idx", part("idx", Map.of()),
        "classes", card.classes().stream().map(GSON::toJson).collect(Collectors.joining(", ")),
        "mean", String.valueOf(card.normalization().mean()),
        "std", String.valueOf(card.normalization().std()),
        "temperature", String.valueOf(card.confidence().temperature()));
  }

  private static String notes(ModelCard card, Recipe recipe) {
    List<String> leftOut = RecipeLines.leftOut(recipe);
    StringBuilder notes = new StringBuilder();
    if (card.tuned() != null) {
      notes.append("\nIts weights learned more afterwards; --train leaves that out.\n");
    }
    if (!leftOut.isEmpty()) {
      notes.append("\nWhat Inkling's training had besides, and --train has not:\n");
      leftOut.forEach(line -> notes.append("- ").append(line).append('\n'));
    }
    return notes.toString();
  }

  /** In lines of up to 110 letters. */
  private static String wrapped(String text) {
    return text.replaceAll("(.{1,110})( |$)", "$1\n").strip();
  }

  /** A name as it can stand in a text within three quotes. */
  private static String said(String name) {
    return name.replaceAll("[\\\\\"\\p{Cntrl}]", "_");
  }
}
