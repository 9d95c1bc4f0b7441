package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.Framing.Step;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import dev.inkling.support.Shipped;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FramingEffectTest {
  /** A hairline at the left edge: no step leaves it as it is. */
  private static final Drawing LINE =
      Drawing.EMPTY.with(new Stroke(List.of(new Point(20, 60), new Point(20, 160)), 3, false));

  private static Classifier classifier;

  @BeforeAll
  static void load() {
    classifier = new Classifier(Shipped.model("inkling"));
  }

  @AfterAll
  static void close() {
    classifier.close();
  }

  private static FramingEffect effect(EnumSet<Step> steps) {
    return FramingEffect.of(LINE, steps, classifier).orElseThrow();
  }

  @Test
  void withAllStepsBothAreWhatThePadReads() {
    Recognition pad = Recognizer.recognize(LINE, classifier);
    FramingEffect effect = effect(EnumSet.allOf(Step.class));
    for (Recognition read : List.of(effect.whole(), effect.partial())) {
      assertThat(read.framed().ink()).containsExactly(pad.framed().ink());
      assertThat(read.probabilities()).containsExactly(pad.probabilities(), within(1e-5f));
      assertThat(read.isDigit()).isEqualTo(pad.isDigit());
    }
    assertThat(effect.raw().width()).isEqualTo(Drawing.SIZE);
  }

  @Test
  void everyStepThatIsLeftOutChangesThePictureThatIsRead() {
    float[] whole = effect(EnumSet.allOf(Step.class)).whole().framed().ink();
    for (Step step : Step.values()) {
      FramingEffect effect = effect(EnumSet.complementOf(EnumSet.of(step)));
      assertThat(effect.partial().framed().ink()).as("%s", step).isNotEqualTo(whole);
      assertThat(effect.partial().framed()).isSameAs(effect.trace().framed());
      assertThat(effect.whole().framed().ink()).containsExactly(whole);
    }
  }

  @Test
  void blankPaperHasNoPictureToFrame() {
    assertThat(FramingEffect.of(Drawing.EMPTY, EnumSet.allOf(Step.class), classifier)).isEmpty();
  }
}
