package dev.inkling.ui.pad;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.ink.Drawing;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Keeps the drawing on the pad with its right label. Used on the FX thread alone. */
public final class KeepViewModel {
  private final PadViewModel pad;
  private final DrawingStore drawings;
  private final Background files;
  private final Notices.Topic topic;

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable Kept> kept = new ReadOnlyObjectWrapper<>();
  private final ObservableValue<Boolean> keepable;

  /** What the file is to hold of the drawing on the pad, before it is written; null for nothing. */
  private @Nullable Kept wanted;

  KeepViewModel(PadViewModel pad, DrawingStore drawings, Background files, Notices.Topic topic) {
    this.pad = pad;
    this.drawings = drawings;
    this.files = files;
    this.topic = topic;
    keepable = pad.readingProperty().map(reading -> !reading.only().isBlank());
    pad.drawingProperty().addListener(_ -> forget());
  }

  /** The drawing on the pad as it was kept, null while it is not. */
  public ReadOnlyObjectProperty<@Nullable Kept> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** True while there is one digit to keep; a number is none. */
  public ObservableValue<Boolean> keepableProperty() {
    return keepable;
  }

  // Commands

  /** Keeps the drawing; one that is kept already gets the other label. */
  public void keep(int label) {
    Recognition read = pad.readingProperty().get().only();
    if (pad.strokeProperty().get() != null
        || read.isBlank()
        || (wanted != null && wanted.label() == label)) {
      return;
    }
    if (wanted == null) {
      boolean isRead = pad.currentProperty().get() && pad.cardProperty().get() != null;
      Drawing drawing = pad.drawingProperty().get();
      write(
          Kept.of(
              drawing,
              label,
              isRead ? read.digit() : null,
              isRead ? pad.cardProperty().get().name() : null));
    } else {
      write(wanted.labeled(label));
    }
  }

  private void write(Kept drawing) {
    wanted = drawing;
    files.run(
        () -> {
          drawings.put(drawing);
          return drawing;
        },
        this::show,
        e -> {
          if (drawing.equals(wanted)) {
            forget();
          }
          topic.fail(e);
        });
  }

  private void show(Kept written) {
    topic.over();
    if (written.equals(wanted)) {
      kept.set(written); // else another drawing is on the pad by now
    }
  }

  /** Takes the drawing out of the collection again. */
  public void undo() {
    Kept last = wanted;
    if (last != null) {
      forget();
      files.run(
          () -> {
            drawings.delete(Set.of(last.id()));
            return last;
          },
          _ -> topic.over(),
          topic::fail);
    }
  }

  private void forget() {
    wanted = null;
    kept.set(null);
  }
}
