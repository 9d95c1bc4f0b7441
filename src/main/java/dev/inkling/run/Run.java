package dev.inkling.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.inkling.data.CorrectionStore;
import dev.inkling.data.Corrections;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.FolderLock;
import dev.inkling.file.Folders;
import dev.inkling.file.TryLock;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Beginning;
import dev.inkling.model.JsonFile;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.RecipeProblem;
import dev.inkling.model.Weights;
import dev.inkling.model.WeightsFile;
import dev.inkling.text.Problem;
import dev.inkling.train.Checkpoint;
import dev.inkling.train.Checkpoint.Best;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A training run as a folder: run.json, metrics as CSV, a log, and a checkpoint for each epoch that
 * is a model too.
 *
 * @param folder of the run
 */
public record Run(Path folder) {
  /** The folder with a folder for each checkpoint. */
  public static final String CHECKPOINTS = "checkpoints";

  private static final String BEGINNING = "beginning";
  private static final String INFO = "run.json";
  private static final String INFO_LOCK = "info.lock";
  private static final String CORRECTIONS = "corrections.json";
  private static final String OPTIMIZER = "optimizer.npz";
  private static final String STATE = "checkpoint.json";
  private static final Logger LOGGER = Logger.getLogger(Run.class.getName());
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** What checkpoint.json says beside the arrays. */
  private record State(int epoch, int steps, int bestEpoch, double bestLoss, double seconds) {
    /** False for what no training writes. */
    boolean isOf(int wanted) {
      return epoch == wanted
          && steps >= epoch
          && bestEpoch >= 1
          && bestEpoch <= epoch
          && Double.isFinite(bestLoss)
          && Double.isFinite(seconds)
          && seconds >= 0;
    }
  }

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
    RunInfo info = JsonFile.read(file, RunInfo.class, "problem.run.info");
    if (!info.isWhole()) {
      throw new Problem("problem.run.info", file);
    }
    RecipeProblem.check(info.recipe(), file);
    return info;
  }

  /** Writes run.json for the first time; {@link #change} does it from then on. */
  void write(RunInfo info) {
    try {
      AtomicFile.write(folder.resolve(INFO), GSON.toJson(info) + "\n");
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Changes run.json. Who describes a run and who trains it may be two threads or two programs:
   * each changes what the other has left.
   *
   * @throws Problem when it cannot be read or written
   */
  void change(UnaryOperator<RunInfo> change) {
    try (FolderLock _ = FolderLock.of(folder, INFO_LOCK)) {
      write(change.apply(info()));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Gives the run a title and notes. */
  public void describe(String title, String notes) {
    change(info -> info.withWords(title, notes));
  }

  /** Keeps the folder that its model is put in, also when it goes on. */
  public void putInto(Path out) {
    change(info -> info.withOut(out.toAbsolutePath().normalize().toString()));
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

  /** How the layers learned, at some steps of each epoch. */
  public Path layers() {
    return folder.resolve("layers.csv");
  }

  /** What happened when, for people. */
  public Path log() {
    return folder.resolve("log.txt");
  }

  /** Keeps the network whose weights the run begins with. */
  public void beginWith(Model other) {
    ModelFolder.write(folder.resolve(BEGINNING), other);
  }

  /** The network whose weights the run begins with; nothing for one that begins with its own. */
  public Optional<Model> beginning() {
    Path place = folder.resolve(BEGINNING);
    return ModelFolder.isModel(place) ? Optional.of(ModelFolder.read(place)) : Optional.empty();
  }

  /**
   * The weights that the training begins with: those of another network, or what its seed draws.
   *
   * @param network that is trained, as it is for these classes
   */
  public Weights initialWeights(Architecture network, List<String> classes, Recipe recipe) {
    return beginning()
        .map(other -> Beginning.weights(other, network, classes, recipe.init(), recipe.seed()))
        .orElseGet(() -> Network.initialWeights(network.layers(), recipe.init(), recipe.seed()));
  }

  /** Keeps what was said of the labels that the run learns from, which may be said anew later. */
  void keep(String data, Corrections corrections) {
    try {
      CorrectionStore.write(folder.resolve(CORRECTIONS), data, corrections);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** What was said of the labels that the run learns from; nothing when all of them were right. */
  Optional<Corrections> corrections() {
    Path file = folder.resolve(CORRECTIONS);
    return Files.isRegularFile(file) ? Optional.of(CorrectionStore.read(file)) : Optional.empty();
  }

  /** The folder of an epoch's checkpoint, which is a model's folder too. */
  public Path checkpoint(int epoch) {
    return folder.resolve(CHECKPOINTS).resolve(String.format(Locale.ROOT, "%04d", epoch));
  }

  /** The epochs that have a checkpoint, in order. */
  public List<Integer> checkpointEpochs() {
    Path checkpoints = folder.resolve(CHECKPOINTS);
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
      return ModelFolder.isModel(place)
          && Objects.equals(ModelFolder.readCard(place).date(), card.date());
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

  /** Deletes checkpoints that a cut left half written; for who has the run's lock. */
  void sweep() throws IOException {
    Path checkpoints = folder.resolve(CHECKPOINTS);
    if (Files.isDirectory(checkpoints)) {
      try (DirectoryStream<Path> parts = Files.newDirectoryStream(checkpoints, ".*.part")) {
        for (Path part : parts) {
          Folders.delete(part);
        }
      }
    }
  }

  private static State state(Checkpoint checkpoint, double seconds) {
    Best best = checkpoint.best();
    return new State(checkpoint.epoch(), checkpoint.steps(), best.epoch(), best.loss(), seconds);
  }

  /** A checkpoint with the seconds that were trained until then. */
  record Restored(Checkpoint checkpoint, double seconds) {}

  /** The newest checkpoint that can be read; damaged ones are passed over, which is logged. */
  Optional<Restored> newestCheckpoint() {
    List<Integer> epochs = checkpointEpochs();
    if (epochs.isEmpty()) {
      return Optional.empty();
    }
    RunInfo info = info();
    List<Layer> layers = info.builtLayers();
    for (int epoch : epochs.reversed()) {
      try {
        return Optional.of(read(epoch, layers, info.recipe().optimizer()));
      } catch (Problem e) {
        // Cut short by a full disk or a power cut, or changed: the one before is whole.
        LOGGER.warning(checkpoint(epoch) + " is passed over: " + e.getMessage());
      }
    }
    return Optional.empty();
  }

  private Restored read(int epoch, List<Layer> layers, Recipe.Optimizer kind) {
    Path place = checkpoint(epoch);
    Path file = place.resolve(STATE);
    State state = JsonFile.read(file, State.class, "problem.model.damaged");
    Model model = ModelFolder.read(place);
    if (!state.isOf(epoch) || !model.card().parsedLayers().equals(layers)) {
      throw new Problem("problem.model.damaged", file);
    }
    Weights optimizer =
        WeightsFile.read(place.resolve(OPTIMIZER), Checkpoint.stateShapes(kind, model.weights()));
    if (!optimizer.areFinite()) {
      throw new Problem("problem.model.notFinite", place.resolve(OPTIMIZER));
    }
    Best best = new Best(state.bestEpoch, state.bestLoss);
    return new Restored(
        new Checkpoint(epoch, state.steps, best, model.weights(), optimizer), state.seconds);
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

  /**
   * How this run stands.
   *
   * @param info that was read of it
   */
  public Standing standing(RunInfo info) {
    return Standing.of(this, info);
  }

  /**
   * Deletes a run that came to nothing: one that found no images to begin with. Any other stays.
   *
   * @return true when it is gone
   */
  public boolean discardIfEmpty() {
    if (Files.exists(batches()) || !checkpointEpochs().isEmpty()) {
      return false;
    }
    try {
      Folders.delete(folder);
      return true;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** True while some program trains this run. */
  public boolean isInTraining() {
    try {
      Optional<TryLock> lock = RunLock.tryTake(this);
      lock.ifPresent(TryLock::close);
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
