package dev.inkling.ui.inside;

import dev.inkling.data.DataSource;
import dev.inkling.explain.BackwardPass;
import dev.inkling.explain.ForwardPass;
import dev.inkling.explain.Lesson;
import dev.inkling.model.Recipe;
import dev.inkling.recognize.Recognition;
import dev.inkling.text.Problem;
import dev.inkling.ui.inside.StepWork.Asked;
import dev.inkling.ui.inside.StepWork.Deed;
import dev.inkling.ui.inside.StepWork.Found;
import dev.inkling.ui.inside.StepWork.Line;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Newest;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * One step of learning at a time, on a copy of the network that is looked at: forward, back, and
 * what the step makes of the weights. Used on the FX thread alone.
 */
final class StepViewModel {
  /** Images of a batch at most. */
  static final int MOST = 32;

  /** Steps that are made at most until the answer is right. */
  private static final int PATIENCE = 200;

  private static final int TEN = 10;

  private final ObservableValue<Subject> subject;
  private final Background worker;
  private final StepWork work;
  private final Newest<Asked, Found> looks;
  private final Newest<Asked, Line> lines;
  private final NetworkViewModel network = new NetworkViewModel();

  // Properties
  private final ObjectProperty<Integer> label = new SimpleObjectProperty<>();
  private final IntegerProperty images = new SimpleIntegerProperty();
  private final IntegerProperty shown = new SimpleIntegerProperty();
  private final ObjectProperty<Recipe.Optimizer> optimizer =
      new SimpleObjectProperty<>(Recipe.Optimizer.SGD);
  private final DoubleProperty rate = new SimpleDoubleProperty(rate(Recipe.Optimizer.SGD));
  private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Curves> curves = new SimpleObjectProperty<>(Curves.PATH);
  private final ReadOnlyObjectWrapper<@Nullable Line> line = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper reached = new ReadOnlyIntegerWrapper(Integer.MAX_VALUE);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty weight = new SimpleIntegerProperty();

  /** What a curve of losses goes over. */
  enum Curves {
    /** The steps so far. */
    PATH,
    /** Rates that the next step could have. */
    LINE
  }

  private int first;

  /** Steps that are still to be made, and whether a right answer ends them. */
  private int left;

  private boolean isUntilRight;

  /**
   * Nothing is learned yet.
   *
   * @param source of the images that networks learned from
   */
  StepViewModel(ObservableValue<Subject> subject, Background worker, DataSource source) {
    this.subject = subject;
    this.worker = worker;
    work = new StepWork(source);
    looks = new Newest<>(worker, asked -> work.apply(asked, Deed.LOOK), this::hear, this::fail);
    lines = new Newest<>(worker, work::line, line::set, this::fail);
    subject.subscribe(_ -> look());
    label.addListener(_ -> look());
    images.addListener(_ -> look());
    rate.addListener(_ -> look());
    optimizer.addListener((_, _, now) -> rate.set(rate(now)));
    optimizer.addListener(_ -> look());
    shown.addListener(_ -> showImage());
    curves.addListener(_ -> askForLine());
    network.spotProperty().subscribe(_ -> weight.set(0));
  }

  /** A rate at which a step is seen and does no harm. */
  private static double rate(Recipe.Optimizer of) {
    return switch (of) {
      case SGD -> 0.01;
      case MOMENTUM -> 0.003;
      case ADAM, ADAMW -> 0.0003;
    };
  }

  private @Nullable Asked asked() {
    Subject now = subject.getValue();
    if (now == null || (images.get() == 0 && now.recognition().isBlank())) {
      return null;
    }
    Integer chosen = label.get();
    int classes = now.model().card().classes().size();
    boolean isChosen = chosen != null && chosen < classes;
    int own = now.recognition().isBlank() ? 0 : now.recognition().digit();
    return new Asked(
        now, isChosen ? chosen : own, images.get(), first, optimizer.get(), rate.get());
  }

  private void look() {
    Asked now = asked();
    if (now == null) {
      looks.forget();
      lines.forget();
      found.set(null);
      line.set(null);
      label.set(null); // the next drawing may be another digit
    } else {
      looks.ask(now);
    }
  }

  private void hear(Found now) {
    failure.set(null);
    found.set(now);
    shown.set(Math.min(shown.get(), now.answer().pass().count() - 1));
    showImage();
    boolean isDone = left == 0 || (isUntilRight && now.answer().isRight());
    if (isDone) {
      left = 0;
      running.set(false);
      askForLine();
    } else {
      left--;
      take(Deed.STEP);
    }
  }

  /** Takes as long as a few steps, which who does not look at it need not wait for. */
  private void askForLine() {
    if (found.get() != null && curves.get() == Curves.LINE) {
      lines.ask(found.get().asked());
    } else {
      lines.forget();
      line.set(null);
    }
  }

  private void fail(Throwable e) {
    left = 0;
    running.set(false);
    found.set(null);
    failure.set(Problem.of(e));
  }

  private void showImage() {
    Found now = found.get();
    if (now == null) {
      return;
    }
    ForwardPass pass = pass().images().get(shown.get());
    Subject own = now.asked().subject();
    Recognition read =
        new Recognition(
            now.answer().question().images().get(shown.get()),
            pass.probabilities(),
            true,
            own.model().card().classes());
    network.show(new Seen(new Subject(own.model(), own.drawing(), read), pass));
  }

  /** The network as a picture, and the value that is looked at. */
  NetworkViewModel network() {
    return network;
  }

  /** Where the copy stands, or null while there is nothing to learn. */
  ReadOnlyObjectProperty<@Nullable Found> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Whether the picture shows what was found: they change one after the other. */
  boolean isShown() {
    Seen seen = network.seenProperty().get();
    return found.get() != null
        && seen != null
        && shown.get() < pass().count()
        && seen.pass() == pass().images().get(shown.get());
  }

  /** Forward and back; only where something is found. */
  BackwardPass pass() {
    return found.get().answer().pass();
  }

  /** Which of the two curves is shown. */
  ObjectProperty<Curves> curvesProperty() {
    return curves;
  }

  /** What the loss would be with other rates, while that is shown; or null. */
  ReadOnlyObjectProperty<@Nullable Line> lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** Why there is nothing to see, or null. */
  ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The class that the drawing is, counted from 0; null for the one that is read. */
  ObjectProperty<Integer> labelProperty() {
    return label;
  }

  /** How many images of the network's data are learned at once; 0 for the drawing. */
  IntegerProperty imagesProperty() {
    return images;
  }

  /** Which image of the batch is shown, counted from 0. */
  IntegerProperty shownProperty() {
    return shown;
  }

  /** What steps. */
  ObjectProperty<Recipe.Optimizer> optimizerProperty() {
    return optimizer;
  }

  /** The rate of learning. */
  DoubleProperty rateProperty() {
    return rate;
  }

  /** The first column that the gradient has come back to; beyond the last while it has not. */
  ReadOnlyIntegerProperty reachedProperty() {
    return reached.getReadOnlyProperty();
  }

  /** Whether several steps are being made. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Which of the weights is looked at that the value's filter or unit has, counted from 0. */
  IntegerProperty weightProperty() {
    return weight;
  }

  // Commands

  /** Lets the gradient come back by one column. */
  void back() {
    int columns = network.blocksProperty().get().size() + 1;
    reached.set(Math.max(0, Math.min(reached.get(), columns) - 1));
  }

  /** Takes that back. */
  void forward() {
    int columns = network.blocksProperty().get().size() + 1;
    reached.set(Math.min(reached.get(), columns - 1) + 1);
  }

  /** Learns once. */
  void step() {
    take(Deed.STEP);
  }

  /** Learns ten times. */
  void ten() {
    begin(TEN, false);
  }

  /** Learns until every image is read right, or for as long as one can wait. */
  void untilRight() {
    Found now = found.get();
    if (now != null && !now.answer().isRight()) {
      begin(PATIENCE, true);
    }
  }

  private void begin(int steps, boolean untilRight) {
    left = steps - 1;
    isUntilRight = untilRight;
    running.set(true);
    take(Deed.STEP);
  }

  /** Makes no more steps. */
  void stop() {
    left = 0;
  }

  /** Takes the last step back. */
  void undo() {
    take(Deed.UNDO);
  }

  /** Takes the network as it was. */
  void restart() {
    left = 0;
    take(Deed.RESTART);
  }

  /** Takes other images. */
  void others() {
    first += Math.max(1, images.get());
    look();
  }

  private void take(Deed deed) {
    Asked now = asked();
    if (now != null) {
      worker.run(() -> work.apply(now, deed), this::hear, this::fail);
    }
  }

  /** What the shown image's own class has, as training computes it: without a temperature. */
  double probability() {
    int own = answer().question().labels()[shown.get()];
    float target = pass().targets()[shown.get() * classes() + own];
    return pass().ofOutput(shown.get(), own) * pass().count() + target;
  }

  private int classes() {
    return pass().model().card().classes().size();
  }

  /** Probabilities of the shown image before the last step, or null. */
  float @Nullable [] before() {
    List<float[]> before = found.get().answer().before();
    return before == null ? null : before.get(shown.get());
  }

  /** Where the copy stands. */
  Lesson.Answer answer() {
    return found.get().answer();
  }
}
