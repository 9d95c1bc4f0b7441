package dev.inkling.ui.pad;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Hint;
import dev.inkling.image.PictureFile;
import dev.inkling.image.Thumbnail;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Picture;
import dev.inkling.ui.kit.Notices;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The picture that was opened, what was seen in it, and how a person helps: with a frame around
 * what is to be read, and by saying what stands at a place. It is shown while what it put on the
 * pad is there: who draws on sees it no more, who undoes that sees it again. Used on the FX thread
 * alone.
 */
public final class SightViewModel {
  private static final Logger LOG = Logger.getLogger(SightViewModel.class.getName());

  /** Longer side of the picture as it is shown, in pixels. */
  private static final int SHOWN = 1000;

  private final PadViewModel pad;
  private final LiveRecognizer recognizer;
  private final Notices.Topic problems;

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable OpenedPicture> opened =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Sight> sight = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Aim> aim = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Box> frame = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Hint.@Nullable Kind> tool = new SimpleObjectProperty<>();

  /** What was put on the pad from this picture. */
  private final Sights puts = new Sights();

  /** Grows whenever an answer that is under way must not be shown any more. */
  private int generation;

  /** No picture beside a pad, whose network reads. */
  SightViewModel(PadViewModel pad, LiveRecognizer recognizer, Notices.Topic problems) {
    this.pad = pad;
    this.recognizer = recognizer;
    this.problems = problems;
    pad.drawingProperty().addListener((_, _, now) -> show(puts.of(now)));
    pad.networkProperty().addListener((_, _, _) -> lookAgain());
  }

  /** The picture, or null where there is none; it stays while it is not shown. */
  ReadOnlyObjectProperty<@Nullable OpenedPicture> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /** What was seen in it, or null where nothing is to be shown. */
  ReadOnlyObjectProperty<@Nullable Sight> sightProperty() {
    return sight.getReadOnlyProperty();
  }

  /** What was asked for last, and is read or will be. */
  ReadOnlyObjectProperty<@Nullable Aim> aimProperty() {
    return aim.getReadOnlyProperty();
  }

  /** The frame, while it is dragged too. */
  ReadOnlyObjectProperty<@Nullable Box> frameProperty() {
    return frame.getReadOnlyProperty();
  }

  /** True while it is read again. */
  ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** What a click says of its place, or null while clicks say nothing. */
  ObjectProperty<Hint.@Nullable Kind> toolProperty() {
    return tool;
  }

  /** Whether there is a frame or a hint to forget. */
  boolean canStartOver() {
    OpenedPicture now = opened.get();
    return now != null && aim.get() != null && !Aim.whole(now.picture()).equals(aim.get());
  }

  /** The file that is shown and where it is looked at, or null where there is none. */
  PadState.@Nullable Seen seen() {
    OpenedPicture now = opened.get();
    Path file = now == null ? null : now.file();
    Aim at = aim.get();
    return file == null || at == null || sight.get() == null ? null : new PadState.Seen(file, at);
  }

  // Commands

  /** Opens a picture and puts what is written there in place of the drawing. */
  void open(Callable<BufferedImage> decoder, String name) {
    problems.over();
    recognizer.see(decoder, first(name, null, null), this::take, problems::fail);
  }

  /** Opens a file likewise, and tells the pad to remember it. */
  void open(Path file) {
    problems.over();
    String name = name(file);
    recognizer.see(
        () -> PictureFile.read(file),
        first(name, file, null),
        first -> {
          pad.recent().add(file);
          take(first);
        },
        problems::fail);
  }

  /**
   * Shows a file beside what was read in it in an earlier session, which is on the pad. One that
   * cannot be opened any more is no matter: what was read stays.
   */
  void reopen(Path file, Aim wanted) {
    Drawing drawn = pad.drawingProperty().get();
    String name = name(file);
    recognizer.see(
        () -> PictureFile.read(file),
        first(name, file, wanted),
        first -> {
          if (pad.drawingProperty().get() == drawn && opened.get() == null) {
            opened.set(first.opened);
            puts.add(drawn, first.sight);
            show(first.sight);
          }
        },
        e -> LOG.log(Level.INFO, e, () -> "not opened again: " + file));
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return (name == null ? file : name).toString();
  }

  /** The first look at a picture; where its frame is beside it, at the whole. */
  private static LiveRecognizer.Look<First> first(
      String name, @Nullable Path file, @Nullable Aim wanted) {
    return (picture, classifier, lines) -> {
      OpenedPicture now = new OpenedPicture(name, picture, Thumbnail.of(picture, SHOWN), file);
      Aim aim = wanted != null && wanted.isIn(now.box()) ? wanted : Aim.whole(picture);
      return new First(now, Sight.of(picture, aim, name, classifier, lines));
    };
  }

  private record First(OpenedPicture opened, Sight sight) {}

  private void take(First first) {
    close();
    opened.set(first.opened);
    take(first.sight);
  }

  /** Moves the frame without reading yet. */
  void drag(Box to) {
    frame.set(to);
  }

  /** Reads what is in the frame, if it is elsewhere than before. */
  void drop() {
    Aim now = aim.get();
    Box to = frame.get();
    if (now != null && to != null) {
      ask(now.within(to));
    }
  }

  /** Says of a place what the tool says; without a tool nothing. */
  void hint(double x, double y) {
    Aim now = aim.get();
    Hint.Kind kind = tool.get();
    if (now != null && kind != null) {
      ask(now.with(new Hint(x, y, kind)));
    }
  }

  /** Without frame and hints. */
  void startOver() {
    OpenedPicture now = opened.get();
    if (now != null && aim.get() != null) {
      tool.set(null);
      ask(Aim.whole(now.picture()));
    }
  }

  /** Puts the picture away; what was read stays on the pad. */
  void close() {
    puts.clear();
    opened.set(null);
    tool.set(null);
    show(null);
  }

  private void ask(Aim next) {
    if (!next.equals(aim.get())) {
      look(next);
    }
  }

  /** With another network. */
  private void lookAgain() {
    Aim now = aim.get();
    if (now != null) {
      look(now);
    }
  }

  private void look(Aim next) {
    OpenedPicture now = opened.get();
    if (now == null) {
      return;
    }
    aim.set(next);
    frame.set(next.frame());
    reading.set(true);
    int askedIn = ++generation;
    recognizer.seeNewest(
        now.picture(),
        (picture, classifier, lines) -> Sight.of(picture, next, now.name(), classifier, lines),
        seen -> {
          if (askedIn == generation) {
            take(seen);
          }
        },
        e -> {
          if (askedIn == generation) {
            problems.fail(e);
            show(sight.get()); // as it was before
          }
        });
  }

  /** What was read in a picture before does not stand for one that is refused; strokes stay. */
  private void take(Sight seen) {
    switch (seen.outcome()) {
      case Sight.Found found -> put(found.drawing(), seen);
      case Sight.Refused _ when isPictureOnPad() -> put(new Drawing(Drawing.EMPTY.marks()), seen);
      case Sight.Refused _ -> show(seen);
    }
  }

  private void put(Drawing drawing, Sight seen) {
    puts.add(drawing, seen);
    pad.replace(drawing);
    show(seen); // nobody hears of a drawing that equals the one before
  }

  private boolean isPictureOnPad() {
    List<Mark> marks = pad.drawingProperty().get().marks();
    return marks.size() == 1 && marks.getFirst() instanceof Picture;
  }

  private void show(@Nullable Sight now) {
    generation++;
    reading.set(false);
    aim.set(now == null ? null : now.aim());
    frame.set(now == null ? null : now.aim().frame());
    sight.set(now);
  }
}
