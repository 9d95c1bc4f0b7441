package dev.inkling.ui.hand;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.model.ModelCard;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.PadViewModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A sheet on which a hand writes each digit three times. What is written is kept with every stroke,
 * as a drawing of the hand; the sheet shows what is kept, so that it goes on where it was left. The
 * next empty cell opens as the pen lifts, and a stroke into a cell that is written joins what is
 * there, as the second one of a 4. Used on the FX thread alone.
 */
public final class SheetViewModel {
  /** Different digits, which are side by side. */
  static final int DIGITS = 10;

  /** How often each digit is written on a sheet. */
  static final int ROWS = 3;

  /** When no cell is open: all are written. */
  public static final int NONE = -1;

  /** So many different digits on a sheet show that somebody has begun it. */
  private static final int BEGUN = 3;

  private final PadViewModel pad;
  private final HandsViewModel hands;
  private final DrawingStore drawings;
  private final Background files;
  private final Notices.Topic topic;
  private final List<SheetCell> cells =
      IntStream.range(0, DIGITS * ROWS).mapToObj(SheetCell::new).toList();

  // Properties
  private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper sheet = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper written = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper read = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper right = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();

  private final Deque<Change> past = new ArrayDeque<>();
  private final List<Point> points = new ArrayList<>();

  /** Where the pen is down, or null. */
  private @Nullable SheetCell under;

  /** The cell that was written last, which is written again. */
  private @Nullable SheetCell last;

  /** Whether what is kept is to be looked at anew: it may have changed elsewhere. */
  private boolean isStale = true;

  /** The sheet that somebody turns to; null for the one to go on with. */
  private @Nullable Integer wanted;

  private record Change(SheetCell cell, @Nullable Kept before) {}

  SheetViewModel(PadViewModel pad, DrawingStore drawings, Background files, Notices.Topic topic) {
    this.pad = pad;
    this.drawings = drawings;
    this.files = files;
    this.topic = topic;
    hands = pad.hands();
    hands.chosenProperty().addListener((_, before, now) -> isStale |= !now.is(before.name()));
    hands.drawnProperty().subscribe(this::look);
  }

  /** The cells, line by line. */
  List<SheetCell> cells() {
    return cells;
  }

  /** Index of the cell that is to be written next, {@link #NONE} when all are. */
  public ReadOnlyIntegerProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Which sheet it is, counted from 0. */
  public ReadOnlyIntegerProperty sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /** How many cells are written. */
  public ReadOnlyIntegerProperty writtenProperty() {
    return written.getReadOnlyProperty();
  }

  /** How many of them a network read as they were written; what came from a file was not read. */
  public ReadOnlyIntegerProperty readProperty() {
    return read.getReadOnlyProperty();
  }

  /** How many of them the network read right as they were written. */
  public ReadOnlyIntegerProperty rightProperty() {
    return right.getReadOnlyProperty();
  }

  /** True when {@link #undo} has something to take back. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Whether all cells are written. */
  public boolean isFull() {
    return written.get() == cells.size();
  }

  /** Whether there is another sheet to go on with: after a full one, or with something on it. */
  public boolean hasNext() {
    return isFull() || count(sheet.get() + 1) > 0;
  }

  // Commands

  /** Looks at what is kept: the sheet came into view. */
  void show() {
    isStale = true;
    hands.load();
  }

  private void look() {
    List<Kept> drawn = hands.drawnProperty().get();
    if (isStale) {
      fill(wanted == null ? begun(drawn) : wanted);
      isStale = false;
      wanted = null;
    }
  }

  /** The sheet to go on with: one that was begun, or the last full one. */
  private int begun(List<Kept> drawn) {
    int full =
        IntStream.range(0, DIGITS).map(digit -> of(digit, drawn).size() / ROWS).min().orElse(0);
    return full == 0 || count(full) >= BEGUN ? full : full - 1;
  }

  private static List<Kept> of(int digit, List<Kept> drawn) {
    return drawn.stream().filter(kept -> kept.label() == digit).toList();
  }

  /** How many different digits a sheet has. */
  private int count(int number) {
    List<Kept> drawn = hands.drawnProperty().get();
    return (int)
        IntStream.range(0, DIGITS).filter(digit -> of(digit, drawn).size() > number * ROWS).count();
  }

  private void fill(int number) {
    List<Kept> drawn = hands.drawnProperty().get();
    past.clear();
    last = null;
    under = null;
    for (SheetCell cell : cells) {
      List<Kept> its = of(cell.digit(), drawn);
      int at = number * ROWS + cell.row();
      cell.draw(null);
      cell.set(at < its.size() ? its.get(at) : null);
    }
    sheet.set(number);
    count();
    open.set(nextEmpty(cells.size() - 1));
  }

  /** Goes to another sheet, so many further, once all that was written is kept. */
  public void turn(int by) {
    if (by < 0 ? sheet.get() > 0 : hasNext()) {
      wanted = sheet.get() + by;
      show();
    }
  }

  /** The pen comes down in a cell, at a place as on the pad of {@link Drawing#SIZE} pixels. */
  public void press(int cell, double x, double y) {
    under = cells.get(cell);
    points.clear();
    drag(x, y);
  }

  /** The pen moves on. */
  public void drag(double x, double y) {
    Point point = new Point(x, y);
    if (under != null && (points.isEmpty() || !points.getLast().equals(point))) {
      points.add(point);
      under.draw(new Stroke(points, pad.brushWidthProperty().get(), false));
    }
  }

  /** The pen lifts; one that did not move has pointed at a cell. */
  public void release() {
    SheetCell cell = under;
    Stroke done = cell == null ? null : cell.strokeProperty().get();
    under = null;
    if (cell == null || done == null) {
      return;
    }
    cell.draw(null);
    if (points.size() == 1) {
      open.set(cell.index());
    } else {
      write(cell, done);
    }
  }

  private void write(SheetCell cell, Stroke done) {
    isStale = false; // what is under way is older than this stroke
    Kept before = cell.keptProperty().get();
    Kept now =
        before == null
            ? Kept.of(Drawing.EMPTY.with(done), cell.digit(), null, null)
                .by(hands.chosenProperty().get().name())
            : before.redrawn(before.drawing().with(done));
    past.push(new Change(cell, before));
    last = cell;
    if (before == null) {
      cell.set(now); // so that it is not the next empty one
      open.set(nextEmpty(cell.index()));
    }
    put(cell, before, now);
    pad.readBeside(now.drawing(), read -> read(cell, now, read));
  }

  /** Unless something else is there by now. */
  private void read(SheetCell cell, Kept asked, Recognition read) {
    ModelCard card = pad.cardProperty().get();
    if (asked.equals(cell.keptProperty().get()) && card != null && !read.isBlank()) {
      put(cell, asked, asked.read(read.digit(), card.name()));
    }
  }

  private void put(SheetCell cell, @Nullable Kept before, @Nullable Kept now) {
    cell.set(now);
    count();
    if (now != null) {
      keep(cell, now, () -> drawings.put(now), () -> hands.put(now));
    } else if (before != null) {
      keep(cell, before, () -> drawings.delete(Set.of(before.id())), () -> hands.remove(before));
    }
  }

  private void keep(SheetCell cell, Kept what, Runnable work, Runnable afterwards) {
    files.run(
        Executors.callable(work),
        _ -> {
          topic.over();
          afterwards.run();
        },
        e -> {
          showKept(cell, what.id());
          topic.fail(e);
        });
  }

  /** What could not be written does not stand there as if it were: the cell has what is kept. */
  private void showKept(SheetCell cell, String id) {
    Kept shown = cell.keptProperty().get();
    if (shown != null && !shown.id().equals(id)) {
      return; // another sheet
    }
    Kept kept =
        hands.drawnProperty().get().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElse(null);
    cell.set(kept);
    past.removeIf(change -> change.cell == cell && Objects.equals(change.before, kept));
    count();
    if (kept == null) {
      open.set(cell.index());
    }
  }

  private void count() {
    List<Kept> there = new ArrayList<>();
    for (SheetCell cell : cells) {
      Kept kept = cell.keptProperty().get();
      if (kept != null) {
        there.add(kept);
      }
    }
    written.set(there.size());
    read.set((int) there.stream().filter(kept -> kept.read() != null).count());
    right.set((int) there.stream().filter(Kept::isReadRight).count());
    undoable.set(!past.isEmpty());
  }

  /** The next empty cell after one, round and round. */
  private int nextEmpty(int after) {
    int all = cells.size();
    return IntStream.rangeClosed(1, all)
        .map(step -> (after + step) % all)
        .filter(i -> cells.get(i).isEmpty())
        .findFirst()
        .orElse(NONE);
  }

  /** Takes the last change back: a stroke, or that a cell was emptied. */
  public void undo() {
    if (!past.isEmpty() && under == null) {
      Change change = past.pop();
      put(change.cell, change.cell.keptProperty().get(), change.before);
      open.set(change.before == null ? change.cell.index() : nextEmpty(change.cell.index()));
    }
  }

  /** Empties the open cell, or else the one that was written last, to write it again. */
  public void again() {
    int at = open.get();
    SheetCell cell = at != NONE && !cells.get(at).isEmpty() ? cells.get(at) : last;
    if (cell != null && !cell.isEmpty() && under == null) {
      Kept before = cell.keptProperty().get();
      past.push(new Change(cell, before));
      put(cell, before, null);
      open.set(cell.index());
    }
  }

  /** Leaves the open cell as it is and opens the next empty one. */
  public void skip() {
    open.set(nextEmpty(open.get() == NONE ? cells.size() - 1 : open.get()));
  }

  /** Opens another cell, written or not. */
  public void move(int by) {
    int from = open.get() == NONE ? 0 : open.get();
    open.set(Math.clamp(from + (long) by, 0, cells.size() - 1));
  }
}
