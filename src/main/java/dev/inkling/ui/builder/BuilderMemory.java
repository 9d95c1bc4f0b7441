package dev.inkling.ui.builder;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.inkling.file.AtomicFile;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.JsonFile;
import dev.inkling.model.Normalization;
import dev.inkling.model.Recipe;
import dev.inkling.model.RecipeField;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what is being built in a file, so that it is there at the next start, right or wrong. */
final class BuilderMemory {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final Path file;
  private final Background newest;
  private final Notices.Topic topic;

  /** A draft as it stands in the file, where any part may be missing. */
  private record Kept(
      @Nullable String name,
      @Nullable Normalization normalization,
      @Nullable List<String> layers,
      @Nullable Recipe recipe,
      int selected) {
    static Kept of(Draft draft) {
      Architecture network = draft.network();
      return new Kept(
          network.name(),
          network.normalization(),
          Layer.texts(network.layers()),
          network.recipe(),
          draft.selected());
    }

    /**
     * The draft; nothing where a part cannot be used.
     *
     * @throws Problem for a layer that this Inkling does not know
     */
    Optional<Draft> draft() {
      if (name == null || layers == null || layers.contains(null)) {
        return Optional.empty();
      }
      if (normalization == null || !normalization.isPossible()) {
        return Optional.empty();
      }
      if (recipe == null || RecipeField.wrongIn(recipe).isPresent()) {
        return Optional.empty();
      }
      List<Layer> parsed = layers.stream().map(Layer::parse).toList();
      Architecture network = new Architecture(name, normalization, parsed, recipe);
      return Optional.of(new Draft(network, selected));
    }
  }

  BuilderMemory(Path file, Background files, Notices.Topic topic) {
    this.file = file;
    this.topic = topic;
    newest = files.newestOnly();
  }

  /**
   * What was kept. The file is small, and read at once: nobody may have begun to build. One that
   * cannot be read is as good as none.
   */
  Optional<Draft> read() {
    try {
      return Files.exists(file)
          ? JsonFile.read(file, Kept.class, "problem.file.unreadable").draft()
          : Optional.empty();
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  /** Keeps a draft in the place of what was kept. */
  void keep(Draft draft) {
    String text = GSON.toJson(Kept.of(draft)) + "\n";
    newest.run(
        () -> {
          AtomicFile.write(file, text);
          return file;
        },
        _ -> topic.over(),
        topic::fail);
  }
}
