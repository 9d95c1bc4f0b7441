package dev.inkling.ui.training;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.file.AppFolders;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.model.Recipe;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunStore;
import dev.inkling.run.RunTrainer;
import dev.inkling.text.Problem;
import dev.inkling.train.SpeedProbe;
import dev.inkling.train.TrainingListener.BatchMetrics;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.ui.kit.Background;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The training studio: a recipe, the run that is in training, and the runs that were. */
public final class TrainingViewModel {
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
  private final Background trainer;
  private final Background files;
  private final DigitReader digitReader;
  private final Supplier<Drawing> pad;

  // Properties
  private final RecipeForm form = new RecipeForm();
  private final RunsViewModel runs;
  private final CompareViewModel compare;
  private final AugmentationPreview preview;
  private final ShownRun live = new ShownRun();
  private final ShownRun other = new ShownRun();
  private final ReadOnlyObjectWrapper<ShownRun> shown = new ReadOnlyObjectWrapper<>(live);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyObjectWrapper<MetricsQueue.Download> download =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<BatchMetrics> batch = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<EpochMetrics> epoch = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper estimate = new ReadOnlyDoubleWrapper(Double.NaN);
  private final ReadOnlyObjectWrapper<Entry> onPad = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Run> underWay = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Run> waiting = FXCollections.observableArrayList();

  /** One for all, as it hears of changes for as long as somebody holds it. */
  private final ObservableList<Run> waitingRuns = FXCollections.unmodifiableObservableList(waiting);

  private final MetricsQueue queue = new MetricsQueue(this::lookAtDigit);
  private RunTrainer current;
  private DigitRead digitRead;

  private record DigitRead(long examples, float[] probabilities) {}

  private record Read(RunInfo info, List<Integer> epochs, RunCurves.Saved curves) {}

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
    this.store = new RunStore(folders);
    this.dataSource = dataSource;
    this.trainer = trainer;
    this.files = files;
    this.runs = new RunsViewModel(store, folders, files, this::fail, onModelSaved);
    this.compare = new CompareViewModel(files, this::fail);
    this.preview = new AugmentationPreview(dataSource, files, this::fail);
    this.digitReader = digitReader;
    this.pad = pad;
  }

  /** The recipe that is filled in. */
  public RecipeForm form() {
    return form;
  }

  /** The runs that are kept. */
  public RunsViewModel runs() {
    return runs;
  }

  /** What augmentation does to images. */
  public AugmentationPreview preview() {
    return preview;
  }

  /** The run in training, or the one that was last. */
  public ShownRun live() {
    return live;
  }

  /** The run that is shown when it is not the one in training. */
  public ShownRun other() {
    return other;
  }

  /** The run whose curves are shown: {@link #live} or {@link #other}. */
  public ReadOnlyObjectProperty<ShownRun> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The run that is being loaded or trained; null when there is none. */
  public ReadOnlyObjectProperty<Run> underWayProperty() {
    return underWay.getReadOnlyProperty();
  }

  /** Runs that begin, in turn, when the one in training has ended. */
  public ObservableList<Run> waiting() {
    return waitingRuns;
  }

  /** Several runs side by side. */
  public CompareViewModel compare() {
    return compare;
  }

  /** How the run in training stands. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The download of the images that is going on, or null. */
  ReadOnlyObjectProperty<MetricsQueue.Download> downloadProperty() {
    return download.getReadOnlyProperty();
  }

  /** The newest batch, or null. */
  public ReadOnlyObjectProperty<BatchMetrics> batchProperty() {
    return batch.getReadOnlyProperty();
  }

  /** The newest epoch, or null. */
  public ReadOnlyObjectProperty<EpochMetrics> epochProperty() {
    return epoch.getReadOnlyProperty();
  }

  /** Seconds that the recipe filled in would take on this machine; NaN while that is not known. */
  public ReadOnlyDoubleProperty estimateProperty() {
    return estimate.getReadOnlyProperty();
  }

  /** The epoch that the pad is to read with, as a model to choose; null before the first. */
  public ReadOnlyObjectProperty<Entry> onPadProperty() {
    return onPad.getReadOnlyProperty();
  }

  /** The last thing that went wrong, or null. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  // Commands

  /** Tries how long the recipe would take, unless a run has the machine. */
  public void estimate() {
    estimate.set(Double.NaN);
    if (state.get() != State.IDLE || !form.validBinding().get()) {
      return;
    }
    Architecture architecture = form.architectureProperty().get();
    Recipe wanted = form.recipe();
    String data = form.dataProperty().get();
    trainer.run(
        () -> seconds(architecture, wanted, data),
        seconds -> {
          boolean isStill =
              form.validBinding().get()
                  && form.architectureProperty().get() == architecture
                  && form.dataProperty().get().equals(data)
                  && form.recipe().equals(wanted);
          if (isStill) {
            estimate.set(seconds);
          }
        },
        e -> LOG.log(Level.WARNING, "no estimate", e));
  }

  private double seconds(Architecture architecture, Recipe wanted, String data) {
    double images =
        (double) wanted.epochs() * wanted.imagesPerEpoch(dataSource.trainingImages(data));
    return images / SpeedProbe.imagesPerSecond(architecture, wanted);
  }

  /** Starts a run by the recipe that is filled in, or lets it wait for the one in training. */
  public void start() {
    if (form.validBinding().get()) {
      Architecture architecture = form.architectureProperty().get();
      Recipe wanted = form.recipe();
      String data = form.dataProperty().get();
      enqueue(() -> store.create(architecture.name(), wanted, data));
    }
  }

  /** Goes on with a run that was stopped or cut off, at once or in its turn. */
  public void resume(Run cutOff) {
    if (!cutOff.equals(underWay.get()) && !waiting.contains(cutOff)) {
      enqueue(() -> cutOff);
    }
  }

  /** Takes a run out of those that wait; it can be resumed later. */
  public void dequeue(Run run) {
    waiting.remove(run);
  }

  private void enqueue(Callable<Run> wanted) {
    boolean isFree = state.get() == State.IDLE;
    if (isFree) {
      state.set(State.LOADING);
    }
    files.run(
        wanted,
        next -> {
          waiting.add(next);
          runs.refresh();
          if (isFree || state.get() == State.IDLE) {
            trainNext();
          }
        },
        e -> {
          if (isFree) {
            state.set(State.IDLE);
          }
          fail(e);
        });
  }

  /** Trains the run that waited longest, if there is one. */
  private void trainNext() {
    if (waiting.isEmpty()) {
      state.set(State.IDLE);
      return;
    }
    Run next = waiting.removeFirst();
    underWay.set(next);
    if (state.get() != State.STOPPING) {
      problem.set(null);
      state.set(State.LOADING);
    }
    trainer.run(
        () -> {
          RunInfo info = next.info();
          DataSet data = dataSource.load(info.data(), queue);
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
    download.set(null);
    batch.set(null);
    epoch.set(null);
    digitRead = null;
    int done = runTrainer.epochsDone();
    live.show(next, info, done, before.upTo(done));
    shown.set(live);
    if (state.get() == State.STOPPING) {
      runTrainer.training().stop();
    } else {
      state.set(State.RUNNING);
    }
    runs.refresh();
  }

  private void end(Exception e) {
    drain();
    current = null;
    underWay.set(null);
    download.set(null);
    if (state.get() == State.STOPPING && !waiting.isEmpty()) {
      state.set(State.LOADING); // only one was to stop
    }
    trainNext();
    runs.refresh();
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
      drain(); // the numbers that stand still are the newest
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

  /** Ends the run, and none that waits begins. */
  public void stopAll() {
    waiting.clear();
    stop();
  }

  /** Takes over what the training thread has told; called a few times a second. */
  public void drain() {
    queue.drain(
        event -> {
          switch (event) {
            case BatchMetrics metrics -> {
              batch.set(metrics);
              live.curves().add(metrics);
            }
            case MetricsQueue.Probe probe ->
                live.curves().add(probe.examples(), probe.evaluation());
            case MetricsQueue.Download now -> download.set(now);
            case MetricsQueue.Kept kept -> live.kept(kept.epoch());
            case MetricsQueue.EpochEnd end -> {
              epoch.set(end.metrics());
              live.curves().add(end.metrics());
              compare.readAgain();
            }
            default -> throw new IllegalStateException(event.toString());
          }
        });
    showDigit();
    if (state.get() == State.RUNNING) {
      current.training().askForWeights();
    }
  }

  /** With all else that is new: drawing the window twice would cost the training twice. */
  private void showDigit() {
    if (digitRead != null) {
      live.curves().addDigit(digitRead.examples, digitRead.probabilities);
      digitRead = null;
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
              digitRead = new DigitRead(examples, probabilities);
            }
          });
    }
  }

  /** Shows the curves of a run; what is in training goes on. */
  public void show(Run which) {
    if (live.is(which)) {
      shown.set(live);
      return;
    }
    files.run(
        () -> new Read(which.info(), which.checkpointEpochs(), RunCurves.read(which)),
        read -> {
          int epochs = read.epochs.isEmpty() ? 0 : read.epochs.getLast();
          other.show(which, read.info, epochs, read.curves);
          shown.set(other);
        },
        this::fail);
  }

  /** Looks what other programs have done to the runs. */
  public void refresh() {
    runs.refresh();
    boolean isGrowing =
        shown.get() == other
            && runs.runs().stream().anyMatch(item -> item.isInTraining() && other.is(item.run()));
    if (isGrowing) {
      show(other.runProperty().get());
    }
  }

  /** Lets the pad read with an epoch of the run that is shown. */
  public void putOnPad(int epochWanted) {
    ShownRun from = shown.get();
    Run run = from.runProperty().get();
    if (run != null && epochWanted >= 1 && epochWanted <= from.keptEpochsProperty().get()) {
      String name = run.folder().getFileName() + " · " + epochWanted;
      onPad.set(new Entry(name, run.checkpoint(epochWanted), false));
    }
  }

  /** Puts the problem away. */
  public void dismissProblem() {
    problem.set(null);
  }
}
