package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.explain.FramingEffect;
import dev.inkling.image.Framing.Step;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Model;
import dev.inkling.support.Handwriting;
import dev.inkling.support.Shipped;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FramingViewModelTest {
  /** Small, and far from the middle. */
  private static final Drawing SEVEN =
      Handwriting.drawing(Handwriting.at(15, 15, 0.4, Handwriting.SEVEN));

  private final Model model = Shipped.model("inkling");
  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  private FramingViewModel framing;

  @BeforeEach
  void open() {
    framing = new FramingViewModel(subject, Subjects.READERS);
    subject.set(Subjects.of(model, SEVEN));
  }

  private FramingEffect effect() {
    return framing.effect().answerProperty().get();
  }

  @Test
  void withAllStepsItIsWhatThePadReads() {
    assertThat(effect().whole().probabilities())
        .containsExactly(subject.get().recognition().probabilities(), within(1e-5f));
    assertThat(effect().partial().probabilities())
        .containsExactly(effect().whole().probabilities(), within(1e-5f));
    assertThat(effect().whole().digit()).isEqualTo(7);
  }

  @Test
  void aStepThatIsSwitchedOffChangesTheAnswerAtOnce() {
    FramingEffect before = effect();
    framing.stepProperty(Step.CROP).set(false);
    assertThat(effect().trace().cropped().width()).isEqualTo(Drawing.SIZE);
    assertThat(effect().partial().confidence()).isLessThan(0.9f * before.whole().confidence());
    assertThat(effect().whole().probabilities())
        .containsExactly(before.whole().probabilities(), within(1e-5f));

    framing.stepProperty(Step.CROP).set(true);
    assertThat(effect().partial().probabilities())
        .containsExactly(before.whole().probabilities(), within(1e-5f));
  }

  @Test
  void whatIsSwitchedOffStaysOffForTheNextDrawing() {
    framing.stepProperty(Step.FIT).set(false);
    subject.set(Subjects.of(model, Subjects.ONE));
    assertThat(effect().trace().fitted().height()).isEqualTo(28);
    subject.set(Subjects.of(model, Drawing.EMPTY));
    assertThat(effect()).isNull();
  }
}
