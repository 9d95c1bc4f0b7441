package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.file.AppFolders;
import dev.inkling.ink.Drawing;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunStore;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The training studio. A run goes from the {@link RecipeForm} through the {@link RunQueue} to the
 * {@link LiveRun}; what it tells meanwhile is in {@link LiveMetrics}.
 */
public final class TrainingViewModel {
  private final Background files;
  private final Notices.Topic looking;
  private final RecipeForm form = new RecipeForm();
  private final RunsViewModel runs;
  private final CompareViewModel compare;
  private final AugmentationPreview preview;
  private final Doubts doubts;
  private final LiveRun live;
  private final RunQueue queue;
  private final Estimate estimate;

  // Properties
  private final ShownRun other = new ShownRun();
  private final ReadOnlyObjectWrapper<ShownRun> shown;
  private final ReadOnlyObjectWrapper<@Nullable Entry> onPad = new ReadOnlyObjectWrapper<>();

  private record Read(RunInfo info, List<Integer> epochs, RunCurves.Saved curves) {}

  /**
   * A studio without a run.
   *
   * @param trainer trains, one run at a time
   * @param files reads and writes the list of runs
   * @param pad what is drawn at the moment
   * @param onModelSaved hears that there is one more model to choose
   * @param notices tell what went wrong
   */
  public TrainingViewModel(
      AppFolders folders,
      DataSource dataSource,
      Background trainer,
      Background files,
      DigitReader digitReader,
      Supplier<Drawing> pad,
      Runnable onModelSaved,
      Notices notices) {
    RunStore store = new RunStore(folders);
    this.files = files;
    looking = notices.topic("run shown");
    Notices.Topic training = notices.topic("training");
    runs = new RunsViewModel(store, folders, files, notices, onModelSaved);
    compare = new CompareViewModel(files, notices.topic("comparison")::fail);
    preview = new AugmentationPreview(dataSource, files, notices.topic("augmentation")::fail);
    doubts = new Doubts(new ModelLibrary(folders), trainer.fx(), notices);
    live =
        new LiveRun(
            dataSource, trainer, new DigitOnPad(digitReader, pad), doubts::lookAt, this::begun);
    queue = new RunQueue(store, dataSource, form, live, runs, files, training);
    estimate = new Estimate(form, live, dataSource, trainer);
    shown = new ReadOnlyObjectWrapper<>(live.shown());
    live.metrics().epochProperty().addListener((_, _, epoch) -> epochEnded(epoch));
  }

  /** The recipe that is filled in. */
  public RecipeForm form() {
    return form;
  }

  /** How long the recipe that is filled in would take. */
  public Estimate estimate() {
    return estimate;
  }

  /** The runs that are to be trained. */
  public RunQueue queue() {
    return queue;
  }

  /** The run in training, or the one that was last. */
  public LiveRun live() {
    return live;
  }

  /** The runs that are kept. */
  public RunsViewModel runs() {
    return runs;
  }

  /** Several runs side by side. */
  public CompareViewModel compare() {
    return compare;
  }

  /** What augmentation does to images. */
  public AugmentationPreview preview() {
    return preview;
  }

  /** The run that is shown when it is not the one in training. */
  public ShownRun other() {
    return other;
  }

  /** The run whose curves are shown: {@link #live} or {@link #other}. */
  public ReadOnlyObjectProperty<ShownRun> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The epoch that the pad is to read with, as a model to choose; null before the first. */
  public ReadOnlyObjectProperty<@Nullable Entry> onPadProperty() {
    return onPad.getReadOnlyProperty();
  }

  /** Who starts a run wants to watch it. */
  private void begun() {
    shown.set(live.shown());
    doubts.begun();
    runs.refresh();
  }

  private void epochEnded(@Nullable EpochMetrics epoch) {
    doubts.epochEnded(epoch);
    if (epoch != null) {
      compare.readAgain();
    }
  }

  // Commands

  /** Shows the curves of a run; what is in training goes on. */
  public void show(Run which) {
    if (live.shown().is(which)) {
      shown.set(live.shown());
      return;
    }
    looking.over();
    files.run(
        () -> new Read(which.info(), which.checkpointEpochs(), RunCurves.read(which)),
        read -> {
          int epochs = read.epochs.isEmpty() ? 0 : read.epochs.getLast();
          other.show(which, read.info, epochs, read.curves);
          shown.set(other);
        },
        e -> {
          other.clear(); // or another run's curves would stand there as this one's
          shown.set(other);
          looking.fail(e);
        });
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
}
