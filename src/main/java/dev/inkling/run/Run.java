package dev.inkling.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.Folders;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.RecipeProblem;
import dev.inkling.model.WeightsFile;
import dev.inkling.text.Problem;
import dev.inkling.train.Checkpoint;
import dev.inkling.train.Checkpoint.Best;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A training run as a folder: run.json, metrics as CSV, a log, and a checkpoint for each epoch that
 * is a model too.
 *
 * @param folder of the run
 */
public record Run(Path folder) {
  private static final String INFO = "run.json";
  private static final String OPTIMIZER = "optimizer.npz";
  private static final String STATE = "checkpoint.json";
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** What checkpoint.json says beside the arrays. */
  private record State(int epoch, int steps, int bestEpoch, double bestLoss, double seconds) {}

  /** True when a folder looks like a run. */
  public static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(INFO));
  }

  /**
   * How the run was set up and how it stands.
   *
   * @throws Problem when run.json cannot be read, or its recipe cannot be followed
   */
  public RunInfo info() {
    Path file = folder.resolve(INFO);
    try {
      RunInfo info = GSON.fromJson(Files.readString(file), RunInfo.class);
      if (info == null || !info.isWhole()) {
        throw new Problem("problem.run.info", file);
      }
      RecipeProblem.check(info.recipe(), file);
      return info;
    } catch (JsonParseException | NumberFormatException | DateTimeParseException e) {
      throw new Problem(e, "problem.run.info", file);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }

  /** Writes run.json. */
  void write(RunInfo info) {
    try {
      AtomicFile.write(folder.resolve(INFO), GSON.toJson(info) + "\n");
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Gives the run a title and notes. */
  public void describe(String title, String notes) {
    write(info().withWords(title, notes));
  }

  /** Losses by batch: epoch, batch, examples, loss, learning rate, images a second. */
  public Path batches() {
    return folder.resolve("batches.csv");
  }

  /** Metrics by epoch. */
  public Path epochs() {
    return folder.resolve("epochs.csv");
  }

  /** Accuracy by class, and each cell of the confusion matrix, by epoch. */
  public Path classes() {
    return folder.resolve("classes.csv");
  }

  /** What happened when, for people. */
  public Path log() {
    return folder.resolve("log.txt");
  }

  /** The folder of an epoch's checkpoint, which is a model's folder too. */
  public Path checkpoint(int epoch) {
    return folder.resolve("checkpoints").resolve(String.format(Locale.ROOT, "%04d", epoch));
  }

  /** The epochs that have a checkpoint, in order. */
  public List<Integer> checkpointEpochs() {
    Path checkpoints = folder.resolve("checkpoints");
    if (!Files.isDirectory(checkpoints)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(checkpoints)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d{4,9}"))
          .map(Integer::valueOf)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", checkpoints);
    }
  }

  /** True when a model is one of this run's checkpoints, whatever its name is now. */
  public boolean made(ModelCard card) {
    try {
      Path place = checkpoint(card.epochs());
      return ModelFolder.isModel(place) && ModelFolder.readCard(place).date().equals(card.date());
    } catch (Problem e) {
      return false; // a checkpoint that cannot be read is nobody's origin
    }
  }

  /**
   * The epoch to save as a model: the last, or with early stopping the one with the lowest
   * validation loss. Nothing before the first checkpoint.
   */
  public Optional<Integer> epochToSave() {
    List<Integer> kept = checkpointEpochs();
    return kept.isEmpty() || info().recipe().patience() == 0
        ? kept.stream().max(Integer::compare)
        : newestCheckpoint().map(newest -> newest.checkpoint().best().epoch());
  }

  /** Writes a checkpoint beside its place and moves it there when it is whole. */
  void write(Checkpoint checkpoint, Model model, double seconds) {
    Path place = checkpoint(checkpoint.epoch());
    Path beside = place.resolveSibling("." + place.getFileName() + ".part");
    try {
      Folders.delete(beside);
      ModelFolder.write(beside, model);
      WeightsFile.write(beside.resolve(OPTIMIZER), checkpoint.optimizer());
      AtomicFile.write(beside.resolve(STATE), GSON.toJson(state(checkpoint, seconds)) + "\n");
      Folders.delete(place); // a damaged one, when the run goes on from an earlier epoch
      Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static State state(Checkpoint checkpoint, double seconds) {
    Best best = checkpoint.best();
    return new State(checkpoint.epoch(), checkpoint.steps(), best.epoch(), best.loss(), seconds);
  }

  /** A checkpoint with the seconds that were trained until then. */
  record Restored(Checkpoint checkpoint, double seconds) {}

  /** The newest checkpoint that can be read; damaged ones are passed over. */
  Optional<Restored> newestCheckpoint() {
    for (int epoch : checkpointEpochs().reversed()) {
      try {
        return Optional.of(read(epoch));
      } catch (Problem | IOException | JsonParseException | NumberFormatException e) {
        // Cut short by a full disk or a power cut: the one before is whole.
      }
    }
    return Optional.empty();
  }

  private Restored read(int epoch) throws IOException {
    Path place = checkpoint(epoch);
    State state = GSON.fromJson(Files.readString(place.resolve(STATE)), State.class);
    if (state == null || state.epoch != epoch) {
      throw new IOException("no state in " + place);
    }
    Model model = ModelFolder.read(place);
    return new Restored(
        new Checkpoint(
            epoch,
            state.steps,
            new Best(state.bestEpoch, state.bestLoss),
            model.weights(),
            WeightsFile.read(place.resolve(OPTIMIZER))),
        state.seconds);
  }

  /**
   * Looks whether all can be read that a run needs to be shown and to go on.
   *
   * @throws Problem when it cannot
   */
  public void check() {
    info();
    if (!checkpointEpochs().isEmpty() && newestCheckpoint().isEmpty()) {
      throw new Problem("problem.model.damaged", folder);
    }
  }

  /**
   * Looks whether nobody writes in the run's folder now.
   *
   * @throws Problem when it is in training
   */
  public void checkAtRest() {
    if (isInTraining()) {
      throw new Problem("problem.run.locked", folder);
    }
  }

  /** True while some program trains this run. */
  public boolean isInTraining() {
    try {
      Optional<RunLock> lock = RunLock.tryTake(this);
      lock.ifPresent(RunLock::close);
      return lock.isEmpty();
    } catch (Problem e) {
      return false; // a folder that cannot be written is not trained in
    }
  }

  /** What to tell when the run's folder could not be written. */
  Problem unwritable(IOException e) {
    return new Problem(
        e, Files.isDirectory(folder) ? "problem.run.write" : "problem.run.gone", folder);
  }
}
