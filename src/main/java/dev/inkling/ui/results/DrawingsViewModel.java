package dev.inkling.ui.results;

import dev.inkling.data.DrawingFiles;
import dev.inkling.data.DrawingFiles.Import;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Notices;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What a person does with the drawings that were kept. */
public final class DrawingsViewModel {
  private final DrawingStore collection;
  private final Background files;
  private final Runnable onChange;
  private final Notices.Topic topic;

  // Properties
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Import> imported = new ReadOnlyObjectWrapper<>();

  private final Exports exports;
  private final Deque<Kept> deleted = new ArrayDeque<>();

  DrawingsViewModel(
      DrawingStore collection, Background files, Runnable onChange, Notices.Topic topic) {
    this.collection = collection;
    this.files = files;
    this.onChange = onChange;
    this.topic = topic;
    exports = new Exports(files, topic);
  }

  /** True when {@link #undoDelete} has something to bring back. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** What became of the last import, or null. */
  public ReadOnlyObjectProperty<@Nullable Import> importedProperty() {
    return imported.getReadOnlyProperty();
  }

  // Commands

  /** Takes a drawing out, which {@link #undoDelete} takes back. */
  public void delete(Kept drawing) {
    topic.over();
    files.run(
        Executors.callable(() -> collection.delete(Set.of(drawing.id()))),
        _ -> {
          deleted.push(drawing);
          undoable.set(true);
          onChange.run();
        },
        topic::fail);
  }

  /** Brings the drawing back that was deleted last; it is the newest then. */
  public void undoDelete() {
    if (!deleted.isEmpty()) {
      Kept back = deleted.pop();
      undoable.set(!deleted.isEmpty());
      topic.over();
      files.run(
          Executors.callable(() -> collection.add(List.of(back))),
          _ -> onChange.run(),
          e -> {
            deleted.push(back); // nothing of it is lost
            undoable.set(true);
            topic.fail(e);
          });
    }
  }

  /** Gives a drawing another label, 0…9. */
  public void relabel(Kept drawing, int label) {
    change(() -> collection.relabel(Set.of(drawing.id()), label));
  }

  /** Takes in a file of JSON lines or a folder of IDX files. */
  public void importFrom(Path path) {
    topic.over();
    imported.set(null);
    files.run(
        () -> DrawingFiles.read(path, collection),
        answer -> {
          imported.set(answer);
          onChange.run();
        },
        topic::fail);
  }

  /** Writes all drawings as JSON lines, with their strokes. */
  public void exportStrokes(Path file) {
    exports.run(file, () -> DrawingFiles.writeStrokes(all(), file));
  }

  /** Writes all drawings as the test images of a data set. */
  public void exportIdx(Path folder) {
    exports.run(folder, () -> DrawingFiles.writeIdx(all(), folder));
  }

  private List<Kept> all() {
    return collection.all();
  }

  private void change(Runnable work) {
    topic.over();
    files.run(Executors.callable(work), _ -> onChange.run(), topic::fail);
  }
}
