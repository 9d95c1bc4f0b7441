package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.explain.Robustness.Sweep;
import dev.inkling.explain.Robustness.Version;
import dev.inkling.explain.Variation;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Model;
import dev.inkling.support.Shipped;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class SureViewModelTest {
  private final Model model = Shipped.model("inkling");
  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  private final List<Drawing> onPad = new ArrayList<>();

  @Test
  void aVersionThatIsPutOnThePadIsReadThereAsItWasHere() {
    SureViewModel sure = new SureViewModel(subject, Subjects.READERS, onPad::add);
    subject.set(Subjects.of(model, Subjects.FOUR));
    Sweep sweep =
        sure.robustness().answerProperty().get().sweeps().get(Variation.ROTATION.ordinal());
    Version turned = sweep.versions().getFirst();

    sure.putOnPad(turned);

    assertThat(onPad).containsExactly(turned.drawing());
    assertThat(Subjects.of(model, onPad.getFirst()).recognition().probabilities())
        .containsExactly(turned.recognition().probabilities(), within(1e-5f));
  }

  @Test
  void thePagesWordsSayHowFarTheAnswerHolds() {
    assertThat(VersionWords.amount(Variation.ROTATION, -45)).isEqualTo("−45°");
    assertThat(VersionWords.amount(Variation.ROTATION, 0)).isEqualTo("0°");
    assertThat(VersionWords.amount(Variation.SCALE, 1.5)).isEqualTo("1.5×");
    assertThat(VersionWords.amount(Variation.SHIFT_X, 8)).isEqualTo("+8");
  }
}
