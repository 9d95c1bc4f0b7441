package dev.inkling.run;

import dev.inkling.data.ImageSource;
import dev.inkling.file.AppFolders;
import dev.inkling.file.Bin;
import dev.inkling.file.Folders;
import dev.inkling.file.NamedPath;
import dev.inkling.file.Version;
import dev.inkling.file.WriteProblem;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Recipe;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of a user, each in a folder of its own. The command line and the window share it. */
public final class RunStore {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path folder;
  private final Bin bin;

  /** The store in a user's data folder. */
  public RunStore(AppFolders folders) {
    folder = folders.data().resolve("runs");
    bin = new Bin(folder);
  }

  /**
   * A new run that has not begun.
   *
   * @param data mnist, synthetic or a folder
   */
  public Run create(Architecture architecture, Recipe recipe, String data) {
    return create(architecture.name(), architecture.isOwn() ? architecture : null, recipe, data);
  }

  /** Likewise, of an architecture by name. */
  public Run create(String architecture, Recipe recipe, String data) {
    return create(architecture, null, recipe, data);
  }

  /** Of one's own network, all of it is kept with the run. */
  private Run create(String architecture, @Nullable Architecture own, Recipe recipe, String data) {
    String stem = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + "-" + architecture;
    Run run = new Run(newFolder(stem));
    run.write(
        new RunInfo(
            run.folder().getFileName().toString(),
            architecture,
            "",
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            architecture,
            own == null ? null : Layer.texts(own.layers()),
            own == null ? null : own.normalization(),
            own == null ? null : own.origin(),
            recipe,
            ImageSource.of(data).place(),
            null,
            null,
            null,
            null,
            null,
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
   * taken, and not at all where it is here already. Its model is put in no folder that somebody
   * else named.
   *
   * @return the run in this store
   */
  public Run adopt(Run run) {
    RunInfo info = run.info();
    Optional<Run> known = list().stream().filter(mine -> isSame(mine, info, run)).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    if (info.out() != null) {
      run.change(there -> there.withOut(null));
    }
    return place(run.folder(), AppFolders.isName(info.id()) ? info.id() : "run");
  }

  /** Moves a run here, under another id where its own is taken. */
  private Run place(Path from, String id) {
    Run run = new Run(Bin.move(from, folder, id));
    String here = run.folder().getFileName().toString();
    if (!run.info().id().equals(here)) {
      run.change(info -> info.withId(here));
    }
    return run;
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
      return paths.filter(Run::isRun).sorted(Folders.BY_NAME.reversed()).map(Run::new).toList();
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
   * A run in the bin. Whoever put it there brings it back; others may have deleted theirs.
   *
   * @param id it had
   * @param place where it is now
   */
  public record Deleted(String id, Path place) {}

  /**
   * Puts a run into the bin.
   *
   * @throws Problem when it is in training or waits its turn
   */
  public Deleted delete(Run run) {
    run.checkAtRest();
    if (RunTurn.isTaken(run)) {
      throw new Problem("problem.run.waiting", run.folder());
    }
    String id = run.folder().getFileName().toString();
    return new Deleted(id, bin.put(run.folder(), id));
  }

  /**
   * Brings a deleted run back, under another id where its own was taken meanwhile.
   *
   * @throws Problem when it is no longer in the bin
   */
  public Run restore(Deleted run) {
    return place(run.place(), run.id());
  }

  /** Deletes for good what has been in the bin for a day; the rest can still be brought back. */
  public void emptyBin() {
    bin.empty();
  }
}
