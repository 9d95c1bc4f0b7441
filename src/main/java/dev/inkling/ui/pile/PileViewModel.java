package dev.inkling.ui.pile;

import dev.inkling.data.DrawingStore;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.pile.PileProgress;
import dev.inkling.pile.PileRow;
import dev.inkling.pile.PileTable;
import dev.inkling.recognize.LineReader;
import dev.inkling.text.Messages;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Job;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.PadViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A pile of pictures that is read in the background: the table of what is least sure, what people
 * say of it, and what is made of that. All rows are in a file; of them the window holds a bounded
 * number. Used on the FX thread alone.
 */
public final class PileViewModel {
  private final PadViewModel pad;
  private final Supplier<LineReader> lines;
  private final DrawingStore drawings;
  private final Background worker;
  private final Background keeper;
  private final Job job;
  private final Notices notices;
  private final Notices.Topic topic;
  private final Exports exports;

  /** What was said, by the picture's path; and what of it is kept as a drawing, or soon. */
  private final Map<String, String> said = new HashMap<>();

  private final Map<String, String> kept = new HashMap<>();

  /** What of it stands in a table that was saved. */
  private final Map<String, String> saved = new HashMap<>();

  /** Rows that are read and not listed yet; guarded by itself. */
  private final List<PileRow> waiting = new ArrayList<>();

  private final PileRows rows = new PileRows();
  private @Nullable TemporaryTable table;

  /** Opens what was asked for before there was a network; null for nothing. */
  private @Nullable Runnable awaited;

  // Properties
  private final ReadOnlyObjectWrapper<List<Path>> places = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<PileProgress> progress =
      new ReadOnlyObjectWrapper<>(PileProgress.NONE);
  private final ReadOnlyIntegerWrapper toKeep = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper whole = new ReadOnlyBooleanWrapper();

  /**
   * Nothing is read yet.
   *
   * @param pad whose network reads, and whose hand drawings are kept for
   * @param lines makes readers of lines, one for each thread
   * @param worker reads, for hours where the pile is large
   * @param keeper makes drawings meanwhile
   */
  public PileViewModel(
      PadViewModel pad,
      Supplier<LineReader> lines,
      DrawingStore drawings,
      Background worker,
      Background keeper,
      Background files,
      Notices notices) {
    this.pad = pad;
    this.lines = lines;
    this.drawings = drawings;
    this.worker = worker;
    this.keeper = keeper;
    this.notices = notices;
    job = new Job(worker);
    topic = notices.topic("pile");
    exports = new Exports(files, notices.topic("pile as a table"));
    pad.modelProperty().addListener((_, _, _) -> openAwaited());
  }

  /** The folders and archives that are looked at; none while there is no table. */
  ReadOnlyObjectProperty<List<Path>> placesProperty() {
    return places.getReadOnlyProperty();
  }

  /** Folders and archives that somebody asked for at the pad; null when nobody did. */
  ObjectProperty<@Nullable List<Path>> askedProperty() {
    return pad.pictures().pileProperty();
  }

  /** The rows that are least sure, {@value PileRows#MOST} at most. */
  ObservableList<PileItem> items() {
    return rows.items();
  }

  /** The same, for who brings some. */
  PileRows rows() {
    return rows;
  }

  /** The file with all rows; null while there is no table. */
  @Nullable TemporaryTable table() {
    return table;
  }

  /** How far it is. */
  ReadOnlyObjectProperty<PileProgress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** True while it is read. */
  ReadOnlyBooleanProperty workingProperty() {
    return job.runningProperty();
  }

  /** True when it was read to its end. */
  public ReadOnlyBooleanProperty wholeProperty() {
    return whole.getReadOnlyProperty();
  }

  /** How many corrections are single digits that were not kept yet. */
  ReadOnlyIntegerProperty toKeepProperty() {
    return toKeep.getReadOnlyProperty();
  }

  /** How many corrections are neither in a table that was saved nor kept as drawings. */
  int unsaved() {
    Map<String, String> unsaved = new HashMap<>(said);
    unsaved.entrySet().removeAll(saved.entrySet());
    unsaved.entrySet().removeAll(kept.entrySet());
    return unsaved.size();
  }

  // Commands

  /**
   * Reads folders, archives and pictures with the pad's network, as soon as there is one; what was
   * looked at before is gone.
   *
   * @param messages in whose language it is said why a picture cannot be read
   */
  void open(List<Path> wanted, Messages messages) {
    close();
    Entry reader = pad.modelProperty().get();
    if (reader == null) {
      awaited = () -> open(wanted, messages);
      return;
    }
    places.set(List.copyOf(wanted));
    List<String> names = wanted.stream().map(Path::toString).toList();
    TemporaryTable mine = new TemporaryTable();
    table = mine;
    job.begin(
        listener ->
            () -> {
              Model model = ModelFolder.read(reader.folder());
              PileWork work = new PileWork(names, mine.file(), model, lines, messages);
              return work.read(listener, (more, far) -> tell(listener, more, far));
            },
        far -> {
          progress.set(far);
          whole.set(true);
        },
        topic::fail);
  }

  private void openAwaited() {
    Runnable open = awaited;
    if (open != null && pad.modelProperty().get() != null) {
      open.run();
    }
  }

  /** From the worker: many rows come between two frames, and are listed together. */
  private void tell(Job.Listener listener, List<PileRow> read, PileProgress far) {
    boolean isFirst;
    synchronized (waiting) {
      isFirst = waiting.isEmpty();
      waiting.addAll(read);
    }
    if (isFirst) {
      worker
          .fx()
          .execute(
              () -> {
                List<PileRow> more;
                synchronized (waiting) {
                  more = List.copyOf(waiting);
                  waiting.clear();
                }
                if (listener.isWaiting()) {
                  more.forEach(rows::add);
                  progress.set(far);
                }
              });
    }
  }

  /** Somebody types in the table, or does not any more: what is read meanwhile comes in then. */
  void hold(boolean isTyping) {
    rows.hold(isTyping);
    if (!isTyping) {
      worker.fx().execute(rows::showAll); // not amid what ended it, such as a click on a row
    }
  }

  /** Reads no more; what is there stays. */
  void stop() {
    job.cancel();
  }

  /** Puts the table away. */
  public void close() {
    stop();
    awaited = null;
    TemporaryTable old = table;
    if (old != null) {
      worker.run(old::delete, _ -> {}, topic::fail);
    }
    places.set(List.of());
    rows.clear();
    said.clear();
    kept.clear();
    saved.clear();
    progress.set(PileProgress.NONE);
    whole.set(false);
    table = null;
    count();
  }

  /** Somebody says what is written in a picture that is shown; nothing takes it back. */
  void correct(PileItem item, String text) {
    if (!items().contains(item)) {
      return; // the table was put away amid the typing
    }
    String path = item.row().path();
    String right = text.strip();
    if (right.isEmpty()) {
      said.remove(path);
    } else {
      said.put(path, right);
    }
    item.saidProperty().set(said.get(path));
    count();
  }

  private void count() {
    toKeep.set(unkept().size());
  }

  /** Of what was said, digits that were not kept yet. */
  private Map<String, String> unkept() {
    Map<String, String> digits = new HashMap<>(said);
    digits.entrySet().removeIf(each -> !each.getValue().matches("[0-9]"));
    digits.entrySet().removeIf(each -> each.getValue().equals(kept.get(each.getKey())));
    return digits;
  }

  /** Writes all rows as CSV, with a column for what was said. */
  void save(Path file) {
    TemporaryTable from = Objects.requireNonNull(table, "nothing was read");
    Map<String, String> corrections = Map.copyOf(said);
    exports.save(
        out -> PileTable.copy(from.file(), corrections, out),
        file,
        () -> saved.putAll(corrections));
  }

  /** Keeps what was corrected as drawings of the pad's hand. */
  void keep() {
    Map<String, String> wanted = unkept();
    Entry reader = pad.modelProperty().get();
    String writer = pad.hands().chosenProperty().get().name();
    topic.over();
    kept.putAll(wanted); // it takes a while, and is not asked for twice
    count();
    keeper.run(
        () -> {
          KeptPictures all =
              KeptPictures.of(wanted, writer, ModelFolder.read(reader.folder()), lines);
          drawings.add(List.copyOf(all.drawings().values()));
          return all;
        },
        all -> {
          unkeep(all.problems().keySet());
          all.drawings().values().forEach(pad.hands()::put);
          if (!all.drawings().isEmpty()) {
            notices.goodNews("pile.kept", all.drawings().size());
          }
          all.problem().ifPresent(topic::fail);
        },
        e -> {
          unkeep(wanted.keySet());
          topic.fail(e);
        });
  }

  private void unkeep(Set<String> paths) {
    kept.keySet().removeAll(paths);
    count();
  }
}
