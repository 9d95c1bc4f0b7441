package dev.inkling.ui.hand;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Fingerprint;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.file.AtomicFile;
import dev.inkling.model.HandNetworks;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelCard.Tuned;
import dev.inkling.recognize.Recognition;
import dev.inkling.train.HandTraining;
import dev.inkling.train.HandTraining.Learned;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.HandsViewModel.Learning;
import dev.inkling.ui.pad.PadViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Has a copy of a network learn the hand that draws, and shows what that brings before anything
 * reads with it. Used on the FX thread alone.
 */
public final class LearningViewModel {
  private final PadViewModel pad;
  private final HandsViewModel hands;
  private final DataSource source;
  private final HandNetworks networks;
  private final Background learner;
  private final Background files;
  private final Background comparer;
  private final Notices.Topic topic;
  private final Exports exports;

  // Properties
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ModelCard> known = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();

  /** What learns at present; null while it is still prepared, or nothing learns. */
  private @Nullable HandTraining training;

  /** Whether it shall end before it has begun. */
  private boolean isStopped;

  /** Whether something was done already that learning needs. */
  private boolean isPrepared;

  /** Whether the weights of the moment read the pad just now. */
  private boolean isLooking;

  /** How it stands. */
  public enum State {
    /** Nothing is learned at the moment. */
    IDLE,
    /** A copy learns. */
    LEARNING,
    /** A copy has learned, and nobody said yet whether it shall be used. */
    LEARNED,
    /** The copy is used. */
    USED
  }

  /**
   * What was learned.
   *
   * @param hand whose drawings were learned from
   * @param from name of the network as it was before
   */
  public record Outcome(NamedHand hand, String from, Learned learned) {}

  LearningViewModel(
      PadViewModel pad,
      DataSource source,
      HandNetworks networks,
      Background learner,
      Background files,
      Notices.Topic topic) {
    this.pad = pad;
    this.source = source;
    this.networks = networks;
    this.learner = learner;
    this.files = files;
    this.topic = topic;
    exports = new Exports(files, topic);
    hands = pad.hands();
    comparer = files.newestOnly();
    hands.chosenProperty().addListener((_, _, hand) -> look(hand));
    hands.drawnProperty().addListener((_, _, _) -> compare());
    known.addListener((_, _, _) -> compare());
    pad.cardProperty().addListener((_, _, _) -> look(hands.chosenProperty().get()));
  }

  /** How it stands. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What was learned last, until it is thrown away; null before. */
  public ReadOnlyObjectProperty<@Nullable Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** The card of the model that has learned the hand that draws; null while none has. */
  public ReadOnlyObjectProperty<@Nullable ModelCard> knownProperty() {
    return known.getReadOnlyProperty();
  }

  /** Whether the drawings of the hand are others than what it was learned from. */
  public ReadOnlyBooleanProperty outdatedProperty() {
    return outdated.getReadOnlyProperty();
  }

  private void compare() {
    ModelCard card = known.get();
    Tuned tuned = card == null ? null : card.tuned();
    List<Kept> drawn = hands.drawnProperty().get();
    if (tuned == null) {
      outdated.set(hands.chosenProperty().get().network() != null); // which is damaged
    } else if (tuned.fingerprint() == null || tuned.drawings() != drawn.size()) {
      outdated.set(tuned.drawings() != drawn.size());
    } else {
      comparer.run(
          () -> !Fingerprint.of(drawn).equals(tuned.fingerprint()),
          isOther -> {
            if (drawn.equals(hands.drawnProperty().get()) && card.equals(known.get())) {
              outdated.set(isOther);
            }
          },
          topic::fail);
    }
  }

  /** How many drawings of the hand came since it was learned. */
  public int unlearned() {
    Tuned tuned = known.get() == null ? null : known.get().tuned();
    int drawn = hands.drawnProperty().get().size();
    return Math.max(0, drawn - (tuned == null ? 0 : tuned.drawings()));
  }

  /** Which model the hand that draws has may have changed. */
  private void look(NamedHand hand) {
    Outcome shown = outcome.get();
    if (state.get() == State.USED && shown != null && !shown.hand.is(hand.name())) {
      forget();
    }
    files.run(
        () -> networks.card(hand),
        card -> known.set(card.orElse(null)),
        e -> {
          known.set(null);
          topic.fail(e);
        });
  }

  // Commands

  /** Looks what was learned of the hand that draws: the screen came into view. */
  void show() {
    look(hands.chosenProperty().get());
  }

  /**
   * Gets ready to learn while somebody still writes, so that learning takes less time then. What
   * goes wrong here goes wrong again there, and is said there.
   */
  void prepare() {
    Model reader = pad.networkProperty().get();
    if (!isPrepared && reader != null && state.get() != State.LEARNING) {
      isPrepared = true;
      learner.run(
          Executors.callable(() -> HandTraining.prepare(networks.base(reader), mnist())),
          _ -> {},
          _ -> isPrepared = false);
    }
  }

  /** Learns all drawings of the hand that draws. */
  public void learn() {
    List<Kept> own = hands.drawnProperty().get();
    Model reader = pad.networkProperty().get();
    if (state.get() == State.LEARNING || own.isEmpty() || reader == null) {
      return;
    }
    NamedHand hand = hands.chosenProperty().get();
    topic.over();
    outcome.set(null);
    isStopped = false;
    isLooking = false;
    state.set(State.LEARNING);
    hands.learningProperty().set(new Learning(0, null));
    learner.run(() -> learned(hand, own, reader), this::show, this::fail);
  }

  /** In the background. */
  private Optional<Outcome> learned(NamedHand hand, List<Kept> own, Model reader) {
    Model from = networks.base(reader);
    HandTraining.Task task =
        new HandTraining.Task(from, own, mnist(), networks.name(hand), hand.name());
    Watcher watcher = new Watcher(learner.fx());
    HandTraining next = new HandTraining(task, watcher);
    learner.fx().execute(() -> begin(next));
    return next.run().map(learned -> new Outcome(hand, from.card().name(), learned));
  }

  private @Nullable DataSet mnist() {
    return source.isHere(DataSource.MNIST)
        ? source.load(DataSource.MNIST, (file, bytes, total) -> {})
        : null;
  }

  private void begin(HandTraining next) {
    training = next;
    if (isStopped) {
      next.stop();
    }
  }

  /** Hears the learning on its thread and tells it here. */
  private final class Watcher implements HandTraining.Listener {
    private final Executor fx;

    Watcher(Executor fx) {
      this.fx = fx;
    }

    @Override
    public void onProgress(double part) {
      fx.execute(() -> goOn(part));
    }

    @Override
    public void onWeights(Model model) {
      fx.execute(() -> pad.readOnce(model, LearningViewModel.this::read));
    }
  }

  private void goOn(double part) {
    Learning before = hands.learningProperty().get();
    if (before == null) {
      return;
    }
    hands.learningProperty().set(new Learning(part, before.now()));
    boolean isDrawn = !pad.drawingProperty().get().isEmpty();
    if (isDrawn && !isLooking && training != null) {
      isLooking = true;
      training.askForWeights();
    }
  }

  private void read(Recognition now) {
    isLooking = false;
    Learning before = hands.learningProperty().get();
    if (before != null) {
      hands.learningProperty().set(new Learning(before.part(), now));
    }
  }

  private void show(Optional<Outcome> what) {
    end();
    outcome.set(what.orElse(null));
    state.set(what.isPresent() ? State.LEARNED : State.IDLE);
  }

  private void fail(Throwable e) {
    end();
    state.set(State.IDLE);
    topic.fail(e);
  }

  private void end() {
    training = null;
    hands.learningProperty().set(null);
  }

  /** Ends the learning; nothing comes of it. */
  public void stop() {
    isStopped = true;
    if (training != null) {
      training.stop();
    }
  }

  /** Has what was learned read on the pad, from now on and wherever networks are chosen. */
  public void use() {
    Outcome what = outcome.get();
    if (state.get() != State.LEARNED || what == null) {
      return;
    }
    topic.over();
    NamedHand hand = what.hand;
    files.run(
        () -> networks.use(hand, what.learned.model()),
        name -> {
          state.set(State.USED);
          hands.load();
          // Another hand may draw by now: what is undone is what stands on the page.
          NamedHand draws = hands.chosenProperty().get();
          look(draws.is(hand.name()) ? hand.with(name) : draws);
          pad.readAnew(name);
        },
        topic::fail);
  }

  /** Throws away what was learned, which nobody used. */
  public void discard() {
    if (state.get() == State.LEARNED) {
      forget();
    }
  }

  private void forget() {
    outcome.set(null);
    state.set(State.IDLE);
  }

  /** Takes back what was learned of the hand that draws last; what was before reads again. */
  public void undo() {
    NamedHand hand = hands.chosenProperty().get();
    if (hand.network() == null || state.get() == State.LEARNING) {
      return;
    }
    topic.over();
    files.run(
        () -> networks.undo(hand),
        before -> {
          forget();
          hands.load();
          look(hand);
          pad.readAnew(before);
        },
        topic::fail);
  }

  /** Writes a picture of a chart, in the background. */
  void save(AtomicFile.Content picture, Path file) {
    exports.save(picture, file);
  }
}
