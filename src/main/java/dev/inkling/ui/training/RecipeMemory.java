package dev.inkling.ui.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.inkling.file.AtomicFile;
import dev.inkling.model.JsonFile;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** Keeps the recipe form in a file, so that it is as it was at the next start. */
final class RecipeMemory {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final Path file;
  private final RecipeForm form;
  private final Background newest;

  private RecipeMemory(Path file, RecipeForm form, Background files) {
    this.file = file;
    this.form = form;
    newest = files.newestOnly();
  }

  /**
   * Fills a form in as it was left, and keeps what becomes of it. The file is small, and read at
   * once: nobody may have begun to fill in the form, and there may be no FX thread yet.
   */
  static void of(Path file, RecipeForm form, Background files) {
    RecipeMemory memory = new RecipeMemory(file, form, files);
    memory.begin(memory.read());
  }

  /** A file that cannot be read is as good as none. */
  private Optional<RecipeDraft> read() {
    try {
      return Files.exists(file)
          ? Optional.of(JsonFile.read(file, RecipeDraft.class, "problem.file.unreadable"))
          : Optional.empty();
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  private void begin(Optional<RecipeDraft> kept) {
    kept.ifPresent(draft -> draft.fillIn(form));
    for (ObservableValue<?> part : form.parts()) {
      part.addListener((_, _, _) -> keep());
    }
    form.moreProperty().addListener((_, _, _) -> keep());
  }

  /** Where it cannot be written, it is forgotten: the start has told that settings are not kept. */
  private void keep() {
    String text = GSON.toJson(RecipeDraft.of(form)) + "\n";
    newest.run(
        () -> {
          AtomicFile.write(file, text);
          return file;
        },
        _ -> {},
        _ -> {});
  }
}
