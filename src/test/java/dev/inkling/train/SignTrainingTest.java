package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Kept;
import dev.inkling.evaluate.Predictions;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import dev.inkling.support.Problems;
import dev.inkling.support.Shipped;
import dev.inkling.support.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignTrainingTest {
  private static List<Kept> drawn(int times) {
    List<Kept> drawn = new ArrayList<>();
    for (int i = 0; i < 3 * times; i++) {
      drawn.add(Kept.of(Signs.draw(i % 3, i / 3), i % 3, null, null));
    }
    return drawn;
  }

  private static SignTraining training(List<Kept> drawings) {
    return new SignTraining(
        new SignTraining.Task(
            Shipped.model("inkling"), drawings, Signs.NAMES, "Shapes-signs", "collection:Shapes"),
        _ -> {});
  }

  @Test
  void aFewDrawingsOfEachSignAreEnoughToReadOthers() {
    Model learned = training(drawn(6)).learn().orElseThrow();
    assertThat(learned.card().classes()).isEqualTo(Signs.NAMES);
    assertThat(learned.card().name()).isEqualTo("Shapes-signs");
    try (Classifier classifier = new Classifier(learned)) {
      List<Drawing> others =
          IntStream.range(0, 60).mapToObj(i -> Signs.draw(i % 3, 100 + i)).toList();
      List<Recognition> read = Recognizer.recognize(others, classifier);
      long right =
          IntStream.range(0, read.size()).filter(i -> read.get(i).digit() == i % 3).count();
      assertThat(right).isGreaterThanOrEqualTo(57);
    }
  }

  @Test
  void eachDrawingIsJudgedByWhatLearnedFromOthers() {
    List<Kept> drawings = drawn(6);
    drawings.set(4, drawings.get(4).labeled(2)); // a slip, which all others contradict
    Predictions judged = training(drawings).judge().orElseThrow();
    assertThat(judged.count()).isEqualTo(18);
    assertThat(judged.predicted(4)).isEqualTo(1);
    assertThat(IntStream.range(0, 18).filter(judged::isRight).count()).isGreaterThanOrEqualTo(15);
  }

  /** Then there are no others to learn from: they are read as before anything was learned. */
  @Test
  void oneDrawingOfEachSignIsJudgedToo() {
    assertThat(training(drawn(1)).judge().orElseThrow().count()).isEqualTo(3);
  }

  @Test
  void aSignThatNobodyDrewIsNamed() {
    List<Kept> two = drawn(6).stream().filter(kept -> kept.label() < 2).toList();
    assertThat(Problems.keyOf(() -> training(two))).isEqualTo("problem.signs.undrawn");
  }

  @Test
  void whoStopsItGetsNothing() {
    SignTraining training = training(drawn(2));
    training.stop();
    assertThat(training.learn()).isEmpty();
  }
}
