package dev.inkling.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.inkling.file.AppFolders;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.WriteProblem;
import dev.inkling.model.Architecture;
import dev.inkling.model.JsonFile;
import dev.inkling.model.Recipe;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sweeps of a user, each in a file of its own; their trainings are runs as others. */
public final class SweepStore {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
  private static final String JSON = ".json";
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Path folder;
  private final RunStore runs;

  /** The store in a user's data folder. */
  public SweepStore(AppFolders folders) {
    folder = folders.data().resolve("sweeps");
    runs = new RunStore(folders);
  }

  /**
   * A new sweep that has not begun.
   *
   * @param values of each trial
   * @throws Problem when it cannot be kept
   */
  public Sweep create(
      Architecture architecture,
      Recipe recipe,
      String data,
      List<Tried> tried,
      List<Map<String, String>> values,
      boolean halving) {
    String stem =
        LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + "-" + architecture.name();
    Sweep sweep = Sweep.of(free(stem), architecture, data, recipe, tried, values, halving);
    write(sweep);
    return sweep;
  }

  private String free(String stem) {
    String name = stem;
    for (int n = 2; Files.exists(file(name)); n++) {
      name = stem + "-" + n;
    }
    return name;
  }

  private Path file(String name) {
    return folder.resolve(name + JSON);
  }

  /** Keeps a sweep as it stands. */
  public void write(Sweep sweep) {
    try {
      Files.createDirectories(folder);
      AtomicFile.write(file(sweep.name()), GSON.toJson(sweep) + "\n");
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", folder);
    }
  }

  /** Keeps the folder that the best model of a sweep is put in, also when it goes on. */
  public Sweep putInto(Sweep sweep, Path out) {
    Sweep named = sweep.withOut(out.toAbsolutePath().normalize().toString());
    write(named);
    return named;
  }

  /** Names of the sweeps there are, the newest first. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(JSON))
          .map(name -> name.substring(0, name.length() - JSON.length()))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", folder);
    }
  }

  /**
   * A sweep by its name.
   *
   * @throws Problem when there is none, or its file is none
   */
  public Sweep read(String name) {
    Path file = file(name);
    if (!AppFolders.isName(name) || !Files.isRegularFile(file)) {
      throw new Problem("problem.sweep.unknown", name, folder);
    }
    Sweep sweep = JsonFile.read(file, Sweep.class, "problem.sweep.file");
    if (!sweep.isWhole() || !sweep.name().equals(name)) {
      throw new Problem("problem.sweep.file", file);
    }
    return refreshed(sweep);
  }

  /** As its runs stand, which may have gone on after it was kept. */
  private Sweep refreshed(Sweep kept) {
    Map<String, Run> there = runsById();
    Sweep sweep = kept;
    for (int i = 0; i < kept.trials().size(); i++) {
      String id = kept.trials().get(i).run();
      Run run = id == null ? null : there.get(id);
      if (run != null && sweep.trials().get(i).state() == Sweep.State.OPEN) {
        sweep = sweep.with(i, run);
      }
    }
    return sweep;
  }

  private Map<String, Run> runsById() {
    return runs.list().stream()
        .collect(Collectors.toMap(run -> run.folder().getFileName().toString(), run -> run));
  }

  /** A sweep with the run of its next turn: the trial’s own, or a new one. */
  public record Begun(Sweep sweep, Sweep.Turn turn, Run run) {}

  /** Gets the run of a turn ready; a run that was deleted meanwhile begins anew. */
  public Begun begin(Sweep sweep, Sweep.Turn turn) {
    String id = sweep.trials().get(turn.trial()).run();
    Run own = id == null ? null : runsById().get(id);
    Run run =
        own == null ? runs.create(sweep.network(), sweep.recipe(turn.trial()), sweep.data()) : own;
    Sweep begun = sweep.begun(turn.trial(), run);
    write(begun);
    return new Begun(begun, turn, run);
  }

  /** Keeps what has become of a turn; a run that came to nothing is none. */
  public Sweep end(Begun begun) {
    Sweep sweep =
        Run.isRun(begun.run.folder())
            ? begun.sweep.with(begun.turn.trial(), begun.run)
            : begun.sweep.without(begun.turn.trial());
    write(sweep);
    return sweep;
  }
}
