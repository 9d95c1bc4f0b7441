package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.DataSource;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.RemoteImages;
import dev.inkling.diagram.Spot;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.ink.Drawing;
import dev.inkling.layer.Cell;
import dev.inkling.model.Model;
import dev.inkling.model.Recipe;
import dev.inkling.model.Task;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepViewModelTest {
  @TempDir Path home;

  private final Model model = Shipped.model("lenet5-relu");
  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  private StepViewModel step;

  @BeforeEach
  void open() {
    DataSource source = new DataSource(RemoteImages.MNIST.in(home), new DrawingStore(home));
    step = new StepViewModel(subject, Subjects.AT_ONCE, source);
    subject.set(Subjects.of(model, Subjects.FOUR));
  }

  private int read() {
    return Evaluation.best(step.pass().images().getFirst().probabilities());
  }

  @Test
  void aDrawingIsWhatItIsReadAsUntilSomebodyKnowsBetter() {
    assertThat(step.foundProperty().get().asked().label()).isEqualTo(4);
    assertThat(step.answer().isRight()).isTrue();
    double right = step.pass().loss();

    step.labelProperty().set(9);

    assertThat(step.pass().loss()).isGreaterThan(right);
    assertThat(step.answer().isRight()).isFalse();
    assertThat(step.isShown()).isTrue();
  }

  @Test
  void theGradientComesBackColumnByColumnAndGoesAgain() {
    int columns = step.network().blocksProperty().get().size() + 1;
    assertThat(step.reachedProperty().get()).isGreaterThanOrEqualTo(columns);
    step.back();
    assertThat(step.reachedProperty().get()).isEqualTo(columns - 1);
    for (int i = 0; i < columns; i++) {
      step.back();
    }
    assertThat(step.reachedProperty().get()).isZero();
    step.forward();
    assertThat(step.reachedProperty().get()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Recipe.Optimizer.class)
  void itIsLearnedUntilItIsRightAndUndone(Recipe.Optimizer optimizer) {
    step.optimizerProperty().set(optimizer);
    step.labelProperty().set(9);
    double loss = step.pass().loss();

    step.untilRight();

    assertThat(read()).isEqualTo(9);
    assertThat(step.runningProperty().get()).isFalse();
    assertThat(step.before()).isNotNull();
    int steps = step.answer().now().steps();
    assertThat(steps).isPositive();
    assertThat(step.answer().losses()).hasSize(steps + 1);

    for (int i = 0; i < steps; i++) {
      step.undo();
    }
    assertThat(step.pass().loss()).isEqualTo(loss);
    assertThat(step.answer().undoable()).isZero();
  }

  @Test
  void withoutItsDataANetworkLearnsWhatInklingWrites() {
    step.imagesProperty().set(16);

    assertThat(step.pass().count()).isEqualTo(16);
    double loss = step.pass().loss();
    step.ten();
    assertThat(step.answer().now().steps()).isEqualTo(10);
    assertThat(step.pass().loss()).isLessThan(loss);

    step.shownProperty().set(15);
    assertThat(step.isShown()).isTrue();
    step.imagesProperty().set(4);
    assertThat(step.shownProperty().get()).isEqualTo(3);
    int first = step.answer().question().labels()[0];
    step.others();
    assertThat(step.answer().question().labels()[0]).isNotEqualTo(first);
  }

  @Test
  void theLossOnTheLineBeginsWhereTheNetworkIs() {
    step.labelProperty().set(9);
    assertThat(step.lineProperty().get()).as("nobody looks at it").isNull();
    step.curvesProperty().set(StepViewModel.Curves.LINE);
    StepWork.Line line = step.lineProperty().get();

    assertThat((float) line.losses()[0]).isEqualTo((float) step.pass().loss());
    assertThat(line.rates()[5]).isEqualTo(step.rateProperty().get());
    double once = line.losses()[5];
    step.step();
    assertThat(step.pass().loss()).isCloseTo(once, within(1e-4));
  }

  /** What a step makes of weights then is held against training's in OneStepTest. */
  @Test
  void smoothingDecayAndClippingAreThoseThatTheNetworkLearnedWith() {
    Recipe own =
        model
            .card()
            .recipe()
            .with(
                r -> {
                  r.labelSmoothing = 0.1;
                  r.weightDecay = 0.01;
                  r.clip = 1e-3;
                });
    Model smooth = new Model(TinyModels.with(model.card(), Task.DIGIT, own), model.weights());
    subject.set(Subjects.of(smooth, Subjects.FOUR));

    assertThat(step.pass().targets()[4]).isCloseTo(0.91f, within(1e-6f));
    float[] read = step.pass().images().getFirst().probabilities();
    assertThat(step.probability()).isCloseTo(read[4], within(1e-6));
    step.network().point(new Spot(1, new Cell(0, 3, 3)));
    Texts texts = new Texts(Locale.ENGLISH);
    StepText.Line next = new StepText(step, texts).next();
    assertThat(next.words()).startsWith("w ← w − η·(c/‖g‖·g) = ").contains(" + 0.0100·w)");
    assertThat(next.agrees()).isTrue();
  }

  @Test
  void aBlankPadHasNothingToLearnAndAnotherNetworkBeginsAnew() {
    step.labelProperty().set(9);
    step.step();
    subject.set(Subjects.of(model, Drawing.EMPTY));
    assertThat(step.foundProperty().get()).isNull();
    assertThat(step.labelProperty().get()).isNull();
    step.step(); // nothing happens

    subject.set(Subjects.of(TinyModels.untrained("tiny"), Subjects.ONE));
    assertThat(step.answer().now().steps()).isZero();
    assertThat(step.isShown()).isTrue();
  }
}
