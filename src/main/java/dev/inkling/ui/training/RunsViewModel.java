package dev.inkling.ui.training;

import dev.inkling.file.AppFolders;
import dev.inkling.file.AtomicFile;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.pack.InklingFile;
import dev.inkling.run.MetricsExport;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunReport;
import dev.inkling.run.RunStore;
import dev.inkling.run.RunSummary;
import dev.inkling.run.Standing;
import dev.inkling.text.Messages;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Notices;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The runs that are kept, and what leaves them: models, reports, metrics. */
public final class RunsViewModel {
  private static final Logger LOG = Logger.getLogger(RunsViewModel.class.getName());

  private final RunStore store;
  private final AppFolders folders;
  private final Background files;
  private final Exports exports;
  private final Notices notices;
  private final Notices.Topic listing;
  private final Notices.Topic changing;
  private final Notices.Topic damage;
  private final Runnable onModelSaved;

  // Properties
  private final ObservableList<RunItem> runs = FXCollections.observableArrayList();

  /** One for all, as it hears of changes for as long as somebody holds it. */
  private final ObservableList<RunItem> listedRuns = FXCollections.unmodifiableObservableList(runs);

  private final ReadOnlyObjectWrapper<@Nullable Run> newcomer = new ReadOnlyObjectWrapper<>();

  /** What was deleted together is brought back together. */
  private final Deque<List<RunStore.Deleted>> deleted = new ArrayDeque<>();

  /** Runs that cannot be read, as was told. */
  private Set<Run> damaged = Set.of();

  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final RunSummaries summaries = new RunSummaries();
  private final Predicate<Run> isTrainedHere;

  /**
   * A run in the list, as it stood when the list was read.
   *
   * @param standing as this program and others have it
   * @param hasEpoch when it has one to go on from or to save as a model
   * @param summary of what it has come to
   */
  public record RunItem(
      Run run, RunInfo info, Standing standing, boolean hasEpoch, RunSummary summary) {
    /** By this program or another. */
    public boolean isInTraining() {
      return standing == Standing.RUNNING;
    }

    /** Its title, when it was set up and how much it reads right: what tells it from others. */
    public String name(Messages messages) {
      return RunNames.of(this, RunNames.when(info, messages), messages);
    }
  }

  /**
   * No runs yet.
   *
   * @param isTrainedHere whether it is this window that trains a run, asked on the FX thread
   */
  RunsViewModel(
      RunStore store,
      AppFolders folders,
      Background files,
      Notices notices,
      Runnable onModelSaved,
      Predicate<Run> isTrainedHere) {
    this.store = store;
    this.folders = folders;
    this.files = files;
    this.notices = notices;
    exports = new Exports(files, notices.topic("runs' exports"));
    listing = notices.topic("list of runs");
    changing = notices.topic("runs");
    damage = notices.topic("damaged runs");
    this.onModelSaved = onModelSaved;
    this.isTrainedHere = isTrainedHere;
  }

  /** All runs, the newest first. */
  public ObservableList<RunItem> runs() {
    return listedRuns;
  }

  /** The run that came from elsewhere last, to be looked at; or null. */
  ReadOnlyObjectProperty<@Nullable Run> newcomerProperty() {
    return newcomer.getReadOnlyProperty();
  }

  /** True when something was deleted that can be brought back. */
  ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  // Commands

  /** Shows a run that came from elsewhere. */
  public void add(Run run) {
    newcomer.set(null);
    newcomer.set(run);
    refresh();
  }

  /** Reads the list again; other programs may have changed it. */
  public void refresh() {
    files.run(
        () -> {
          Map<Run, Problem> unreadable = new LinkedHashMap<>();
          List<RunItem> read =
              store.list().stream().flatMap(each -> item(each, unreadable).stream()).toList();
          return new Listed(read, unreadable);
        },
        this::show,
        listing::fail);
  }

  /** What can be read of the runs, and why the others cannot. */
  private record Listed(List<RunItem> runs, Map<Run, Problem> unreadable) {}

  private void show(Listed read) {
    listing.over();
    if (!runs.equals(read.runs)) {
      runs.setAll(read.runs);
    }
    if (!damaged.equals(read.unreadable.keySet())) {
      damaged = read.unreadable.keySet();
      tell(List.copyOf(read.unreadable.values()));
    }
  }

  /** Once, not each time that the list is read. */
  private void tell(List<Problem> unreadable) {
    damage.over();
    unreadable.forEach(e -> LOG.log(Level.WARNING, "left out", e));
    if (!unreadable.isEmpty()) {
      Problem first = unreadable.getFirst();
      Phrase why = first.phrase();
      damage.fail(new Problem(first, "problem.runs.damaged", unreadable.size(), why));
    }
  }

  /** A run whose description is damaged is left out, and must not hide the others. */
  private Optional<RunItem> item(Run run, Map<Run, Problem> unreadable) {
    try {
      RunInfo info = run.info();
      boolean hasEpoch = !run.checkpointEpochs().isEmpty();
      return Optional.of(
          new RunItem(run, info, run.standing(info), hasEpoch, summaries.of(run, info)));
    } catch (Problem e) {
      unreadable.put(run, e);
      return Optional.empty();
    }
  }

  /** Deletes for good what was deleted a day ago; other windows may still bring the rest back. */
  public void emptyBin() {
    change(store::emptyBin);
  }

  /** Gives a run a title and notes. */
  public void describe(Run which, String title, String notes) {
    change(() -> which.describe(title, notes));
  }

  /**
   * Puts runs into the bin, which {@link #undoDelete} takes back together; one that is in training
   * stays, which is told, and all stay with one that this window trains.
   */
  public void delete(List<Run> which) {
    changing.over();
    if (which.stream().anyMatch(this::isKeptByTraining)) {
      return;
    }
    List<RunStore.Deleted> gone = new ArrayList<>(); // of those before one that stays, too
    files.run(
        Executors.callable(() -> which.forEach(run -> gone.add(store.delete(run)))),
        _ -> deleted(gone),
        e -> {
          deleted(gone);
          changing.fail(e);
        });
  }

  /** Whether this window trains a run, which is told: it is here that it can be stopped. */
  private boolean isKeptByTraining(Run run) {
    boolean isHere = isTrainedHere.test(run);
    if (isHere) {
      changing.fail(new Problem("problem.run.here", run.folder().getFileName()));
    }
    return isHere;
  }

  private void deleted(List<RunStore.Deleted> gone) {
    if (!gone.isEmpty()) {
      deleted.push(gone);
      undoable.set(true);
    }
    refresh();
  }

  /** Brings back what was deleted last. */
  public void undoDelete() {
    if (!deleted.isEmpty()) {
      List<RunStore.Deleted> back = deleted.pop();
      undoable.set(!deleted.isEmpty());
      change(() -> back.forEach(store::restore));
    }
  }

  /** Deletes a run that found no images to begin with; any other stays. */
  void discardIfEmpty(Run run, Consumer<Boolean> onDone) {
    files.run(
        run::discardIfEmpty,
        isGone -> {
          refresh();
          onDone.accept(isGone);
        },
        e -> {
          changing.fail(e);
          onDone.accept(false);
        });
  }

  /**
   * Hands over the names that models have already, of which a new one must not be any.
   *
   * @param then with names in lower case: systems take “Sprint” and “sprint” for the same folder
   */
  void askModelNames(Consumer<Set<String>> then) {
    files.run(this::modelNames, then, changing::fail);
  }

  private Set<String> modelNames() {
    return new ModelLibrary(folders)
        .list().stream()
            .map(entry -> entry.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
  }

  /** Saves a run's network as a model of the user's own, unless no epoch has come to its end. */
  public void saveModel(Run which, String name) {
    changing.over();
    files.run(
        () -> {
          int epoch =
              which
                  .epochToSave()
                  .orElseThrow(() -> new Problem("problem.run.noEpoch", which.folder()));
          saveModel(which.checkpoint(epoch), name);
          return name;
        },
        _ -> {
          onModelSaved.run();
          notices.goodNews("training.runs.saved", name);
        },
        changing::fail);
  }

  private void saveModel(Path checkpoint, String name) {
    Path place = modelFolder(name);
    ModelFolder.write(place, ModelFolder.read(checkpoint).named(name));
  }

  /** A new folder among the user's models. */
  private Path modelFolder(String name) {
    if (!AppFolders.isName(name)) {
      throw new Problem("problem.model.name", name);
    }
    if (modelNames().contains(name.toLowerCase(Locale.ROOT))) {
      throw new Problem("problem.model.exists", name);
    }
    return folders.models().resolve(name);
  }

  /** Writes a run's report as a page, in a language. */
  public void report(Run which, Path page, Messages messages) {
    exports.run(page, () -> RunReport.write(which, messages, page));
  }

  /** Packs a run in one file. */
  public void pack(Run which, Path file) {
    changing.over();
    if (isKeptByTraining(which)) {
      return;
    }
    exports.run(
        file,
        () -> {
          which.checkAtRest();
          InklingFile.pack(which.folder(), file);
        });
  }

  /** Copies a run's metrics into a folder. */
  public void exportMetrics(Run which, Path folder) {
    exports.run(folder, () -> MetricsExport.copy(which, folder));
  }

  /** Writes a chart's picture into a file. */
  public void save(AtomicFile.Content picture, Path file) {
    exports.save(picture, file);
  }

  private void change(Runnable work) {
    changing.over();
    files.run(Executors.callable(work), _ -> refresh(), changing::fail);
  }
}
