package dev.inkling.pack;

import dev.inkling.file.AppFolders;
import dev.inkling.file.Folders;
import dev.inkling.file.Leftovers;
import dev.inkling.file.NamedPath;
import dev.inkling.file.WriteProblem;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.RecipeProblem;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what others packed: a model among the user's models, a run among the runs, a hand's
 * drawings among the drawings, a network among those that were built.
 */
public final class Importer {
  /** Sentences about a file that is whole but asks for too much; their first argument is it. */
  private static final Set<String> TOO_LARGE =
      Set.of("problem.model.large", "problem.model.bytes", "problem.file.large");

  private final AppFolders folders;

  /** An importer into a user's folders. */
  public Importer(AppFolders folders) {
    this.folders = folders;
  }

  /** What came in; what was here already is not taken in twice. */
  public sealed interface Imported {
    /** Its name here, which is another one where its own was taken. */
    String name();

    /** Where it is. */
    Path folder();
  }

  /** A model came in. */
  public record ImportedModel(String name, Path folder) implements Imported {}

  /** A run came in. */
  public record ImportedRun(Run run) implements Imported {
    @Override
    public String name() {
      return run.info().title();
    }

    @Override
    public Path folder() {
      return run.folder();
    }
  }

  /**
   * The drawings of a hand came in, and the model that learned it, where there was one and the hand
   * had none here.
   *
   * @param hand its name here; null where it is the one without a name
   * @param folder of the drawings
   * @param packed its name in the file
   * @param added how many of its drawings were new
   * @param isKnown whether the hand was here before
   */
  public record ImportedHand(
      @Nullable String hand, Path folder, String packed, int added, boolean isKnown)
      implements Imported {
    @Override
    public String name() {
      return hand == null ? "" : hand;
    }

    /**
     * What became of it, to be told: the same hand, one that had to get another name, or a new one.
     */
    public String kind() {
      return isKnown ? "known" : packed.equals(hand) ? "new" : "renamed";
    }
  }

  /** A network that somebody built came in. */
  public record ImportedNetwork(Architecture network, Path folder) implements Imported {
    @Override
    public String name() {
      return network.name();
    }
  }

  /**
   * Takes in the model, run, hand or network of a file.
   *
   * @throws Problem when the file is damaged or not Inkling's; then nothing came in
   */
  public Imported take(Path file) {
    return unpacked(
        file,
        folders.data(),
        folder -> {
          if (Run.isRun(folder)) {
            return new ImportedRun(new RunStore(folders).adopt(new Run(folder)));
          }
          if (PackedHand.isIn(folder)) {
            return PackedHand.take(folder, folders);
          }
          if (PackedNetwork.isIn(folder)) {
            return new ImportedNetwork(PackedNetwork.take(folder, folders), folders.networks());
          }
          ModelLibrary.Entry entry = new ModelLibrary(folders).adopt(folder);
          return new ImportedModel(entry.name(), entry.folder());
        });
  }

  /**
   * The model of a file, or what a run in a file came to; nothing is taken in.
   *
   * @throws Problem when the file is damaged or not Inkling's, or its run has no network yet
   */
  public Model model(Path file) {
    return unpacked(
        file,
        NamedPath.of(System.getProperty("java.io.tmpdir")),
        folder -> {
          if (PackedHand.isIn(folder) && !ModelFolder.isModel(folder)) {
            throw new Problem("problem.pack.noModel", file);
          }
          if (PackedNetwork.isIn(folder)) {
            throw new Problem("problem.pack.untrained", file);
          }
          if (!Run.isRun(folder)) {
            return ModelFolder.read(folder);
          }
          Run run = new Run(folder);
          int epoch =
              run.epochToSave().orElseThrow(() -> new Problem("problem.pack.noEpoch", file));
          return ModelFolder.read(run.checkpoint(epoch));
        });
  }

  /**
   * Unpacks for a moment.
   *
   * @param parent beside the user's models and runs where what is good shall be moved there
   */
  private static <T> T unpacked(Path file, Path parent, Function<Path, T> use) {
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(parent), Leftovers.UNPACKING);
      try {
        InklingFile.unpack(file, folder);
        if (!Run.isRun(folder)) {
          Folders.delete(folder.resolve(Run.CHECKPOINTS)); // which a model has not
        }
        check(folder, file);
        return use.apply(folder);
      } finally {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", parent);
    }
  }

  private static void check(Path folder, Path file) {
    boolean isSomething =
        Run.isRun(folder)
            || PackedHand.isIn(folder)
            || PackedNetwork.isIn(folder)
            || ModelFolder.isModel(folder);
    if (!isSomething) {
      throw new Problem("problem.pack.empty", file);
    }
    try {
      if (Run.isRun(folder)) {
        new Run(folder).check();
      } else if (PackedHand.isIn(folder)) {
        PackedHand.check(folder);
      } else if (PackedNetwork.isIn(folder)) {
        PackedNetwork.read(folder);
      } else {
        ModelFolder.read(folder);
      }
    } catch (RecipeProblem problem) {
      throw problem.in(file);
    } catch (Problem problem) {
      throw told(problem, file);
    }
  }

  /** A problem of what was unpacked names a folder that passes: what is said is of the pack. */
  private static Problem told(Problem problem, Path file) {
    if (!TOO_LARGE.contains(problem.key())) {
      return new Problem(problem, "problem.pack.content", file);
    }
    Object[] arguments = problem.arguments();
    arguments[0] = file;
    return new Problem(problem, problem.key(), arguments);
  }
}
