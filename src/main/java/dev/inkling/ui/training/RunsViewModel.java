package dev.inkling.ui.training;

import dev.inkling.file.AppFolders;
import dev.inkling.file.AtomicFile;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.pack.InklingFile;
import dev.inkling.run.MetricsExport;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunInfo.Status;
import dev.inkling.run.RunReport;
import dev.inkling.run.RunStore;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Notices;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
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
  private final Notices.Topic listing;
  private final Notices.Topic changing;
  private final Runnable onModelSaved;

  // Properties
  private final ObservableList<RunItem> runs = FXCollections.observableArrayList();

  /** One for all, as it hears of changes for as long as somebody holds it. */
  private final ObservableList<RunItem> listedRuns = FXCollections.unmodifiableObservableList(runs);

  private final ReadOnlyObjectWrapper<@Nullable Run> newcomer = new ReadOnlyObjectWrapper<>();

  private final Deque<RunStore.Deleted> deleted = new ArrayDeque<>();

  /**
   * A run in the list, as it stood when the list was read.
   *
   * @param isInTraining by this program or another
   * @param hasEpoch when it has one to go on from or to save as a model
   */
  public record RunItem(Run run, RunInfo info, boolean isInTraining, boolean hasEpoch) {}

  RunsViewModel(
      RunStore store,
      AppFolders folders,
      Background files,
      Notices notices,
      Runnable onModelSaved) {
    this.store = store;
    this.folders = folders;
    this.files = files;
    exports = new Exports(files, notices.topic("runs' exports"));
    listing = notices.topic("list of runs");
    changing = notices.topic("runs");
    this.onModelSaved = onModelSaved;
  }

  /** All runs, the newest first. */
  public ObservableList<RunItem> runs() {
    return listedRuns;
  }

  /** The run that came from elsewhere last, to be looked at; or null. */
  ReadOnlyObjectProperty<@Nullable Run> newcomerProperty() {
    return newcomer.getReadOnlyProperty();
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
        () -> store.list().stream().flatMap(each -> item(each).stream()).toList(),
        this::show,
        listing::fail);
  }

  private void show(List<RunItem> read) {
    listing.over();
    if (!runs.equals(read)) {
      runs.setAll(read);
    }
  }

  /** A run whose description is damaged is left out, and must not hide the others. */
  private static Optional<RunItem> item(Run run) {
    try {
      RunInfo info = run.info();
      boolean isInTraining = info.status() == Status.OPEN && run.isInTraining();
      return Optional.of(new RunItem(run, info, isInTraining, !run.checkpointEpochs().isEmpty()));
    } catch (Problem e) {
      LOG.log(Level.WARNING, "left out", e);
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

  /** Puts a run into the bin, which {@link #undoDelete} takes back. */
  public void delete(Run which) {
    changing.over();
    files.run(
        () -> store.delete(which),
        gone -> {
          deleted.push(gone);
          refresh();
        },
        changing::fail);
  }

  /** Brings the run back that was deleted last. */
  public void undoDelete() {
    if (!deleted.isEmpty()) {
      RunStore.Deleted back = deleted.pop();
      change(() -> store.restore(back));
    }
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
        _ -> onModelSaved.run(),
        changing::fail);
  }

  private void saveModel(Path checkpoint, String name) {
    Path place = modelFolder(name);
    Model model = ModelFolder.read(checkpoint);
    ModelFolder.write(place, new Model(model.card().named(name), model.weights()));
  }

  /** A new folder among the user's models. */
  private Path modelFolder(String name) {
    if (!AppFolders.isName(name)) {
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
    exports.run(page, () -> RunReport.write(which, messages, page));
  }

  /** Packs a run in one file. */
  public void pack(Run which, Path file) {
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
