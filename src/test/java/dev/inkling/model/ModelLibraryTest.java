package dev.inkling.model;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.file.AppFolders;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.support.TinyModels;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLibraryTest {
  @TempDir Path home;
  private AppFolders folders;
  private ModelLibrary library;

  @BeforeEach
  void makeFolders() {
    folders =
        new AppFolders(
            home.resolve("config"),
            home.resolve("data"),
            home.resolve("cache"),
            home.resolve("shipped"));
    library = new ModelLibrary(folders);
  }

  private void write(Path folder) {
    ModelFolder.write(folder, TinyModels.untrained(folder.getFileName().toString()));
  }

  @Test
  void withoutFoldersThereAreNoModels() {
    assertThat(library.list()).isEmpty();
    assertThat(problemOf(() -> library.find("inkling")).key()).isEqualTo("problem.model.unknown");
  }

  @Test
  void shippedModelsComeFirstTheFlagshipBeforeAll() {
    write(folders.models().resolve("a-model"));
    write(folders.models().resolve("b-model"));
    write(folders.shipped().resolve("dropout-sgd"));
    write(folders.shipped().resolve("conv3-adam"));
    write(folders.shipped().resolve("inkling"));

    assertThat(library.list())
        .extracting(Entry::name)
        .containsExactly("inkling", "conv3-adam", "dropout-sgd", "a-model", "b-model");
    assertThat(library.list())
        .extracting(Entry::isShipped)
        .containsExactly(true, true, true, false, false);
  }

  /** As an earlier version let be: one of two alike could not be chosen. */
  @Test
  void aModelUnderAShippedNameIsListedUnderAnother() {
    write(folders.shipped().resolve("sprint"));
    write(folders.models().resolve("sprint"));
    write(folders.models().resolve("sprint-2"));

    assertThat(library.list())
        .extracting(Entry::name)
        .containsExactly("sprint", "sprint-2", "sprint-2-2");
    assertThat(library.find("sprint")).isEqualTo(folders.shipped().resolve("sprint"));
    assertThat(library.find("sprint-2")).isEqualTo(folders.models().resolve("sprint"));
  }

  @Test
  void whatIsNoModelIsNotListed() throws IOException {
    Files.createDirectories(folders.models().resolve("empty"));
    Files.writeString(folders.models().resolve("notes.txt"), "text");
    write(folders.models().resolve("real"));

    assertThat(library.list()).extracting(Entry::name).containsExactly("real");
  }

  @Test
  void aModelIsFoundByItsNameAndByItsFolder() {
    write(folders.models().resolve("mine"));
    write(home.resolve("elsewhere/other"));

    assertThat(library.find("mine")).isEqualTo(folders.models().resolve("mine"));
    Path other = home.resolve("elsewhere/other");
    assertThat(library.find(other.toString())).isEqualTo(other);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNamesThereAre() {
    write(folders.shipped().resolve("inkling"));
    write(folders.models().resolve("mine"));

    Problem problem = problemOf(() -> library.find("yours"));

    assertThat(problem.key()).isEqualTo("problem.model.unknown");
    assertThat(problem.getMessage()).contains("yours", "inkling, mine");
  }
}
