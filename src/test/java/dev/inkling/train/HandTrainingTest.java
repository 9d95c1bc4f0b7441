package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Kept;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.BeforeAfter;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelCard.Tuned;
import dev.inkling.model.OwnStrokes;
import dev.inkling.recognize.Recognizer;
import dev.inkling.support.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HandTrainingTest {
  /** A 4 that nobody else would take for one: like a Γ, to the left and down. */
  private static Kept ownFour(SplittableRandom random) {
    double lean = random.nextDouble(-12, 12);
    List<Point> points = new ArrayList<>();
    double[][] corners = {{185, 60 + lean / 2}, {100 + lean, 60}, {100, 230}};
    for (int k = 1; k < corners.length; k++) {
      for (int i = 0; i < 8; i++) {
        double t = i / 8.0;
        points.add(
            new Point(
                corners[k - 1][0] + t * (corners[k][0] - corners[k - 1][0]),
                corners[k - 1][1] + t * (corners[k][1] - corners[k - 1][1])));
      }
    }
    List<Mark> marks = List.of(new Stroke(points, Stroke.DEFAULT_WIDTH, false));
    return Kept.of(new Drawing(marks), 4, null, null).by("Zoe");
  }

  private static Stroke small(Kept drawn, double left) {
    List<Point> points =
        drawn.strokes().getFirst().points().stream()
            .map(p -> new Point(left + 0.9 * (p.x() - 90), 40 + 0.8 * p.y()))
            .toList();
    return new Stroke(points, 12, false);
  }

  private static List<Kept> hand(SplittableRandom random) {
    List<Kept> own = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int digit = i % 10;
      own.add(
          digit == 4
              ? ownFour(random)
              : Kept.of(Synthetic.drawing(digit, random), digit, null, null).by("Zoe"));
    }
    return own;
  }

  private static long right(Model model, List<Kept> drawings) {
    try (Classifier classifier = new Classifier(model)) {
      return drawings.stream()
          .filter(kept -> Recognizer.recognize(kept.drawing(), classifier).digit() == kept.label())
          .count();
    }
  }

  @Test
  void aSignThatWasMisreadIsLearnedAndTheOthersAreKept() {
    Model from = Shipped.model("inkling");
    SplittableRandom random = new SplittableRandom(4);
    HandTraining.Task task = new HandTraining.Task(from, hand(random), null, "zoe-hand", "Zoe");
    HandTraining.Learned learned =
        new HandTraining(task, new HandTraining.Listener() {}).run().orElseThrow();
    List<Kept> fours = new ArrayList<>();
    List<Kept> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      fours.add(ownFour(random));
    }
    for (int i = 0; i < 200; i++) {
      others.add(Kept.of(Synthetic.drawing(i % 10, random), i % 10, null, null));
    }
    assertThat(right(from, fours)).isLessThan(10);
    assertThat(right(learned.model(), fours)).isGreaterThanOrEqualTo(18);
    assertThat(right(learned.model(), others)).isGreaterThanOrEqualTo(right(from, others) - 4);
    assertThat(learned.model().card().tuned().writer()).isEqualTo("Zoe");
    assertThat(learned.model().card().tuned().frozen()).isEqualTo(4);
    assertThat(learned.model().own().count()).isEqualTo(30);
    BeforeAfter.PerClass four = learned.own().of(4);
    assertThat(four.count()).isEqualTo(3);
    assertThat(four.rightAfter()).isGreaterThan(four.rightBefore());
    // The first layers are as they were, to the last bit.
    for (String name : List.of("conv1.weight", "norm1.mean", "conv3.bias", "norm3.variance")) {
      assertThat(learned.model().weights().tensor(name).values())
          .isEqualTo(from.weights().tensor(name).values());
    }
  }

  /** The network alone takes a Γ for a 7; its strokes say in a number, too, what it is. */
  @Test
  void whatIsDrawnAsTheHandDrawsItIsReadInNumbersToo() {
    Model from = Shipped.model("inkling");
    SplittableRandom random = new SplittableRandom(4);
    ModelCard card = from.card().tuned("zoe", new Tuned("inkling", "Zoe", 30, 4, 0), "", "");
    Model own = new Model(card, from.weights(), OwnStrokes.of(hand(random)));
    Drawing two = new Drawing(List.of(small(ownFour(random), 10), small(ownFour(random), 140)));
    try (Classifier alone = new Classifier(from);
        Classifier both = new Classifier(own)) {
      assertThat(Recognizer.read(two, alone).text()).isNotEqualTo("44");
      assertThat(Recognizer.read(two, both).text()).isEqualTo("44");
    }
  }

  @Test
  void whoStopsItGetsNothing() {
    HandTraining.Task task =
        new HandTraining.Task(
            Shipped.model("inkling"), hand(new SplittableRandom(1)), null, "x", null);
    HandTraining training = new HandTraining(task, new HandTraining.Listener() {});
    training.stop();
    assertThat(training.run()).isEmpty();
  }
}
