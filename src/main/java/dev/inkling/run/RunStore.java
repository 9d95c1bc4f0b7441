package dev.inkling.run;

import dev.inkling.file.AppFolders;
import dev.inkling.file.Folders;
import dev.inkling.file.NamedPath;
import dev.inkling.file.Version;
import dev.inkling.file.WriteProblem;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Recipe;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The runs of a user, each in a folder of its own. The command line and the window share it. */
public final class RunStore {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** Holds deleted runs until they are brought back or the bin is emptied. */
  private static final String BIN = ".bin";

  private final Path folder;

  /** The store in a user's data folder. */
  public RunStore(AppFolders folders) {
    folder = folders.data().resolve("runs");
  }

  /** A new run that has not begun. */
  public Run create(String architecture, Recipe recipe, String data) {
    String stem = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + "-" + architecture;
    Run run = new Run(newFolder(stem));
    run.write(
        new RunInfo(
            run.folder().getFileName().toString(),
            architecture,
            "",
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            architecture,
            recipe,
            data,
            Version.current(),
            EngineSetup.description(),
            Runtime.version().toString(),
            RunInfo.Status.OPEN,
            null,
            0));
    return run;
  }

  private Path newFolder(String stem) {
    try {
      return Folders.create(folder, stem);
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", folder);
    }
  }

  /**
   * Takes in a run from elsewhere, whose folder is moved here; under another id where its own is
   * taken, and not at all where it is here already.
   *
   * @return the run in this store
   */
  public Run adopt(Run run) {
    RunInfo info = run.info();
    Optional<Run> known = list().stream().filter(mine -> isSame(mine, info, run)).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    try {
      String id = AppFolders.isName(info.id()) ? info.id() : "run";
      Run adopted = new Run(Folders.move(run.folder(), folder, id, Set.of()));
      adopted.write(info.withId(adopted.folder().getFileName().toString()));
      return adopted;
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", folder);
    }
  }

  /** The losses of batches come with their speed, so those of two runs are not the same. */
  private static boolean isSame(Run mine, RunInfo info, Run other) {
    try {
      return mine.info().created().equals(info.created())
          && Files.mismatch(mine.batches(), other.batches()) < 0;
    } catch (Problem | IOException e) {
      return false; // a damaged run, or one that has not begun
    }
  }

  /** All runs, the newest first. */
  public List<Run> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(Run::isRun)
          .sorted(Comparator.comparing((Path path) -> path.getFileName().toString()).reversed())
          .map(Run::new)
          .toList();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", folder);
    }
  }

  /**
   * The run that a user means.
   *
   * @param idOrFolder its id, its title, or its folder; of several with a title, the newest
   * @throws Problem when there is none
   */
  public Run find(String idOrFolder) {
    for (Run run : list()) {
      if (run.folder().getFileName().toString().equals(idOrFolder)) {
        return run;
      }
    }
    for (Run run : list()) {
      if (isTitle(run, idOrFolder)) {
        return run;
      }
    }
    Path named = NamedPath.of(idOrFolder);
    if (Run.isRun(named)) {
      return new Run(named);
    }
    throw new Problem("problem.run.unknown", idOrFolder, folder);
  }

  /** A run whose description is damaged has no title, and must not hide the others. */
  private static boolean isTitle(Run run, String title) {
    try {
      return run.info().title().equals(title);
    } catch (Problem problem) {
      return false;
    }
  }

  /**
   * Puts a run into the bin.
   *
   * @throws Problem when it is in training
   */
  public void delete(Run run) {
    run.checkAtRest();
    move(run.folder(), bin(run));
  }

  /** Brings a deleted run back. */
  public void restore(Run run) {
    move(bin(run), run.folder());
  }

  /** Deletes for good what is in the bin. */
  public void emptyBin() {
    try {
      Folders.delete(folder.resolve(BIN));
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", folder.resolve(BIN));
    }
  }

  private Path bin(Run run) {
    return folder.resolve(BIN).resolve(run.folder().getFileName());
  }

  private void move(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", from);
    }
  }
}
