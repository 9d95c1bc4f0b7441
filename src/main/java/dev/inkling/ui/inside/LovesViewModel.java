package dev.inkling.ui.inside;

import dev.inkling.diagram.Block;
import dev.inkling.explain.Ascent;
import dev.inkling.explain.Ascent.Dream;
import dev.inkling.explain.Ascent.Question;
import dev.inkling.explain.Sensitivity;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import dev.inkling.recognize.Recognition;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Newest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that make the values of a layer largest, step by step: for each class, or for each
 * of its maps. Used on the FX thread alone.
 */
final class LovesViewModel {
  /** Pictures that grow at once. */
  static final int TILES = 20;

  private final ObservableValue<Subject> subject;
  private final ObservableValue<Boolean> isSeen;
  private final Slopes slopes;
  private final Newest<Asked, Grown> steps;

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable Model> model = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Block> columns = FXCollections.observableArrayList();
  private final ObjectProperty<Block> column = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Cell> place = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper first = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<Start> start = new SimpleObjectProperty<>(Start.GRAIN);
  private final BooleanProperty regular = new SimpleBooleanProperty(true);
  private final IntegerProperty chosen = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<@Nullable Dream> dream = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>();

  /** What is asked now: answers to all else are too late. */
  private @Nullable Question question;

  /** The pictures after each step so far. */
  private final List<List<GreyImage>> growth = new ArrayList<>();

  /** False while several things change that belong together. */
  private boolean isListening = true;

  /** What the pictures begin as. */
  enum Start {
    GRAIN,
    DRAWING
  }

  /** A step is asked for; the first without pictures. */
  private record Asked(Model model, Question question, @Nullable Dream before) {}

  private record Grown(Asked asked, Dream dream) {}

  /**
   * No pictures yet.
   *
   * @param isSeen whether the page is shown; while it is not, nothing grows
   */
  LovesViewModel(
      ObservableValue<Subject> subject, ObservableValue<Boolean> isSeen, Readers readers) {
    this.subject = subject;
    this.isSeen = isSeen;
    slopes = readers.slopes();
    steps = new Newest<>(readers.worker(), this::step, this::hear, this::fail);
    subject.subscribe(_ -> look());
    isSeen.subscribe(_ -> goOn());
    column.addListener(_ -> choose(0, null));
    start.addListener(_ -> begin());
    regular.addListener(_ -> begin());
  }

  private Grown step(Asked asked) {
    Sensitivity network = slopes.of(asked.model);
    Dream before = asked.before;
    return new Grown(
        asked,
        before == null ? Ascent.begin(asked.question, network) : Ascent.next(before, network));
  }

  private void look() {
    Subject now = subject.getValue();
    if (now == null) {
      return;
    }
    if (now.model() != model.get()) {
      use(now.model());
    } else if (start.get() == Start.DRAWING) {
      begin();
    }
  }

  /** Another network has other layers; what it tells apart comes first. */
  private void use(Model now) {
    dream.set(null); // never pictures of one network with the layers of another
    model.set(now);
    isListening = false;
    columns.setAll(Block.of(Stage.of(now.card().parsedLayers()), false));
    column.set(columns.getLast());
    isListening = true;
    Recognition read = subject.getValue().recognition();
    choose(read.isBlank() ? 0 : read.digit(), null);
  }

  private void choose(int channel, @Nullable Cell value) {
    if (isListening) {
      place.set(value);
      chosen.set(channel);
      first.set(channel / TILES * TILES);
      begin();
    }
  }

  private void begin() {
    Model now = model.get();
    Block of = column.get();
    steps.forget();
    failure.set(null);
    question = null;
    growth.clear();
    dream.set(null);
    running.set(false);
    if (now != null && of != null && isListening) {
      question =
          new Question(
              of.beforeActivation(),
              place.get(),
              first.get(),
              Math.min(TILES, channels() - first.get()),
              drawing(),
              regular.get());
      running.set(true);
      goOn();
    }
  }

  private @Nullable GreyImage drawing() {
    Subject now = subject.getValue();
    boolean isThere = start.get() == Start.DRAWING && !now.recognition().isBlank();
    return isThere ? now.recognition().framed() : null;
  }

  private void goOn() {
    Question now = question;
    if (now != null && running.get() && isSeen.getValue()) {
      steps.ask(new Asked(Objects.requireNonNull(model.get()), now, dream.get()));
    }
  }

  private void hear(Grown grown) {
    if (grown.asked.question != question || grown.asked.before != dream.get()) {
      return; // too late
    }
    growth.add(grown.dream.pictures());
    dream.set(grown.dream);
    if (grown.dream.steps() >= Ascent.STEPS) {
      running.set(false);
    }
    goOn();
  }

  private void fail(Throwable e) {
    running.set(false);
    failure.set(Problem.of(e));
  }

  /** The network that is looked at; null while there is none. */
  ReadOnlyObjectProperty<@Nullable Model> modelProperty() {
    return model.getReadOnlyProperty();
  }

  /** Its layers, as the picture of the network has columns. */
  ObservableList<Block> columns() {
    return columns;
  }

  /** The layer whose values are to be large; null while there is no network. */
  ObjectProperty<Block> columnProperty() {
    return column;
  }

  /** The value of each map that is to be large, whatever its channel; null for all of the map. */
  ReadOnlyObjectProperty<@Nullable Cell> placeProperty() {
    return place;
  }

  /** How many maps or units the layer has. */
  int channels() {
    Block of = column.get();
    return of == null ? 0 : of.size().channels();
  }

  /** Whether these are the classes. */
  boolean areClasses() {
    return !columns.isEmpty() && column.get() == columns.getLast();
  }

  /** The first of the channels that are shown, counted from 0. */
  ReadOnlyIntegerProperty firstProperty() {
    return first.getReadOnlyProperty();
  }

  /** What the pictures begin as; grain on a blank pad. */
  ObjectProperty<Start> startProperty() {
    return start;
  }

  /** Whether ink fades and slopes are blurred. */
  BooleanProperty regularProperty() {
    return regular;
  }

  /** The channel whose picture is shown large, counted from 0. */
  IntegerProperty chosenProperty() {
    return chosen;
  }

  /** The pictures as they are now, or null. */
  ReadOnlyObjectProperty<@Nullable Dream> dreamProperty() {
    return dream.getReadOnlyProperty();
  }

  /** The pictures before the first step, and after each so far. */
  List<List<GreyImage>> growth() {
    return List.copyOf(growth);
  }

  /** Whether they go on growing. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Why there are none, or null. */
  ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  // Commands

  /** Asks for a value of a layer. */
  void want(Block of, Cell value) {
    Subject now = subject.getValue();
    if (now != null && now.model() != model.get()) {
      use(now.model());
    }
    for (Block each : columns) {
      if (each.first() <= of.first() && of.first() <= each.last()) {
        isListening = false;
        column.set(each);
        isListening = true;
        boolean isMap = each.size().height() * each.size().width() > 1;
        choose(value.channel(), isMap ? value : null);
      }
    }
  }

  /** Asks for the whole of each map in place of one value. */
  void wantMaps() {
    choose(chosen.get(), null);
  }

  /** Shows other channels. */
  void page(int by) {
    choose(Math.clamp(first.get() + (long) by * TILES, 0, channels() - 1), place.get());
  }

  /** Lets the pictures stand still, go on, or begin anew where they are done. */
  void stopOrGoOn() {
    Dream now = dream.get();
    if (running.get()) {
      running.set(false);
    } else if (now == null || now.steps() >= Ascent.STEPS) {
      begin();
    } else {
      running.set(true);
      goOn();
    }
  }
}
