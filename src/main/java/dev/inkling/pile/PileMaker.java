package dev.inkling.pile;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.inkling.file.Version;
import dev.inkling.model.Model;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.text.Messages;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * What the rows of a table depend on besides their pictures.
 *
 * @param program Inkling's version
 * @param model its name
 * @param weights a checksum of them
 * @param language of the sentences that say why a picture cannot be read
 */
public record PileMaker(String program, String model, String weights, String language) {
  private static final PileMaker UNKNOWN = new PileMaker("?", "?", "?", "?");

  /** What reads with a model. */
  public static PileMaker of(Model model, Messages messages) {
    return new PileMaker(
        Version.current(), model.card().name(), checksum(model), messages.locale().toLanguageTag());
  }

  private static String checksum(Model model) {
    CRC32 sum = new CRC32();
    for (Tensor tensor : model.weights().tensors().values()) {
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * tensor.values().length);
      bytes.asFloatBuffer().put(tensor.values());
      sum.update(bytes);
    }
    return Long.toHexString(sum.getValue());
  }

  String text() {
    return new Gson().toJson(this) + "\n";
  }

  /** What was written by {@link #text}; of anything else one that nobody is. */
  static PileMaker parse(String text) {
    try {
      PileMaker read = new Gson().fromJson(text, PileMaker.class);
      return read == null ? UNKNOWN : read;
    } catch (JsonParseException e) {
      return UNKNOWN;
    }
  }

  /** For a sentence. */
  @Override
  public String toString() {
    return model + " (" + weights + "), Inkling " + program + ", " + language;
  }
}
