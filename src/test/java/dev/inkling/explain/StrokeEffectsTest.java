package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.Recognizer;
import dev.inkling.support.Shipped;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrokeEffectsTest {
  private static Stroke line(double... xy) {
    Point[] points = new Point[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Point(xy[2 * i], xy[2 * i + 1]);
    }
    return new Stroke(List.of(points), Stroke.DEFAULT_WIDTH, false);
  }

  private static final Drawing SEVEN =
      Drawing.EMPTY.with(line(80, 50, 140, 50, 200, 50)).with(line(200, 50, 160, 140, 120, 240));

  @Test
  void aSevenWithoutItsBarIsAOne() {
    try (Classifier classifier = new Classifier(Shipped.model("inkling"))) {
      StrokeEffects effects = StrokeEffects.of(SEVEN, classifier);

      assertThat(effects.whole().digit()).isEqualTo(7);
      assertThat(effects.without()).hasSize(2);
      assertThat(effects.without().getFirst().digit()).isEqualTo(1);
      assertThat(effects.raises(0, 7)).isGreaterThan(0.5f);
      assertThat(effects.raises(0, 1)).isLessThan(-0.5f);
    }
  }

  @Test
  void whatIsLeftIsReadAsThePadWould() {
    try (Classifier classifier = new Classifier(Shipped.model("lenet5-relu"))) {
      StrokeEffects effects = StrokeEffects.of(SEVEN, classifier);
      Drawing bar = Drawing.EMPTY.with(SEVEN.marks().getFirst());

      assertThat(effects.without().get(1).framed().ink())
          .containsExactly(Recognizer.recognize(bar, classifier).framed().ink());
    }
  }

  @Test
  void theOnlyStrokeLeavesABlankPad() {
    try (Classifier classifier = new Classifier(Shipped.model("lenet5-relu"))) {
      StrokeEffects effects =
          StrokeEffects.of(Drawing.EMPTY.with(line(140, 40, 140, 240)), classifier);

      assertThat(effects.without().getFirst().isBlank()).isTrue();
      assertThat(effects.raises(0, 1)).isEqualTo(effects.whole().probabilities()[1]);
      assertThat(StrokeEffects.of(Drawing.EMPTY, classifier).without()).isEmpty();
    }
  }
}
