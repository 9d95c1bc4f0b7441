package dev.inkling.ui.pad;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.inkling.file.AtomicFile;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Hint;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Picture;
import dev.inkling.ink.Stroke;
import dev.inkling.ink.StrokesFile;
import dev.inkling.model.ModelLibrary.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PadState} as JSON: {@code marks} are strokes as {@link StrokesFile} has them, and of
 * pictures the ink, a byte for each of the pad's pixels, in Base64 as {@code ink}.
 */
final class PadFile {
  private static final Gson GSON = new Gson();

  private PadFile() {}

  private record Content(
      List<JsonObject> marks,
      @Nullable Shown shown,
      @Nullable Network network,
      List<String> recent,
      List<Place> kept) {}

  private record Shown(String file, Box frame, List<Hint> hints) {}

  private record Network(String name, String folder, boolean isShipped) {}

  private record Place(@Nullable Box box, String id) {}

  /** Writes a file beside its place and moves it there. */
  static void write(Path file, PadState state) throws IOException {
    PadState.Seen seen = state.seen();
    Entry model = state.model();
    List<Place> kept = new ArrayList<>();
    state.kept().forEach((box, id) -> kept.add(new Place(box, id)));
    Content content =
        new Content(
            state.drawing().marks().stream().map(PadFile::json).toList(),
            seen == null
                ? null
                : new Shown(seen.file().toString(), seen.aim().frame(), seen.aim().hints()),
            model == null
                ? null
                : new Network(model.name(), model.folder().toString(), model.isShipped()),
            state.recent().stream().map(Path::toString).toList(),
            kept);
    AtomicFile.write(file, GSON.toJson(content) + "\n");
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read, or is none of {@link #write}
   */
  static PadState read(Path file) throws IOException {
    try {
      return state(GSON.fromJson(Files.readString(file), Content.class), file);
    } catch (RuntimeException e) { // of Gson, of what is missing or beyond its limits
      throw new IOException(e);
    }
  }

  private static PadState state(Content content, Path file) {
    Shown shown = content.shown;
    Network network = content.network;
    Map<@Nullable Box, String> kept = new LinkedHashMap<>();
    content.kept.forEach(place -> kept.put(place.box, place.id));
    return new PadState(
        new Drawing(content.marks.stream().map(mark -> mark(mark, file)).toList()),
        shown == null
            ? null
            : new PadState.Seen(Path.of(shown.file), new Aim(shown.frame, shown.hints)),
        network == null
            ? null
            : new Entry(network.name, Path.of(network.folder), network.isShipped),
        content.recent.stream().map(Path::of).toList(),
        kept);
  }

  private static JsonObject json(Mark mark) {
    return switch (mark) {
      case Stroke stroke -> StrokesFile.json(List.of(stroke));
      case Picture picture -> {
        JsonObject json = new JsonObject();
        json.addProperty("ink", Base64.getEncoder().encodeToString(bytes(picture.ink())));
        yield json;
      }
    };
  }

  private static Mark mark(JsonObject json, Path file) {
    if (json.has("ink")) {
      return new Picture(image(Base64.getDecoder().decode(json.get("ink").getAsString())));
    }
    List<Mark> marks = StrokesFile.parse(GSON.toJson(json), file, "1").marks();
    if (marks.size() != 1) {
      throw new JsonParseException(marks.size() + " strokes");
    }
    return marks.getFirst();
  }

  private static byte[] bytes(GreyImage image) {
    byte[] bytes = new byte[image.ink().length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(255 * image.ink()[i]);
    }
    return bytes;
  }

  private static GreyImage image(byte[] bytes) {
    float[] ink = new float[bytes.length];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = (bytes[i] & 0xff) / 255f;
    }
    return new GreyImage(Drawing.SIZE, Drawing.SIZE, ink);
  }
}
