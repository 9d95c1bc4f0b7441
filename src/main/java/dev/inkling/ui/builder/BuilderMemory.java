package dev.inkling.ui.builder;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.inkling.file.AtomicFile;
import dev.inkling.model.JsonFile;
import dev.inkling.model.KeptNetwork;
import dev.inkling.model.Normalization;
import dev.inkling.model.Origin;
import dev.inkling.model.Recipe;
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
      @Nullable Origin origin,
      int selected) {
    static Kept of(Draft draft) {
      KeptNetwork kept = KeptNetwork.of(draft.network());
      return new Kept(
          kept.name(),
          kept.normalization(),
          kept.layers(),
          kept.recipe(),
          kept.origin(),
          draft.selected());
    }

    /** The draft; nothing where a part cannot be used. */
    Optional<Draft> draft() {
      return new KeptNetwork(name, normalization, layers, recipe, origin)
          .network()
          .map(network -> new Draft(network, selected));
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
