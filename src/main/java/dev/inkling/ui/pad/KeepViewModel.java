package dev.inkling.ui.pad;

import dev.inkling.data.Classes;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.ink.Drawing;
import dev.inkling.model.ModelCard;
import dev.inkling.recognize.Reading;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the drawing on the pad with its right label; of a number, the digit that is looked at. Used
 * on the FX thread alone.
 */
public final class KeepViewModel {
  private final PadViewModel pad;
  private final DrawingStore drawings;
  private final Background files;
  private final Notices.Topic topic;

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable Kept> kept = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty elsewhere = new SimpleBooleanProperty();
  private final ObservableValue<Boolean> keepable;

  /** What was kept in this session, to be known again when it comes back by undoing. */
  private final Map<Place, Asked> asked = new RecentMap<>();

  /**
   * What is kept.
   *
   * @param box of a digit of a number, null for the drawing as a whole
   */
  record Place(Drawing drawing, @Nullable Box box) {}

  /** What the file is to hold, and whether it does so by now. */
  private record Asked(Kept kept, boolean isWritten) {}

  /** Older ones are forgotten; each may hold a picture. */
  private static final class RecentMap<K, V> extends LinkedHashMap<K, V> {
    private static final int MOST = 100;
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST;
    }
  }

  KeepViewModel(PadViewModel pad, DrawingStore drawings, Background files, Notices.Topic topic) {
    this.pad = pad;
    this.drawings = drawings;
    this.files = files;
    this.topic = topic;
    keepable =
        Bindings.createBooleanBinding(
            () -> !elsewhere.get() && areDigits(pad.readingProperty().get()),
            elsewhere,
            pad.readingProperty());
    pad.drawingProperty().subscribe(this::show);
    pad.readingProperty().subscribe(this::show);
    pad.selectedProperty().subscribe(this::show);
    pad.currentProperty().subscribe(this::show);
  }

  /** The drawing on the pad, or its digit, as it was kept; null while it is not. */
  public ReadOnlyObjectProperty<@Nullable Kept> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** True while there is a digit to keep. */
  public ObservableValue<Boolean> keepableProperty() {
    return keepable;
  }

  /** True while drawings are kept elsewhere, as signs of a collection. */
  public BooleanProperty elsewhereProperty() {
    return elsewhere;
  }

  /** Drawings are kept as digits; what is read as another sign is not. */
  private static boolean areDigits(Reading reading) {
    return !reading.digits().isEmpty()
        && Classes.areDigits(reading.digits().getFirst().recognition().classes());
  }

  /** Nothing where it is not known yet which digits there are. */
  private Optional<Place> place() {
    Reading reading = pad.readingProperty().get();
    Drawing drawing = pad.drawingProperty().get();
    int digit = pad.selectedProperty().get();
    if (elsewhere.get() || !areDigits(reading) || drawing.isEmpty()) {
      return Optional.empty();
    }
    if (!reading.isNumber()) {
      return Optional.of(new Place(drawing, null));
    }
    return pad.currentProperty().get() && digit < reading.digits().size()
        ? Optional.of(new Place(drawing, reading.digits().get(digit).box()))
        : Optional.empty();
  }

  private void show() {
    kept.set(place().map(asked::get).filter(Asked::isWritten).map(Asked::kept).orElse(null));
  }

  // Commands

  /**
   * Keeps the drawing, or the digit of a number; what is kept already gets the other label. What
   * was taken out of the collection meanwhile is put there again.
   */
  public void keep(int label) {
    if (pad.strokeProperty().get() == null) {
      place().ifPresent(place -> keep(place, label));
    }
  }

  private void keep(Place place, int label) {
    Asked before = asked.get(place);
    Kept now =
        before == null
            ? kept(place, label).by(pad.hands().chosenProperty().get().name())
            : before.kept.labeled(label);
    asked.put(place, new Asked(now, false));
    files.run(
        () -> {
          if (before == null) {
            drawings.add(List.of(now)); // its id is new: the others need not be read
          } else {
            drawings.put(now);
          }
          return now;
        },
        written -> {
          topic.over();
          answer(place, written, new Asked(written, true));
          pad.hands().put(written);
        },
        e -> {
          answer(place, now, before);
          topic.fail(e);
        });
  }

  private Kept kept(Place place, int label) {
    Recognition read = pad.recognitionProperty().get();
    ModelCard card = pad.cardProperty().get();
    if (card == null || !pad.currentProperty().get()) {
      return Kept.of(place.drawing, label, null, null);
    }
    int digit = read.digit();
    String model = card.name();
    Box box = place.box;
    if (box == null) {
      return Kept.of(place.drawing, label, digit, model);
    }
    return place.drawing.isApart(box)
        ? Kept.of(place.drawing.within(box), label, digit, model)
        : Kept.of(read.framed(), label, digit, model);
  }

  /** Unless something newer was asked for there. */
  private void answer(Place place, Kept wanted, @Nullable Asked now) {
    Asked newest = asked.get(place);
    if (newest != null && newest.kept.equals(wanted)) {
      put(place, now);
    }
  }

  private void put(Place place, @Nullable Asked now) {
    if (now == null) {
      asked.remove(place);
    } else {
      asked.put(place, now);
    }
    show();
  }

  /** Takes the drawing out of the collection again. */
  public void undo() {
    place().ifPresent(this::undo);
  }

  private void undo(Place place) {
    Asked last = asked.get(place);
    if (last == null) {
      return;
    }
    put(place, null);
    files.run(
        () -> {
          drawings.delete(Set.of(last.kept.id()));
          return last;
        },
        _ -> {
          topic.over();
          pad.hands().remove(last.kept);
        },
        e -> {
          if (!asked.containsKey(place)) {
            put(place, last); // it is still there
          }
          topic.fail(e);
        });
  }

  /** Looks what became of all that was kept: elsewhere it may be deleted or get another label. */
  public void lookAgain() {
    if (!asked.isEmpty()) {
      files.run(drawings::all, this::compare, topic::fail);
    }
  }

  private void compare(List<Kept> all) {
    Map<String, Kept> byId = new LinkedHashMap<>();
    all.forEach(there -> byId.put(there.id(), there));
    for (Map.Entry<Place, Asked> each : List.copyOf(asked.entrySet())) {
      if (each.getValue().isWritten) {
        Kept there = byId.get(each.getValue().kept.id());
        put(each.getKey(), there == null ? null : new Asked(there, true));
      }
    }
  }

  /** The ids of what was kept of a drawing, by the box of a digit or null for all of it. */
  Map<@Nullable Box, String> of(Drawing drawing) {
    Map<@Nullable Box, String> ids = new LinkedHashMap<>();
    asked.forEach(
        (place, kept) -> {
          if (place.drawing == drawing && kept.isWritten) {
            ids.put(place.box, kept.kept.id());
          }
        });
    return ids;
  }

  /** Knows again what was kept in an earlier session, as far as it is still there. */
  void remember(Drawing drawing, Map<@Nullable Box, String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    files.run(
        drawings::all,
        all ->
            ids.forEach(
                (box, id) ->
                    all.stream()
                        .filter(kept -> kept.id().equals(id))
                        .findFirst()
                        .ifPresent(kept -> put(new Place(drawing, box), new Asked(kept, true)))),
        topic::fail);
  }
}
