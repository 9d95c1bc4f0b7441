package dev.inkling.data;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Stroke;
import dev.inkling.ink.StrokesFile;
import dev.inkling.text.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kept drawing as a line of JSON: a line of strokes as {@link StrokesFile} has them, with {@code
 * id, label, read, model, time, writer} besides, and for a picture its 784 bytes in Base64 as
 * {@code image}. A label is a digit, or the name of another sign. Only strokes or image and the
 * label must be there, so that lines from elsewhere come in too.
 */
final class KeptLine {
  private static final Gson GSON = new Gson();

  private KeptLine() {}

  /** What a line says besides the strokes. */
  private record Facts(
      @Nullable String id,
      @Nullable JsonElement label,
      @Nullable JsonElement read,
      @Nullable String model,
      @Nullable String time,
      @Nullable String image,
      @Nullable JsonElement writer) {
    /** A name, or a number, as files of strokes have them. */
    @Nullable String writerName() {
      String name = writer instanceof JsonPrimitive said ? said.getAsString().strip() : "";
      return name.isEmpty() ? null : name;
    }

    String idOrNew() {
      return id == null ? Kept.newId() : id;
    }

    Instant timeOrNow() {
      return time == null ? Kept.now() : Instant.parse(time);
    }
  }

  /** The line of a drawing of a digit, without its end. */
  static String write(Kept kept) {
    return write(kept, Classes.DIGITS);
  }

  /**
   * The line of a drawing, without its end.
   *
   * @param classes the names that its labels count
   */
  static String write(Kept kept, List<String> classes) {
    Integer read = kept.read();
    JsonObject line =
        GSON.toJsonTree(
                new Facts(
                    kept.id(),
                    label(kept.label(), classes),
                    read == null ? null : label(read, classes),
                    kept.model(),
                    kept.time().toString(),
                    kept.image() == null ? null : base64(kept.image()),
                    kept.writer() == null ? null : new JsonPrimitive(kept.writer())))
            .getAsJsonObject();
    StrokesFile.json(kept.strokes()).asMap().forEach(line::add);
    return GSON.toJson(line);
  }

  /** A digit is a number, as it always was; what else is told apart has a name. */
  private static JsonPrimitive label(int label, List<String> classes) {
    return Classes.areDigits(classes)
        ? new JsonPrimitive(label)
        : new JsonPrimitive(classes.get(label));
  }

  /**
   * What was drawn, as a text: the same for the same strokes or picture, whatever is told of it.
   */
  static String content(Kept kept) {
    return kept.image() == null
        ? GSON.toJson(StrokesFile.json(kept.strokes()))
        : base64(kept.image());
  }

  /** True when a line that is a drawing brings an id along. */
  static boolean isNamed(String line) {
    return GSON.fromJson(line, Facts.class).id != null;
  }

  /**
   * The name of the class of a line's drawing; empty where it names none, or is no drawing.
   *
   * @param line such as somebody else's program wrote
   */
  static Optional<String> label(String line) {
    try {
      Facts facts = GSON.fromJson(line, Facts.class);
      return Optional.ofNullable(facts).flatMap(known -> name(known.label));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  /** A name, or a number as it is written without a fraction. */
  private static Optional<String> name(@Nullable JsonElement label) {
    if (!(label instanceof JsonPrimitive said)) {
      return Optional.empty();
    }
    String text = said.getAsString().strip();
    return Optional.of(
        said.isNumber() && text.matches("\\d+\\.0+") ? text.substring(0, text.indexOf('.')) : text);
  }

  /** Which class it is, or none. */
  private static @Nullable Integer index(@Nullable JsonElement label, List<String> classes) {
    return name(label).map(classes::indexOf).filter(index -> index >= 0).orElse(null);
  }

  /** The drawing of a digit that a line has, see {@link #read(String, List, Object, int)}. */
  static Kept read(String line, Object file, int number) {
    return read(line, Classes.DIGITS, file, number);
  }

  /**
   * The drawing of a line.
   *
   * @param classes the names that its labels count
   * @param file what a problem calls the file
   * @param number of the line, counted from 1
   * @throws Problem that names the line and what is wrong with it
   */
  static Kept read(String line, List<String> classes, Object file, int number) {
    String at = String.valueOf(number);
    try {
      Facts facts = GSON.fromJson(line, Facts.class);
      Integer label = facts == null ? null : index(facts.label, classes);
      if (facts == null || label == null) {
        throw noLabel(classes, file, at);
      }
      GreyImage image = facts.image == null ? null : image(facts.image);
      return new Kept(
          facts.idOrNew(),
          label,
          index(facts.read, classes),
          facts.model,
          facts.timeOrNow(),
          image == null ? strokes(line, file, at) : List.of(),
          image,
          facts.writerName());
    } catch (JsonParseException | IllegalArgumentException | DateTimeException e) {
      throw new Problem(e, "problem.drawings.line", file, at);
    }
  }

  private static Problem noLabel(List<String> classes, Object file, String at) {
    return Classes.areDigits(classes)
        ? new Problem("problem.drawings.label", file, at)
        : new Problem("problem.signs.label", file, at, Classes.brief(classes));
  }

  private static List<Stroke> strokes(String line, Object file, String at) {
    Drawing drawing = StrokesFile.parse(line, file, at);
    if (drawing.isEmpty()) {
      throw new Problem("problem.drawings.blank", file, at);
    }
    return drawing.marks().stream().map(Stroke.class::cast).toList();
  }

  private static String base64(GreyImage image) {
    return Base64.getEncoder().encodeToString(Digits.bytes(image));
  }

  /** Throws IllegalArgumentException when it is not 784 bytes. */
  private static GreyImage image(String base64) {
    return new Digits(Base64.getDecoder().decode(base64), new byte[1]).image(0);
  }
}
