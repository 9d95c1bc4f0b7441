package dev.inkling.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.inkling.data.Classes;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.Folders;
import dev.inkling.file.Leftovers;
import dev.inkling.layer.Layer;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model as a folder: {@value #CARD} and {@value #PARAMETERS}, which is NumPy's format, so that
 * {@code numpy.load} reads it too.
 */
public final class ModelFolder {
  /** The model's card. */
  public static final String CARD = "model.json";

  /** The parameters, one array each. */
  public static final String PARAMETERS = "parameters.npz";

  /**
   * In a folder whose model is being replaced: the new one's files that are not in their place yet.
   * They count, so that whoever reads has both files of one model, whenever the writer was stopped.
   */
  private static final String NEXT = ".inkling-next";

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private ModelFolder() {}

  /** True when a folder looks like a model. */
  public static boolean isModel(Path folder) {
    return Files.isRegularFile(file(folder, CARD));
  }

  /** One of the two files of a model; whether it is there or not. */
  public static Path file(Path folder, String name) {
    Path next = folder.resolve(NEXT).resolve(name);
    return Files.isRegularFile(next) ? next : folder.resolve(name);
  }

  /**
   * Reads a card alone, which is quick.
   *
   * @throws Problem when there is none, or it is not one
   */
  public static ModelCard readCard(Path folder) {
    Path file = file(folder, CARD);
    if (!Files.isDirectory(folder)) {
      throw new Problem("problem.model.folder", folder);
    }
    if (!Files.isRegularFile(file)) {
      throw new Problem("problem.model.noCard", folder, CARD);
    }
    ModelCard card = JsonFile.read(file, ModelCard.class, "problem.model.card");
    checkCard(card, file);
    if (card.recipe() != null) {
      RecipeProblem.check(card.recipe(), file);
    }
    return card;
  }

  private static void checkCard(ModelCard card, Path file) {
    if (card.name() == null
        || card.layers() == null
        || card.layers().isEmpty()
        || card.layers().contains(null)
        || card.normalization() == null
        || !Float.isFinite(card.normalization().mean())
        || !(card.normalization().std() > 0)
        || (card.calibration() != null && !card.calibration().isValid())
        || card.strokes() < 0
        || card.strokes() > OwnStrokes.MOST
        || card.classes() == null
        || card.classes().contains(null)) {
      throw new Problem("problem.model.card", file);
    }
    NetworkBounds.checkCount(card.layers(), file);
    List<Layer> layers = layers(card, file);
    Task task = card.reads();
    if (!task.areClasses(card.classes())) {
      throw new Problem("problem.model.otherClasses", file, Classes.FEWEST, Classes.MOST);
    }
    NetworkFit.check(layers, task, card.classes().size(), file);
  }

  private static List<Layer> layers(ModelCard card, Path file) {
    try {
      return card.parsedLayers();
    } catch (Problem problem) {
      throw new Problem(problem, "problem.model.layerOf", file, problem.arguments()[0]);
    }
  }

  /**
   * Reads a whole model.
   *
   * @throws Problem when a part is missing, cut short or does not fit the card
   */
  public static Model read(Path folder) {
    ModelCard card = readCard(folder);
    Path file = file(folder, PARAMETERS);
    if (!Files.isRegularFile(file)) {
      throw new Problem("problem.model.noParameters", folder, PARAMETERS);
    }
    Map<String, long[]> shapes = new LinkedHashMap<>();
    Network.shapes(card.parsedLayers())
        .forEach((name, shape) -> shapes.put(name, shape.getShape()));
    shapes.putAll(OwnStrokes.sizes(card.strokes()));
    Weights weights = WeightsFile.read(file, shapes);
    if (!weights.areFinite()) {
      throw new Problem("problem.model.notFinite", file);
    }
    try {
      OwnStrokes own = OwnStrokes.of(weights, card.classes().size());
      return new Model(card, weights.without(OwnStrokes.sizes(card.strokes()).keySet()), own);
    } catch (IllegalArgumentException e) {
      throw new Problem(e, "problem.model.damaged", file);
    }
  }

  /**
   * Writes a model. It is written whole beside its place: a new folder is moved there, and into a
   * folder that is there already both files come at once. What else is in that folder stays, and so
   * does the folder itself.
   *
   * @throws Problem when the folder cannot be written
   */
  public static void write(Path folder, Model model) {
    Path place = folder.toAbsolutePath();
    Path beside = Files.isDirectory(place) ? Leftovers.newName(place) : Leftovers.beside(place);
    try {
      Files.createDirectories(beside);
      try {
        WeightsFile.write(beside.resolve(PARAMETERS), model.weights().with(model.own().tensors()));
        AtomicFile.write(beside.resolve(CARD), text(model.card()));
        moveIn(beside, place);
      } finally {
        Folders.delete(beside);
      }
    } catch (IOException e) {
      throw new Problem(e, "problem.model.write", folder);
    }
  }

  /** Moves a model's folder to a place; where a model is already, both its files come at once. */
  static void moveIn(Path beside, Path place) throws IOException {
    if (Files.isDirectory(place)) {
      settle(place);
      Files.move(beside, place.resolve(NEXT), StandardCopyOption.ATOMIC_MOVE);
      settle(place);
    } else {
      Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Brings files to their place; after each step the two that are read are of one model. */
  private static void settle(Path folder) throws IOException {
    Path next = folder.resolve(NEXT);
    for (String name : List.of(PARAMETERS, CARD)) {
      if (Files.exists(next.resolve(name))) {
        AtomicFile.replace(folder.resolve(name), next.resolve(name));
      }
    }
    Folders.delete(next);
  }

  /**
   * Copies the two files of a model, and nothing else that is in its folder.
   *
   * @param parent folder of the copy
   * @param name of the copy, which gets a number where it is taken
   * @return the copy
   * @throws Problem when the folder cannot be written
   */
  public static Path copy(Path folder, Path parent, String name) {
    Path beside = Leftovers.newName(parent);
    try {
      Files.createDirectories(beside);
      for (String file : List.of(PARAMETERS, CARD)) {
        if (Files.exists(file(folder, file))) {
          Files.copy(file(folder, file), beside.resolve(file));
        }
      }
      return Folders.move(beside, parent, name, Set.of());
    } catch (IOException e) {
      throw new Problem(e, "problem.model.write", parent.resolve(name));
    }
  }

  /** A card as it stands in {@value #CARD}. */
  public static String text(ModelCard card) {
    return GSON.toJson(card) + "\n";
  }
}
