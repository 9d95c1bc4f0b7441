package dev.inkling.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
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
   * A text of the resources.
   *
   * @param parts what goes into its places, by their names
   */
  static String fill(String resource, Map<String, String> parts) {
    return PLACE
        .matcher(read("/dev/inkling/" + resource))
        .replaceAll(
            place -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(place.group(1)))));
  }

  private static String read(String resource) {
    try (InputStream in = Objects.requireNonNull(Python.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /**
   * What scripts of all libraries begin with.
   *
   * @param file the script's name
   * @param library for people
   */
  static Map<String, String> head(ModelCard card, Recipe recipe, String file, String library) {
    String layers = wrapped(String.join(", ", card.layers()) + ".");
    return Map.of(
        "title",
            said(card.name()) + ", a network that Inkling trained, in " + library + ":\n" + layers,
        "script", said(file),
        "weights", said(ExportFormat.weights(Path.of(file)).toString()),
        "notes", notes(card, recipe),
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
