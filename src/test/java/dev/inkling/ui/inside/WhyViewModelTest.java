package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.ink.Drawing;
import dev.inkling.model.Model;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.inside.WhyViewModel.Reasons;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhyViewModelTest {
  private final Model model = Shipped.model("inkling");
  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  private WhyViewModel why;

  @BeforeEach
  void open() {
    why = new WhyViewModel(subject, Subjects.READERS);
    subject.set(Subjects.of(model, Subjects.FOUR));
  }

  @Test
  void theAnswerIsExplainedUntilAnotherDigitIsChosen() {
    assertThat(why.digitProperty().getValue()).isEqualTo(4);
    why.chosenProperty().set(9);
    assertThat(why.digitProperty().getValue()).isEqualTo(9);

    subject.set(Subjects.of(model, Subjects.ONE));
    assertThat(why.digitProperty().getValue()).isEqualTo(9);
    why.chosenProperty().set(null);
    assertThat(why.digitProperty().getValue()).isEqualTo(1);
  }

  @Test
  void everyStrokeAndEveryPixelIsAccountedFor() {
    Reasons reasons = why.reasons().answerProperty().get();
    assertThat(reasons.effects().without()).hasSize(2);
    assertThat(reasons.effects().raises(0, 4)).isGreaterThan(0.5f);
    assertThat(reasons.occlusion().strongest(4)).isPositive();
    assertThat(reasons.occlusion().strongest(9)).isPositive();
  }

  @Test
  void theSamePixelsAreAskedAboutInSeveralWays() {
    for (Evidence each : Evidence.values()) {
      assertThat(why.evidence(each)).as(each.name()).hasSize(784);
    }
    Reasons reasons = why.reasons().answerProperty().get();
    assertThat(reasons.saliency().cams()).hasSize(5);
    why.convProperty().set(0);
    assertThat(why.evidence(Evidence.CAM))
        .isEqualTo(reasons.saliency().cams().getFirst().onPicture(4));
    why.convProperty().set(7); // of a network with more of them
    assertThat(why.evidence(Evidence.CAM))
        .isEqualTo(reasons.saliency().cams().getLast().onPicture(4));

    subject.set(Subjects.of(TinyModels.ofClasses("signs", List.of("△", "○")), Subjects.FOUR));
    why.chosenProperty().set(1);
    assertThat(why.evidence(Evidence.CAM)).isNull();
    assertThat(why.evidence(Evidence.GUIDED)).isEqualTo(why.evidence(Evidence.GRADIENT));
    assertThat(why.reasons().answerProperty().get().name(1)).isEqualTo("○");
  }

  @Test
  void withoutInkThereIsNoDigitToExplain() {
    why.chosenProperty().set(9);
    subject.set(Subjects.of(model, Drawing.EMPTY));
    assertThat(why.reasons().answerProperty().get()).isNull();
    assertThat(why.digitProperty().getValue()).isNull();
  }
}
