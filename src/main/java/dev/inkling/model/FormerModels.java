package dev.inkling.model;

import dev.inkling.file.Bin;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What models were before they were replaced: {@code .former/NAME/1}, 2 and so on. */
final class FormerModels {
  /** A name with a dot is of no model. */
  private static final String FOLDER = ".former";

  private final Path all;

  /**
   * Those of a folder.
   *
   * @param models where the models are
   */
  FormerModels(Path models) {
    all = models.resolve(FOLDER);
  }

  /** Where they are of a model, whether it was another one before or not. */
  Path of(String name) {
    return all.resolve(name);
  }

  /** Keeps a copy of a model that is to be replaced, if it is there. */
  void keep(Path model, String name) throws IOException {
    if (Files.exists(model)) {
      int number = newest(name).map(FormerModels::number).orElse(0);
      Files.createDirectories(of(name));
      ModelFolder.copy(model, of(name), String.valueOf(number + 1));
    }
  }

  /**
   * Puts back in a model's place what it was before, readable or not.
   *
   * @return false where it was none before
   */
  boolean putBack(Path model, String name) throws IOException {
    Optional<Path> former = newest(name);
    if (former.isPresent()) {
      ModelFolder.moveIn(former.get(), model);
    }
    return former.isPresent();
  }

  private Optional<Path> newest(String name) {
    if (!Files.isDirectory(of(name))) {
      return Optional.empty();
    }
    try (Stream<Path> models = Files.list(of(name))) {
      return models
          .filter(path -> path.getFileName().toString().matches("\\d{1,6}"))
          .filter(ModelFolder::isModel)
          .max(Comparator.comparingInt(FormerModels::number));
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", of(name));
    }
  }

  private static int number(Path former) {
    return Integer.parseInt(former.getFileName().toString());
  }

  /** Takes in, from elsewhere, all that a model was before. */
  void moveIn(Path from, String name) {
    Bin.move(from, all, name);
  }
}
