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
import org.jspecify.annotations.Nullable;

/**
 * A kept drawing as a line of JSON: a line of strokes as {@link StrokesFile} has them, with {@code
 * id, label, read, model, time, writer} besides, and for a picture its 784 bytes in Base64 as
 * {@code image}. Only strokes or image and the label must be there, so that lines from elsewhere
 * come in too.
 */
final class KeptLine {
  private static final Gson GSON = new Gson();

  private KeptLine() {}

  /** What a line says besides the strokes. */
  private record Facts(
      @Nullable String id,
      @Nullable Integer label,
      @Nullable Integer read,
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

  /** The line of a drawing, without its end. */
  static String write(Kept kept) {
    JsonObject line =
        GSON.toJsonTree(
                new Facts(
                    kept.id(),
                    kept.label(),
                    kept.read(),
                    kept.model(),
                    kept.time().toString(),
                    kept.image() == null ? null : base64(kept.image()),
                    kept.writer() == null ? null : new JsonPrimitive(kept.writer())))
            .getAsJsonObject();
    StrokesFile.json(kept.strokes()).asMap().forEach(line::add);
    return GSON.toJson(line);
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
   * The drawing of a line.
   *
   * @param file what a problem calls the file
   * @param number of the line, counted from 1
   * @throws Problem that names the line and what is wrong with it
   */
  static Kept read(String line, Object file, int number) {
    String at = String.valueOf(number);
    try {
      Facts facts = GSON.fromJson(line, Facts.class);
      if (facts == null || facts.label == null || !isDigit(facts.label)) {
        throw new Problem("problem.drawings.label", file, at);
      }
      Integer read = facts.read == null || !isDigit(facts.read) ? null : facts.read;
      GreyImage image = facts.image == null ? null : image(facts.image);
      return new Kept(
          facts.idOrNew(),
          facts.label,
          read,
          facts.model,
          facts.timeOrNow(),
          image == null ? strokes(line, file, at) : List.of(),
          image,
          facts.writerName());
    } catch (JsonParseException | IllegalArgumentException | DateTimeException e) {
      throw new Problem(e, "problem.drawings.line", file, at);
    }
  }

  private static boolean isDigit(int label) {
    return label >= 0 && label < Digits.CLASSES;
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
