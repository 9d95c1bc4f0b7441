package dev.inkling.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.gson.Gson;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.Version;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Task;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A model as a file in the Open Neural Network Exchange format, which Netron shows and ONNX Runtime
 * and others compute with.
 *
 * <p>Its input {@value #INPUT} is a batch of 28×28 pictures framed as {@link
 * dev.inkling.image.Framing} does, 0 paper … 1 ink; the model's normalization is a part of the
 * graph. Its outputs are {@value #LOGITS}, what the last layer puts out, and {@value
 * #PROBABILITIES}, one of each class for each picture that add up to 1. The metadata hold the class
 * names and the model's card.
 */
public final class OnnxFile {
  /** float (batch, 1, 28, 28). */
  public static final String INPUT = "ink";

  /** float (batch, classes); log-probabilities where the network ends with log-softmax. */
  public static final String LOGITS = "logits";

  /** float (batch, classes). */
  public static final String PROBABILITIES = "probabilities";

  /**
   * Metadata: what the outputs mean, in order, with commas between them; where a name has a comma,
   * as a JSON array.
   */
  public static final String CLASSES = "classes";

  /** Metadata: the text of model.json. */
  public static final String CARD = "model.json";

  /** Of ONNX 1.12, of 2022: the last operators used here to change did so in 15. */
  private static final int OPERATOR_SET = 17;

  private static final int FORMAT_VERSION = 8;

  private OnnxFile() {}

  /**
   * Writes a model.
   *
   * @throws Problem when the file cannot be written
   */
  public static void write(Path file, Model model) {
    if (model.card().reads() != Task.DIGIT) {
      throw new Problem("problem.model.lines", model.card().name());
    }
    try {
      AtomicFile.write(file, out -> of(model).writeTo(out));
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unwritable", file);
    }
  }

  static ModelProto of(Model model) {
    ModelCard card = model.card();
    return ModelProto.newBuilder()
        .setIrVersion(FORMAT_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
        .setProducerName("Inkling")
        .setProducerVersion(Version.current())
        .setDocString(card.name() + ": " + String.join(", ", card.layers()))
        .addMetadataProps(entry(CLASSES, classes(card)))
        .addMetadataProps(entry(CARD, ModelFolder.text(card)))
        .setGraph(new OnnxGraph(model).build())
        .build();
  }

  /** Names with commas in them cannot have commas between them. */
  private static String classes(ModelCard card) {
    boolean areSimple = card.classes().stream().noneMatch(name -> name.contains(","));
    return areSimple ? String.join(",", card.classes()) : new Gson().toJson(card.classes());
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }
}
