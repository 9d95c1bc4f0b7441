package dev.inkling.ui.builder;

import dev.inkling.check.Finding;
import dev.inkling.check.NetworkCheck;
import dev.inkling.data.Classes;
import dev.inkling.file.AppFolders;
import dev.inkling.layer.Kind;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Setting;
import dev.inkling.model.Architecture;
import dev.inkling.model.Normalization;
import dev.inkling.model.Origin;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.training.LiveRun.State;
import dev.inkling.ui.training.NetworkShelf;
import dev.inkling.ui.training.ToBuild;
import dev.inkling.ui.training.TrainingViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * A network that is being built, layer by layer. Whatever is done becomes a {@link Draft}, which is
 * costed at once and kept; all of it can be undone. Used on the FX thread alone.
 */
public final class BuilderViewModel {
  /** What is built from nothing is called so, with a number where that is taken. */
  private static final String NAME = "my-network";

  private static final Architecture NOTHING =
      new Architecture(
          NAME, Normalization.MNIST, List.of(), new Recipe(5, 64, Optimizer.ADAM, 0.001));

  private final BuilderMemory memory;
  private final Pace pace;
  private final NetworkShelf shelf;
  private final Consumer<Architecture> trainer;
  private History<Draft> history = new History<>(new Draft(NOTHING, Draft.INPUT));
  private boolean isOpen;
  private Marks marks = Marks.NONE;
  private Compared with = Compared.ORIGIN;

  // Properties
  private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Costs> costs = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Finding>> findings =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Origin> compared = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Architecture> toTrain =
      new ReadOnlyObjectWrapper<>();

  /**
   * What the network is compared with.
   *
   * @param isOrigin whether with what it was copied from, if anything
   * @param other if it is another; null for none
   */
  private record Compared(boolean isOrigin, @Nullable Origin other) {
    static final Compared ORIGIN = new Compared(true, null);
    static final Compared NOTHING = new Compared(false, null);
  }

  /**
   * Nothing is built yet, see {@link #open}.
   *
   * @param training gets what is to be trained
   * @param trainer where runs are trained
   * @param folders where what is being built is kept
   * @param images that an epoch learns from, to say how long it takes
   */
  public BuilderViewModel(
      TrainingViewModel training,
      Background trainer,
      Background files,
      AppFolders folders,
      int images,
      Notices notices) {
    this(
        new BuilderMemory(
            folders.settings().resolve("builder.json"), files, notices.topic("what is built")),
        new Pace(
            trainer,
            training.live().stateProperty().map(state -> state == State.IDLE),
            () -> Pace.training(images)),
        training.shelf(),
        training.form()::use);
  }

  BuilderViewModel(
      BuilderMemory memory, Pace pace, NetworkShelf shelf, Consumer<Architecture> trainer) {
    this.memory = memory;
    this.pace = pace;
    this.shelf = shelf;
    this.trainer = trainer;
    show();
    shelf.renamedProperty().addListener((_, _, name) -> follow(name));
  }

  /** The network as it is now. */
  public ReadOnlyObjectProperty<Draft> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** What it costs. */
  ReadOnlyObjectProperty<Costs> costsProperty() {
    return costs.getReadOnlyProperty();
  }

  /** Seconds that an epoch takes; NaN while they are not known, see {@link #measure}. */
  ReadOnlyDoubleProperty secondsProperty() {
    return pace.secondsProperty();
  }

  /** What the network is compared with; null for nothing. */
  ReadOnlyObjectProperty<@Nullable Origin> comparedProperty() {
    return compared.getReadOnlyProperty();
  }

  /** What differs from what it is compared with. */
  Marks marks() {
    return marks;
  }

  /** Whether something was done. */
  ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Whether something was undone. */
  ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /** The networks that a person kept. */
  public NetworkShelf shelf() {
    return shelf;
  }

  /** What somebody goes to training with; null before the first time. */
  public ReadOnlyObjectProperty<@Nullable Architecture> toTrainProperty() {
    return toTrain.getReadOnlyProperty();
  }

  /** Whether no run has the machine, so that something can be measured. */
  ObservableValue<Boolean> isFree() {
    return pace.isFree();
  }

  /** The layers as the command line reads them. */
  public String text() {
    return String.join(", ", Layer.texts(draft.get().layers()));
  }

  /** What is wrong with it, and how it is mended; the first layers first. */
  ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
    return findings.getReadOnlyProperty();
  }

  /** True where it can be trained as it is. */
  boolean isPossible() {
    return findings.get().stream().noneMatch(Finding::isError);
  }

  // Commands

  /**
   * Shows what was being built at the last end of the program, once: nobody waits for it who does
   * not build.
   */
  public void open() {
    if (!isOpen) {
      isOpen = true;
      memory
          .read()
          .ifPresentOrElse(
              kept -> history = new History<>(kept), () -> shelf.whenKnown(this::nameFirst));
      show();
    }
  }

  /** The first network that is built must not be kept in the place of one that is there. */
  private void nameFirst() {
    if (!undoable.get() && draft.get().network().name().equals(NAME)) {
      history = new History<>(new Draft(NOTHING.called(shelf.freeName(NAME)), Draft.INPUT));
      show();
    }
  }

  /** Begins a network of no layers. */
  public void begin() {
    another(NOTHING.called(shelf.freeName(NAME)));
  }

  /** Builds on from a copy of a network. */
  public void copy(Architecture network) {
    copy(network, network.name());
  }

  /** The same of one that a model or a run has, which is called otherwise. */
  void copy(Architecture network, String from) {
    String name = shelf.freeName(network.name() + "-copy");
    another(network.called(name).from(Origin.of(from, network)));
  }

  /** Builds on from a copy of what somebody has on another screen. */
  public void copy(ToBuild wanted) {
    // Or it might be given a name that is taken.
    shelf.whenKnown(() -> copy(wanted.network(), wanted.from()));
  }

  /** Goes on with a network that was kept. */
  public void open(Architecture own) {
    another(own);
  }

  private void another(Architecture network) {
    open();
    with = Compared.ORIGIN;
    step(_ -> new Draft(network, Draft.INPUT));
  }

  /** Marks what differs from a network. */
  public void compareWith(Architecture other) {
    compare(new Compared(false, Origin.of(other.name(), other)));
  }

  /** Marks what differs from what it was copied from. */
  void compareWithOrigin() {
    compare(Compared.ORIGIN);
  }

  /** Marks nothing. */
  void compareWithNothing() {
    compare(Compared.NOTHING);
  }

  private void compare(Compared next) {
    with = next;
    mark();
    compared.set(reference());
  }

  private @Nullable Origin reference() {
    return with.isOrigin() ? history.present().network().origin() : with.other();
  }

  private void mark() {
    marks = Marks.between(reference(), history.present().network());
  }

  private void follow(NetworkShelf.@Nullable Renamed name) {
    if (name != null && name.from().equals(draft.get().network().name())) {
      step(now -> now.withName(name.to()));
    }
  }

  /** Why it cannot be kept under a name; nothing where it can. */
  Optional<Phrase> refusal(String name) {
    return shelf.refusal(name, draft.get().network().name());
  }

  /** Keeps it under a name, which {@link #refusal} has nothing against. */
  public void keep(String name) {
    step(now -> now.withName(name));
    shelf.keep(draft.get().network());
  }

  /** Adds a usual layer of a kind behind the one that is looked at. */
  public void add(Kind kind) {
    step(now -> now.insert(List.of(kind.newLayer())));
  }

  /**
   * Adds layers in their text form behind the one that is looked at.
   *
   * @return why they cannot be read; nothing where they are added
   */
  public Optional<Problem> add(String text) {
    try {
      List<Layer> more = Layer.list(text.replace('，', ','));
      step(now -> now.insert(more));
      return Optional.empty();
    } catch (Problem problem) {
      return Optional.of(problem);
    }
  }

  /** Looks at a layer; at the picture for {@link Draft#INPUT} or less, the last one for more. */
  public void select(int place) {
    Draft next = draft.get().select(place);
    if (next.selected() != draft.get().selected()) {
      history.look(next);
      follow();
    }
  }

  /** Takes the layer away that is looked at. */
  public void remove() {
    stepAtLayer(Draft::remove);
  }

  /** Adds another layer like the one that is looked at, right behind it. */
  public void duplicate() {
    stepAtLayer(now -> now.insert(List.of(now.layer())));
  }

  /** Moves the layer that is looked at by some places. */
  public void move(int by) {
    moveTo(draft.get().selected() + by);
  }

  /** Moves the layer that is looked at to a place. */
  public void moveTo(int place) {
    stepAtLayer(now -> now.move(place));
  }

  /**
   * Sets something in the layer that is looked at.
   *
   * @param setting one that it has
   * @param value within its limits
   */
  void set(Setting setting, double value) {
    record About(int place, String setting) {}
    Layer other = setting.with().apply(value);
    step(draft.get().replace(other), new About(draft.get().selected(), setting.key()));
  }

  /** Mends what is wrong. */
  void mend(Finding finding) {
    step(now -> now.withLayers(finding.mended()));
  }

  /** Chooses what is done to pixels before the first layer. */
  void normalize(Normalization normalization) {
    step(now -> now.withNormalization(normalization));
  }

  /** As before the last step. */
  public void undo() {
    history.undo();
    follow();
  }

  /** As before the last step was undone. */
  public void redo() {
    history.redo();
    follow();
  }

  /** Measures how long an epoch takes, where that is possible now. */
  void measure() {
    if (isPossible()) {
      pace.ask(draft.get().network(), costs.get());
    }
  }

  /** Measures nothing any more. */
  public void stopMeasuring() {
    pace.stop();
  }

  /** Goes to training with it, where it can be trained. */
  public void train() {
    if (isPossible()) {
      trainer.accept(draft.get().network());
      toTrain.set(null); // the same network again counts again
      toTrain.set(draft.get().network());
    }
  }

  private void stepAtLayer(UnaryOperator<Draft> change) {
    if (draft.get().isLayerSelected()) {
      step(change);
    }
  }

  private void step(UnaryOperator<Draft> change) {
    step(change.apply(draft.get()), null);
  }

  /** What changes nothing is no step. */
  private void step(Draft next, @Nullable Object about) {
    if (!next.equals(draft.get())) {
      history.step(next, about);
      follow();
    }
  }

  /** Shows and keeps what somebody did. */
  private void follow() {
    show();
    memory.keep(history.present());
  }

  private void show() {
    Draft now = history.present();
    boolean isOther = draft.get() == null || !now.network().equals(draft.get().network());
    if (isOther) {
      pace.forget();
      // Before who hears of the draft looks at them.
      costs.set(Costs.of(now.network()));
      findings.set(
          NetworkCheck.of(now.layers(), now.network().task().image(), Classes.DIGITS.size()));
      mark();
    }
    draft.set(now);
    compared.set(reference());
    undoable.set(history.canUndo());
    redoable.set(history.canRedo());
  }
}
