package dev.inkling.ui.builder;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.inkling.file.AtomicFile;
import dev.inkling.model.Architecture;
import dev.inkling.model.JsonFile;
import dev.inkling.model.NetworkText;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what is being built in a file, so that it is there at the next start, right or wrong. */
final class BuilderMemory {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final Path file;
  private final Background newest;
  private final Notices.Topic topic;

  /** A draft as it stands in the file, where any part may be missing. */
  private record Kept(@Nullable String name, @Nullable NetworkText network, int selected) {
    static Kept of(Draft draft) {
      Architecture network = draft.network();
      return new Kept(network.name(), NetworkText.of(network), draft.selected());
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
          ? draft(JsonFile.read(file, Kept.class, "problem.file.unreadable"))
          : Optional.empty();
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  private Optional<Draft> draft(Kept kept) {
    boolean isWhole = kept.name() != null && kept.network() != null;
    return isWhole
        ? Optional.of(new Draft(kept.network().network(kept.name(), file), kept.selected()))
        : Optional.empty();
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
