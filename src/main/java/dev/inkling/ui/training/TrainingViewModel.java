package dev.inkling.ui.training;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.file.AppFolders;
import dev.inkling.file.AtomicFile;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.model.Recipe;
import dev.inkling.run.MetricsExport;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunReport;
import dev.inkling.run.RunStore;
import dev.inkling.run.RunTrainer;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import dev.inkling.train.SpeedProbe;
import dev.inkling.train.TrainingListener.BatchMetrics;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.ui.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The training studio: a recipe, the run that is in training, and the runs that were. */
public final class TrainingViewModel {
  /** Nanoseconds between two looks at the digit on the pad with the newest weights. */
  private static final long BETWEEN_LOOKS = 200_000_000;

  private static final Logger LOG = Logger.getLogger(TrainingViewModel.class.getName());

  /** How the run in training stands. */
  public enum State {
    IDLE,
    LOADING,
    RUNNING,
    PAUSED,
    STOPPING
  }

  private final RunStore store;
  private final DataSource dataSource;
  private final AppFolders folders;
  private final Background trainer;
  private final Background files;
  private final DigitReader digitReader;
  private final Supplier<Drawing> pad;
  private final Runnable onModelSaved;

  // Properties
  private final RecipeForm form = new RecipeForm();
  private final RunCurves curves = new RunCurves();
  private final CompareViewModel compare;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyObjectWrapper<BatchMetrics> batch = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<EpochMetrics> epoch = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Recipe> recipe = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper estimate = new ReadOnlyDoubleWrapper(Double.NaN);
  private final ReadOnlyIntegerWrapper keptEpochs = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Entry> onPad = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ObservableList<RunItem> runs = FXCollections.observableArrayList();

  private final MetricsQueue queue = new MetricsQueue(this::lookAtDigit);
  private RunTrainer current;
  private long lastLook;
  private final Deque<Run> deleted = new ArrayDeque<>();

  /** A run in the list, as it stood when the list was read. */
  public record RunItem(Run run, RunInfo info, boolean isInTraining) {}

  private record Shown(RunInfo info, List<Integer> epochs, RunCurves.Saved curves) {}

  /** Reads the digit on the pad with weights that are still in training. */
  public interface DigitReader {
    /** Off the FX thread; the answer comes on it: ten probabilities, or null without ink. */
    void read(Model model, Drawing drawing, Consumer<float[]> onSuccess);
  }

  /**
   * A studio without a run.
   *
   * @param trainer trains, one run at a time
   * @param files reads and writes the list of runs
   * @param pad what is drawn at the moment
   * @param onModelSaved hears that there is one more model to choose
   */
  public TrainingViewModel(
      AppFolders folders,
      DataSource dataSource,
      Background trainer,
      Background files,
      DigitReader digitReader,
      Supplier<Drawing> pad,
      Runnable onModelSaved) {
    this.folders = folders;
    this.store = new RunStore(folders);
    this.dataSource = dataSource;
    this.trainer = trainer;
    this.files = files;
    this.compare = new CompareViewModel(files, this::fail);
    this.digitReader = digitReader;
    this.pad = pad;
    this.onModelSaved = onModelSaved;
  }

  /** The recipe that is filled in. */
  public RecipeForm form() {
    return form;
  }

  /** The curves of the run that is shown. */
  public RunCurves curves() {
    return curves;
  }

  /** Several runs side by side. */
  public CompareViewModel compare() {
    return compare;
  }

  /** How the run in training stands. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The newest batch, or null. */
  public ReadOnlyObjectProperty<BatchMetrics> batchProperty() {
    return batch.getReadOnlyProperty();
  }

  /** The newest epoch, or null. */
  public ReadOnlyObjectProperty<EpochMetrics> epochProperty() {
    return epoch.getReadOnlyProperty();
  }

  /** The run that is shown, or null. */
  public ReadOnlyObjectProperty<Run> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** The recipe of the run that is shown, or null. */
  public ReadOnlyObjectProperty<Recipe> recipeProperty() {
    return recipe.getReadOnlyProperty();
  }

  /** Seconds that the recipe filled in would take on this machine; NaN while that is not known. */
  public ReadOnlyDoubleProperty estimateProperty() {
    return estimate.getReadOnlyProperty();
  }

  /** How many epochs of the run that is shown can be loaded. */
  public ReadOnlyIntegerProperty keptEpochsProperty() {
    return keptEpochs.getReadOnlyProperty();
  }

  /** The epoch that the pad is to read with, as a model to choose; null before the first. */
  public ReadOnlyObjectProperty<Entry> onPadProperty() {
    return onPad.getReadOnlyProperty();
  }

  /** The last thing that went wrong, or null. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** All runs, the newest first. */
  public ObservableList<RunItem> runs() {
    return FXCollections.unmodifiableObservableList(runs);
  }

  // Commands

  /** Tries how long the recipe would take, unless a run has the machine. */
  public void estimate() {
    estimate.set(Double.NaN);
    if (state.get() != State.IDLE || !form.validBinding().get()) {
      return;
    }
    OptionalLong images = form.imagesInAll();
    if (images.isEmpty()) {
      return;
    }
    Architecture architecture = form.architectureProperty().get();
    Recipe wanted = form.recipe();
    trainer.run(
        () -> SpeedProbe.imagesPerSecond(architecture, wanted),
        imagesPerSecond -> {
          boolean isStill =
              form.validBinding().get()
                  && form.architectureProperty().get() == architecture
                  && form.recipe().equals(wanted);
          if (isStill) {
            estimate.set(images.getAsLong() / imagesPerSecond);
          }
        },
        e -> LOG.log(Level.WARNING, "no estimate", e));
  }

  /** Starts a run by the recipe that is filled in. */
  public void start() {
    if (state.get() == State.IDLE && form.validBinding().get()) {
      Architecture architecture = form.architectureProperty().get();
      Recipe wanted = form.recipe();
      String data = form.dataProperty().get();
      train(() -> store.create(architecture.name(), wanted, data));
    }
  }

  /** Goes on with a run that was stopped or cut off. */
  public void resume(Run cutOff) {
    if (state.get() == State.IDLE) {
      train(() -> cutOff);
    }
  }

  private void train(Supplier<Run> wanted) {
    problem.set(null);
    state.set(State.LOADING);
    trainer.run(
        () -> {
          Run next = wanted.get();
          RunInfo info = next.info();
          DataSet data = dataSource.load(info.data(), (file, bytes, total) -> {});
          RunTrainer runTrainer = new RunTrainer(next, data, queue);
          RunCurves.Saved before = RunCurves.read(next);
          trainer.fx().execute(() -> begin(next, info, runTrainer, before));
          runTrainer.train();
          return next;
        },
        _ -> end(null),
        this::end);
  }

  private void begin(Run next, RunInfo info, RunTrainer runTrainer, RunCurves.Saved before) {
    current = runTrainer;
    run.set(next);
    recipe.set(info.recipe());
    batch.set(null);
    epoch.set(null);
    keptEpochs.set(runTrainer.epochsDone());
    curves.show(before.upTo(runTrainer.epochsDone()));
    if (state.get() == State.STOPPING) {
      runTrainer.training().stop();
    } else {
      state.set(State.RUNNING);
    }
    refresh();
  }

  private void end(Exception e) {
    drain();
    current = null;
    state.set(State.IDLE);
    refresh();
    if (e != null) {
      fail(e);
    }
  }

  private void fail(Exception e) {
    LOG.log(Level.WARNING, "in training", e);
    problem.set(Problem.of(e));
  }

  /** Holds the run, within a batch. */
  public void pause() {
    if (state.get() == State.RUNNING) {
      current.training().pause();
      state.set(State.PAUSED);
    }
  }

  /** Lets a paused run go on. */
  public void goOn() {
    if (state.get() == State.PAUSED) {
      current.training().resume();
      state.set(State.RUNNING);
    }
  }

  /** Ends the run within a batch; it can be resumed from its last whole epoch. */
  public void stop() {
    if (current != null) {
      current.training().stop();
      state.set(State.STOPPING);
    } else if (state.get() == State.LOADING) {
      state.set(State.STOPPING);
    }
  }

  /** Takes over what the training thread has told; called once a frame. */
  public void drain() {
    queue.drain(
        event -> {
          switch (event) {
            case BatchMetrics metrics -> {
              batch.set(metrics);
              curves.add(metrics);
            }
            case MetricsQueue.Probe probe -> curves.add(probe.examples(), probe.evaluation());
            case MetricsQueue.Kept kept -> keptEpochs.set(kept.epoch());
            case MetricsQueue.EpochEnd end -> {
              epoch.set(end.metrics());
              curves.add(end.metrics());
              compare.readAgain();
            }
            default -> throw new IllegalStateException(event.toString());
          }
        });
    long now = System.nanoTime();
    if (state.get() == State.RUNNING && now - lastLook > BETWEEN_LOOKS) {
      lastLook = now;
      current.training().askForWeights();
    }
  }

  /** On the training thread: only hands the network on. */
  private void lookAtDigit(Model model) {
    trainer.fx().execute(() -> readDigit(model));
  }

  private void readDigit(Model model) {
    Drawing drawing = pad.get();
    if (!drawing.isEmpty() && batch.get() != null) {
      long examples = batch.get().examples();
      digitReader.read(
          model,
          drawing,
          probabilities -> {
            if (probabilities != null) {
              curves.addDigit(examples, probabilities);
            }
          });
    }
  }

  /** Reads the list of runs again. */
  public void refresh() {
    files.run(
        () -> store.list().stream().flatMap(each -> item(each).stream()).toList(),
        runs::setAll,
        this::fail);
  }

  /** A run whose description is damaged is left out, and must not hide the others. */
  private static Optional<RunItem> item(Run run) {
    try {
      return Optional.of(new RunItem(run, run.info(), run.isInTraining()));
    } catch (Problem e) {
      LOG.log(Level.WARNING, "left out", e);
      return Optional.empty();
    }
  }

  /** Deletes for good what was deleted before this window was opened. */
  public void emptyBin() {
    change(store::emptyBin);
  }

  /** Shows the curves of a run that is not in training. */
  public void show(Run other) {
    if (state.get() == State.IDLE) {
      files.run(
          () -> new Shown(other.info(), other.checkpointEpochs(), RunCurves.read(other)),
          read -> {
            run.set(other);
            recipe.set(read.info.recipe());
            batch.set(null);
            epoch.set(null);
            keptEpochs.set(read.epochs.isEmpty() ? 0 : read.epochs.getLast());
            curves.show(read.curves);
          },
          this::fail);
    }
  }

  /** Gives a run a title and notes. */
  public void describe(Run which, String title, String notes) {
    change(() -> which.describe(title, notes));
  }

  /** Lets the pad read with an epoch of the run that is shown. */
  public void putOnPad(int epochWanted) {
    if (run.get() != null && epochWanted >= 1 && epochWanted <= keptEpochs.get()) {
      String name = run.get().folder().getFileName() + " · " + epochWanted;
      onPad.set(new Entry(name, run.get().checkpoint(epochWanted), false));
    }
  }

  /** Puts a run into the bin, which {@link #undoDelete} takes back. */
  public void delete(Run which) {
    files.run(
        () -> {
          store.delete(which);
          return which;
        },
        gone -> {
          deleted.push(gone);
          refresh();
        },
        this::fail);
  }

  /** Brings the run back that was deleted last. */
  public void undoDelete() {
    if (!deleted.isEmpty()) {
      Run back = deleted.pop();
      change(() -> store.restore(back));
    }
  }

  /** Saves an epoch of a run as a model of the user's own. */
  public void saveModel(Run which, int epochWanted, String name) {
    files.run(
        () -> {
          Model model = ModelFolder.read(which.checkpoint(epochWanted));
          Path place = modelFolder(name);
          ModelFolder.write(place, new Model(model.card().named(name), model.weights()));
          return place;
        },
        _ -> onModelSaved.run(),
        this::fail);
  }

  /** A new folder among the user's models; a name is not a path. */
  private Path modelFolder(String name) {
    if (!name.matches("[^/\\\\:*?\"<>|]{1,80}") || name.startsWith(".")) {
      throw new Problem("problem.model.name", name);
    }
    Path place = folders.models().resolve(name);
    if (ModelFolder.isModel(place)) {
      throw new Problem("problem.model.exists", name);
    }
    return place;
  }

  /** Writes a run's report as a page, in a language. */
  public void report(Run which, Path page, Messages messages) {
    leave(() -> RunReport.write(which, messages, page));
  }

  /** Copies a run's metrics into a folder. */
  public void exportMetrics(Run which, Path folder) {
    leave(() -> MetricsExport.copy(which, folder));
  }

  /** Writes a chart's picture into a file. */
  public void save(AtomicFile.Content picture, Path file) {
    leave(
        () -> {
          try {
            AtomicFile.write(file, picture);
          } catch (IOException e) {
            throw new Problem(e, "report.unwritable", file);
          }
        });
  }

  private void leave(Runnable work) {
    files.run(Executors.callable(work), _ -> {}, this::fail);
  }

  private void change(Runnable work) {
    files.run(
        () -> {
          work.run();
          return List.of();
        },
        _ -> refresh(),
        this::fail);
  }

  /** Puts the problem away. */
  public void dismissProblem() {
    problem.set(null);
  }
}
