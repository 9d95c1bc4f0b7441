package dev.inkling.ui.pad;

import dev.inkling.data.DrawingStore;
import dev.inkling.file.AtomicFile;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.recognize.Reading;
import dev.inkling.recognize.Recognition;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Notices;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What a person does on the pad and what is read there. Used on the FX thread alone. */
public final class PadViewModel {
  /** Range of the brush's width, in the pad's logical pixels. */
  public static final double MIN_WIDTH = 6;

  /** The widest brush. */
  public static final double MAX_WIDTH = 40;

  private static final double WIDTH_STEP = 2;

  private final LiveRecognizer recognizer;
  private final ModelLibrary library;
  private final Background files;
  private final Notices notices;
  private final Exports exports;
  private final RecentFiles recent = new RecentFiles();
  private final HandsViewModel hands;
  private final KeepViewModel keeping;
  private final PictureListViewModel pictureList;
  private final SightViewModel sight;
  private final Notices.Topic loading;
  private final Notices.Topic pictures;
  private final Notices.Topic recognizing;

  // Properties
  private final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>(Drawing.EMPTY);
  private final ReadOnlyObjectWrapper<@Nullable Stroke> stroke = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(Reading.BLANK);
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Recognition> recognition =
      new ReadOnlyObjectWrapper<>(Recognition.BLANK);
  private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
  private final DoubleProperty brushWidth = new SimpleDoubleProperty(Stroke.DEFAULT_WIDTH);
  private final BooleanProperty welcome = new SimpleBooleanProperty();
  private final BooleanProperty eraser = new SimpleBooleanProperty();
  private final ObservableList<Entry> models = FXCollections.observableArrayList();

  /** One for all, as it hears of changes for as long as somebody holds it. */
  private final ObservableList<Entry> listedModels =
      FXCollections.unmodifiableObservableList(models);

  private final ObjectProperty<Entry> model = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Model> network = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ModelCard> card = new ReadOnlyObjectWrapper<>();

  private final Deque<Drawing> past = new ArrayDeque<>();
  private final Deque<Drawing> future = new ArrayDeque<>();

  // The stroke that is being drawn keeps the tool it was begun with.
  private final List<Point> points = new ArrayList<>();
  private double strokeWidth;
  private boolean strokeErases;
  private boolean isPressed;

  private final List<Drawing> samples = Samples.all();
  private int nextSample;

  /** Grows whenever an answer that is under way must not be shown any more. */
  private int generation;

  /** The model of the last time, which may be of no list. */
  private @Nullable Entry remembered;

  /** Where the hand was last. */
  private Point hand = new Point(0, 0);

  /** The drawing that was last sent to be read. */
  private Drawing asked = Drawing.EMPTY;

  /** The model that was asked for last; who goes back to one before another is loaded asks anew. */
  private @Nullable Entry wanted;

  /** The model that reads, to go back to when another cannot be loaded. */
  private @Nullable Entry loaded;

  /**
   * An empty pad.
   *
   * @param drawings that are kept
   * @param files opens pictures, lists models and keeps drawings
   * @param notices tell what went wrong
   */
  public PadViewModel(
      LiveRecognizer recognizer,
      ModelLibrary library,
      DrawingStore drawings,
      Background files,
      Notices notices) {
    this.recognizer = recognizer;
    this.library = library;
    this.files = files;
    this.notices = notices;
    hands = new HandsViewModel(drawings, card, files, notices.topic("hands"));
    keeping = new KeepViewModel(this, drawings, files, notices.topic("keeping"));
    exports = new Exports(files, notices.topic("drawing"));
    loading = notices.topic("models");
    pictures = notices.topic("pictures");
    pictureList = new PictureListViewModel(this, recognizer, files, pictures);
    sight = new SightViewModel(this, recognizer, pictures);
    recognizing = notices.topic("recognition");
    card.bind(network.map(now -> Objects.requireNonNull(now).card()));
    model.addListener((_, _, chosen) -> load(chosen));
  }

  /** The hands that draw on the pad. */
  public HandsViewModel hands() {
    return hands;
  }

  /** Keeps what is on the pad. */
  public KeepViewModel keeping() {
    return keeping;
  }

  /** Pictures that came several at once. */
  public PictureListViewModel pictures() {
    return pictureList;
  }

  /** The picture that was opened, and what was seen in it. */
  public SightViewModel sight() {
    return sight;
  }

  /** The pictures that were opened last. */
  RecentFiles recent() {
    return recent;
  }

  /** What is on the pad, without the stroke that is being drawn. */
  public ReadOnlyObjectProperty<Drawing> drawingProperty() {
    return drawing.getReadOnlyProperty();
  }

  /** The stroke that is being drawn, or null. */
  public ReadOnlyObjectProperty<@Nullable Stroke> strokeProperty() {
    return stroke.getReadOnlyProperty();
  }

  /** All digits that are read, {@link Reading#BLANK} when there is nothing to read. */
  public ReadOnlyObjectProperty<Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Which digit of the reading is looked at, counted from 0: the one the hand was at last. */
  public ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The digit that is looked at; {@link Recognition#BLANK} when there is nothing to read. */
  public ReadOnlyObjectProperty<Recognition> recognitionProperty() {
    return recognition.getReadOnlyProperty();
  }

  /** True when what is read is read from all that is on the pad, false while that is under way. */
  public ReadOnlyBooleanProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** True while nothing at all is on the pad. */
  public BooleanBinding emptyBinding() {
    return Bindings.createBooleanBinding(
        () -> drawing.get().isEmpty() && stroke.get() == null, drawing, stroke);
  }

  /** True when {@link #undo} has something to take back. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** True when {@link #redo} has something to bring back. */
  public ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /** Width of the brush and of the eraser. */
  public DoubleProperty brushWidthProperty() {
    return brushWidth;
  }

  /** True while the pen erases. */
  public BooleanProperty eraserProperty() {
    return eraser;
  }

  /** The models to choose from. */
  public ObservableList<Entry> models() {
    return listedModels;
  }

  /** The model that is chosen. */
  public ObjectProperty<Entry> modelProperty() {
    return model;
  }

  /** The model that reads with its weights, or null while none is loaded. */
  public ReadOnlyObjectProperty<@Nullable Model> networkProperty() {
    return network.getReadOnlyProperty();
  }

  /** The card of the model that reads, or null while none is loaded. */
  public ReadOnlyObjectProperty<@Nullable ModelCard> cardProperty() {
    return card.getReadOnlyProperty();
  }

  /** True where somebody is here for the first time, and is to be told what there is. */
  public BooleanProperty welcomeProperty() {
    return welcome;
  }

  // Commands

  /** Looks at what is kept and what reads, which may have changed elsewhere. */
  public void lookAgain() {
    keeping.lookAgain();
    hands.load();
    lookAtNetwork();
  }

  /** Reads anew with the model that reads where another program has put another in its place. */
  public void lookAtNetwork() {
    Entry reader = loaded;
    ModelCard before = card.get();
    if (reader != null && before != null && reader.equals(wanted)) {
      files.run(
          () -> ModelFolder.readCard(reader.folder()),
          now -> {
            if (!now.equals(before) && reader.equals(wanted)) {
              readAnew(reader.name());
            }
          },
          _ -> {}); // gone, or half way there: what reads goes on
    }
  }

  /** Lists the models and chooses one: the wanted one, or the first. */
  public void loadModels(String wanted) {
    Entry before = model.get() == null ? remembered : model.get();
    files.run(
        () -> listed(wanted, before),
        entries -> {
          models.setAll(entries);
          model.set(
              entries.stream()
                  .filter(entry -> entry.name().equals(wanted))
                  .findFirst()
                  .orElse(entries.isEmpty() ? null : entries.getFirst()));
          load(model.get());
          if (entries.isEmpty()) {
            loading.fail(new Problem("problem.models.none"));
          }
        },
        loading::fail);
  }

  /** Lists the models again and reads with one of them, even where its weights are new alone. */
  public void readAnew(String name) {
    wanted = null;
    loadModels(name);
  }

  /** Lists the models again; the one that reads goes on. */
  public void reloadModels() {
    loadModels(model.get() == null ? ModelLibrary.DEFAULT : model.get().name());
  }

  /** All models, and the wanted one where it is of no list, such as the epoch of a run. */
  private List<Entry> listed(String wanted, @Nullable Entry before) {
    List<Entry> entries = new ArrayList<>(library.digitReaders());
    if (before != null
        && before.name().equals(wanted)
        && entries.stream().noneMatch(entry -> entry.name().equals(wanted))
        && ModelFolder.isModel(before.folder())) {
      entries.add(before);
    }
    return entries;
  }

  /**
   * Reads with a model that need not be in the list; it is put there until the list is read again.
   */
  public void choose(Entry entry) {
    if (!models.contains(entry)) {
      models.add(entry);
    }
    model.set(entry);
  }

  private void load(@Nullable Entry chosen) {
    if (chosen == null || chosen.equals(wanted)) {
      return;
    }
    wanted = chosen;
    generation++;
    recognizer.use(
        chosen.folder(),
        read -> {
          loading.over();
          loaded = chosen;
          network.set(read);
          recognize();
        },
        e -> {
          loading.fail(e);
          if (chosen.equals(model.get())) {
            wanted = loaded;
            model.set(loaded);
          }
          recognize();
        });
  }

  /** Has what was there at the last end of the program; there is nothing to undo. */
  void restore(PadState state) {
    remembered = state.model();
    recent.restore(state.recent());
    past.clear();
    future.clear();
    show(state.drawing());
    keeping.remember(drawing.get(), state.kept());
  }

  /** Begins a stroke. */
  public void press(double x, double y) {
    points.clear();
    strokeWidth = brushWidth.get();
    strokeErases = eraser.get();
    isPressed = true;
    drag(x, y);
  }

  /** Goes on with the stroke; a place twice in a row counts once. */
  public void drag(double x, double y) {
    Point point = new Point(x, y);
    if (!isPressed) {
      return; // a picture came in between: what was begun is gone
    }
    if (!points.isEmpty() && points.getLast().equals(point)) {
      return;
    }
    points.add(point);
    hand = point;
    stroke.set(new Stroke(points, strokeWidth, strokeErases));
    recognize();
  }

  /** Ends the stroke. */
  public void release() {
    Stroke done = stroke.get();
    isPressed = false;
    if (done != null && isTap(done)) {
      stroke.set(null);
      generation++;
      recognize();
    } else if (done != null && done.erases() && drawing.get().isEmpty()) {
      stroke.set(null); // there was nothing to erase: the pad is as blank as it was
    } else if (done != null) {
      change(drawing.get().with(done));
    }
  }

  /** A dot in a number's box is no ink, it only points at the digit. */
  private boolean isTap(Stroke done) {
    Point at = done.points().getFirst();
    return done.points().size() == 1
        && !done.erases()
        && reading.get().isNumber()
        && reading.get().digits().stream().anyMatch(digit -> digit.contains(at.x(), at.y()));
  }

  /** Looks at another digit of the reading. */
  public void select(int digit) {
    Box box = reading.get().digits().get(digit).box();
    hand = new Point(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0);
    look(digit);
  }

  private void read(Reading answer) {
    reading.set(answer);
    look(answer.nearest(hand.x(), hand.y()));
  }

  private void look(int digit) {
    selected.set(digit);
    List<Reading.Digit> digits = reading.get().digits();
    recognition.set(digits.isEmpty() ? Recognition.BLANK : digits.get(digit).recognition());
  }

  private void change(Drawing next) {
    past.push(drawing.get());
    future.clear();
    show(next);
  }

  private void show(Drawing next) {
    boolean grows = next.marks().size() > drawing.get().marks().size();
    drawing.set(next);
    stroke.set(null);
    isPressed = false;
    undoable.set(!past.isEmpty());
    redoable.set(!future.isEmpty());
    if (!grows) {
      generation++;
    }
    recognize();
  }

  /** Takes the last change back. */
  public void undo() {
    if (!past.isEmpty() && stroke.get() == null) {
      future.push(drawing.get());
      show(past.pop());
    }
  }

  /** Brings the last change back that was undone. */
  public void redo() {
    if (!future.isEmpty() && stroke.get() == null) {
      past.push(drawing.get());
      show(future.pop());
    }
  }

  /** Empties the pad, which can be undone. */
  public void clear() {
    if (!drawing.get().isEmpty() && stroke.get() == null) {
      change(Drawing.EMPTY);
    }
  }

  /** Makes brush and eraser wider (above 0) or narrower by some steps. */
  public void widen(int steps) {
    brushWidth.set(Math.clamp(brushWidth.get() + steps * WIDTH_STEP, MIN_WIDTH, MAX_WIDTH));
  }

  /** Puts another drawing in place of this one, which can be undone. */
  public void replace(Drawing other) {
    change(other);
  }

  /** Draws the next of the ten sample digits in place of the drawing. */
  public void drawSample() {
    if (stroke.get() == null) {
      replace(samples.get(nextSample));
      nextSample = (nextSample + 1) % samples.size();
    }
  }

  /**
   * Does something as soon as there is a network to read a picture: at once, or, at the start, when
   * the first one has been loaded.
   */
  public void whenThereIsANetwork(Runnable action) {
    if (network.get() != null) {
      action.run();
      return;
    }
    ReadOnlyObjectProperty<@Nullable Model> property = networkProperty();
    property.addListener( // after all that follow the network itself
        new ChangeListener<>() {
          @Override
          public void changed(
              ObservableValue<? extends @Nullable Model> value,
              @Nullable Model before,
              @Nullable Model now) {
            property.removeListener(this);
            action.run();
          }
        });
  }

  /** Reads one digit that is drawn elsewhere, with the model that reads here, once there is one. */
  public void readBeside(Drawing digit, Consumer<Recognition> onRead) {
    recognizer.recognizeBeside(digit, onRead, recognizing::fail);
  }

  /**
   * Reads what is drawn as one digit with a network that is used this once, such as one that still
   * learns.
   */
  public void readOnce(Model other, Consumer<Recognition> onRead) {
    recognizer.recognizeOnce(other, asked, onRead);
  }

  /** Opens a picture and puts it in place of the drawing. */
  public void open(Path file) {
    sight.open(file);
  }

  /** Opens a file of earlier; one that is gone is no longer remembered, which is told. */
  void openRecent(Path file) {
    pictures.over();
    files.run(
        () -> Files.exists(file),
        isThere -> {
          if (isThere) {
            open(file);
          } else {
            recent.remove(file);
            pictures.fail(new Problem("problem.picture.gone", file));
          }
        },
        pictures::fail);
  }

  /** Writes a picture of the drawing, in the background. */
  void save(AtomicFile.Content picture, Path file) {
    exports.save(picture, file);
  }

  /** Says that something went well. */
  public void tell(String key, Object... arguments) {
    notices.goodNews(key, arguments);
  }

  /** Says whether there was a printer to print the drawing on. */
  void printed(boolean isPrinter) {
    exports.topic().over();
    if (isPrinter) {
      tell("pad.printed");
    } else {
      exports.topic().fail(new Problem("problem.printer.none"));
    }
  }

  /**
   * Puts a picture in place of the drawing.
   *
   * @param decoder of the picture, in the background
   * @param name what a problem calls it
   */
  public void open(Callable<BufferedImage> decoder, String name) {
    sight.open(decoder, name);
  }

  /**
   * Says that there is no picture where one was wanted.
   *
   * @param isElsewhere when only the address of one was there
   */
  void noPicture(boolean isElsewhere) {
    pictures.over();
    pictures.fail(new Problem(isElsewhere ? "problem.picture.elsewhere" : "problem.clipboard"));
  }

  private void recognize() {
    Drawing now = stroke.get() == null ? drawing.get() : drawing.get().with(stroke.get());
    asked = now;
    current.set(false);
    if (now.isEmpty()) {
      read(Reading.BLANK);
      current.set(true);
      return;
    }
    int askedIn = generation;
    recognizer.recognize(
        now,
        answer -> {
          recognizing.over();
          if (askedIn == generation) {
            read(answer);
            current.set(now == asked);
          }
        },
        recognizing::fail);
  }
}
