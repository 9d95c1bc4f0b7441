package dev.inkling.model;

import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.inkling.file.AtomicFile;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A model as a folder: {@value #CARD} and {@value #PARAMETERS}, which is NumPy's format, so that
 * {@code numpy.load} reads it too.
 */
public final class ModelFolder {
  /** The model's card. */
  public static final String CARD = "model.json";

  /** The parameters, one array each. */
  public static final String PARAMETERS = "parameters.npz";

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private ModelFolder() {}

  /** True when a folder looks like a model. */
  public static boolean isModel(Path folder) {
    return Files.isRegularFile(folder.resolve(CARD));
  }

  /**
   * Reads a card alone, which is quick.
   *
   * @throws Problem when there is none, or it is not one
   */
  public static ModelCard readCard(Path folder) {
    Path file = folder.resolve(CARD);
    if (!Files.isDirectory(folder)) {
      throw new Problem("problem.model.folder", folder);
    }
    if (!Files.isRegularFile(file)) {
      throw new Problem("problem.model.noCard", folder, CARD);
    }
    try {
      ModelCard card = GSON.fromJson(Files.readString(file), ModelCard.class);
      checkCard(card, file);
      if (card.recipe() != null) {
        RecipeProblem.check(card.recipe(), file);
      }
      return card;
    } catch (JsonParseException | NumberFormatException e) { // Gson lets the second through
      throw new Problem(e, "problem.model.card", file);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }

  private static void checkCard(ModelCard card, Path file) {
    if (card == null
        || card.name() == null
        || card.layers() == null
        || card.layers().isEmpty()
        || card.layers().contains(null)
        || card.normalization() == null
        || !Float.isFinite(card.normalization().mean())
        || !(card.normalization().std() > 0)
        || (card.calibration() != null && !card.calibration().isValid())
        || card.classes() == null) {
      throw new Problem("problem.model.card", file);
    }
    Layer.Size size = Stage.IMAGE;
    boolean isFlat = false;
    for (Layer layer : layers(card, file)) {
      size = layer.output(size);
      if (size.height() < 1 || size.width() < 1 || (isFlat && needsMaps(layer))) {
        throw new Problem("problem.model.layerOf", file, layer.text());
      }
      isFlat |= layer instanceof Layer.Dense;
    }
    if (size.count() != card.classes().size() || size.count() != 10) {
      throw new Problem("problem.model.classes", file, size.count());
    }
    if (!card.classes().equals(CLASSES)) {
      throw new Problem("problem.model.otherClasses", file, String.join(", ", card.classes()));
    }
  }

  private static List<Layer> layers(ModelCard card, Path file) {
    try {
      return card.parsedLayers();
    } catch (Problem problem) {
      throw new Problem(problem, "problem.model.layerOf", file, problem.arguments()[0]);
    }
  }

  /** True for layers that cannot work on what a dense layer gives. */
  private static boolean needsMaps(Layer layer) {
    return layer instanceof Layer.Conv
        || layer instanceof Layer.Pool
        || (layer instanceof Layer.Dropout dropout && dropout.channels());
  }

  /**
   * Reads a whole model.
   *
   * @throws Problem when a part is missing, cut short or does not fit the card
   */
  public static Model read(Path folder) {
    ModelCard card = readCard(folder);
    Path file = folder.resolve(PARAMETERS);
    if (!Files.isRegularFile(file)) {
      throw new Problem("problem.model.noParameters", folder, PARAMETERS);
    }
    Weights weights = WeightsFile.read(file);
    Network.shapes(card.parsedLayers())
        .forEach(
            (name, shape) -> {
              Tensor tensor = weights.tensors().get(name);
              if (tensor == null) {
                throw new Problem("problem.model.truncated", file, name);
              }
              if (!new Shape(tensor.shape()).equals(shape)) {
                throw new Problem(
                    "problem.model.shape", file, name, new Shape(tensor.shape()), shape);
              }
            });
    if (!weights.areFinite()) {
      throw new Problem("problem.model.notFinite", file);
    }
    return new Model(card, weights);
  }

  /**
   * Writes a model. Each file is written beside its place and then moved there, the card last, so
   * that a cut leaves a model that can be read.
   *
   * @throws Problem when the folder cannot be written
   */
  public static void write(Path folder, Model model) {
    try {
      WeightsFile.write(folder.resolve(PARAMETERS), model.weights());
      AtomicFile.write(folder.resolve(CARD), text(model.card()));
    } catch (IOException e) {
      throw new Problem(e, "problem.model.write", folder);
    }
  }

  /** A card as it stands in {@value #CARD}. */
  public static String text(ModelCard card) {
    return GSON.toJson(card) + "\n";
  }

  /** What the ten outputs mean. */
  public static final List<String> CLASSES =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
}
