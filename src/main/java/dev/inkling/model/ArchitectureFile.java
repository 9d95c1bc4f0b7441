package dev.inkling.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.inkling.file.Version;
import dev.inkling.layer.Layer;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network as a file that people can read and write: its layers as text, and what of normalization
 * and recipe is not usual, and what it was copied from. Its name is the file's.
 */
final class ArchitectureFile {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ArchitectureFile() {}

  /** What stands in a file; anything may be missing. */
  private record Content(
      @Nullable String inkling,
      @Nullable List<String> layers,
      @Nullable Normalization normalization,
      @Nullable JsonObject recipe,
      @Nullable Origin origin) {}

  /** The name of a file without its extension. */
  static String name(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ArchitectureStore.EXTENSION)
        ? name.substring(0, name.length() - ArchitectureStore.EXTENSION.length())
        : name;
  }

  /**
   * Reads a network. Whether it can be trained is not looked at: somebody may still be building it.
   *
   * @throws Problem when the file is none, or names a layer that this Inkling does not know
   */
  static Architecture read(Path file) {
    Content content = JsonFile.read(file, Content.class, "problem.network.file");
    List<String> texts = content.layers;
    if (texts == null || texts.contains(null)) {
      throw new Problem("problem.network.file", file);
    }
    NetworkBounds.checkCount(texts, file);
    Normalization normalization =
        content.normalization == null ? Normalization.MNIST : content.normalization;
    if (!normalization.isPossible()) {
      throw new Problem("problem.network.file", file);
    }
    Recipe recipe = recipe(content.recipe, file);
    return new Architecture(name(file), normalization, layers(texts, file), recipe)
        .from(Origin.kept(content.origin));
  }

  private static List<Layer> layers(List<String> texts, Path file) {
    try {
      return texts.stream().map(Layer::parse).toList();
    } catch (Problem problem) {
      throw new Problem(problem, "problem.model.layerOf", file, problem.arguments()[0]);
    }
  }

  /** What is not said is as usual. */
  private static Recipe recipe(@Nullable JsonObject said, Path file) {
    if (said == null) {
      return Architecture.USUAL;
    }
    JsonObject whole = GSON.toJsonTree(Architecture.USUAL).getAsJsonObject();
    said.entrySet().forEach(entry -> whole.add(entry.getKey(), entry.getValue()));
    try {
      Recipe recipe = GSON.fromJson(whole, Recipe.class);
      RecipeProblem.check(recipe, file);
      return recipe;
    } catch (Problem problem) {
      throw problem;
    } catch (RuntimeException e) { // whatever Gson makes of foreign text
      throw new Problem(e, "problem.network.file", file);
    }
  }

  /** A network as it stands in its file. */
  static String text(Architecture architecture) {
    Content content =
        new Content(
            Version.current(),
            Layer.texts(architecture.layers()),
            architecture.normalization(),
            GSON.toJsonTree(architecture.recipe()).getAsJsonObject(),
            architecture.origin());
    return GSON.toJson(content) + "\n";
  }
}
