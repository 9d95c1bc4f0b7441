package dev.inkling.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Classes;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Curves of what is on the pad: one for each class of the network that is shown. */
class RunCurvesTest {
  private final RunCurves curves = new RunCurves();

  private void show(List<String> names) {
    curves.show(
        new RunCurves.Saved(
            List.of(), List.of(), List.of(), names, new LayerCurves.Saved(List.of(), List.of())));
  }

  private List<String> digit() {
    return curves.digit().stream().map(series -> series.nameProperty().getValue()).toList();
  }

  @Test
  void theClassesAreThoseOfTheRunBeforeAnythingIsRead() {
    assertThat(digit()).isEqualTo(Classes.DIGITS);
    show(List.of("△", "○", "□"));
    assertThat(digit()).containsExactly("△", "○", "□");
    show(Classes.DIGITS);
    assertThat(digit()).isEqualTo(Classes.DIGITS);
  }

  @Test
  void whatIsReadIsToldByItsClass() {
    show(List.of("+", "−"));
    curves.addDigit(100, new float[] {0.25f, 0.75f}, List.of("+", "−"));
    assertThat(curves.digit()).extracting(series -> series.y(0)).containsExactly(0.25, 0.75);
    curves.clear();
    assertThat(curves.digit()).allMatch(series -> series.size() == 0);
  }

  @Test
  void ofMoreClassesThanCanBeToldApartThereAreNoCurves() {
    List<String> many = IntStream.range(0, 11).mapToObj(k -> "sign " + k).toList();
    show(many);
    curves.addDigit(100, new float[11], many);
    assertThat(curves.digit()).isEmpty();
  }
}
