package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Kept;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.support.LightningHand;
import dev.inkling.support.TinyModels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnStrokesTest {
  private static final Drawing FOUR = LightningHand.write(4, 1);
  private static final Drawing SEVEN = LightningHand.write(7, 1);

  /** What a network says that takes the lightning for a 7. */
  private static final float[] MISREAD = {0, 0, 0, 0, 0.1f, 0, 0, 0.9f, 0, 0};

  private static Kept kept(Drawing drawing, int label) {
    return Kept.of(drawing, label, null, null);
  }

  @Test
  void theSameWayAddsSixToTheLogarithm() {
    OwnStrokes own = OwnStrokes.of(List.of(kept(FOUR, 4), kept(SEVEN, 7)));
    double four = 0.1 * Math.exp(6);
    double whole = four + 0.9;
    float[] weighed = own.weigh(FOUR, MISREAD);
    assertThat(weighed[4]).isCloseTo((float) (four / whole), within(1e-5f));
    assertThat(weighed[7]).isCloseTo((float) (0.9 / whole), within(1e-5f));
  }

  @Test
  void whatIsDrawnLikeItIsProbablyTheSame() {
    List<Kept> drawings =
        IntStream.range(0, 30).mapToObj(i -> kept(LightningHand.write(i % 10, i), i % 10)).toList();
    OwnStrokes own = OwnStrokes.of(drawings);
    assertThat(own.weigh(LightningHand.write(4, 77), MISREAD)[4]).isGreaterThan(0.8f);
    assertThat(own.weigh(LightningHand.write(7, 77), MISREAD)[7]).isGreaterThan(0.99f);
  }

  @Test
  void whatIsLikeNoneIsAsTheNetworkSays() {
    OwnStrokes own = OwnStrokes.of(List.of(kept(FOUR, 4)));
    assertThat(own.weigh(SEVEN, MISREAD)).isSameAs(MISREAD);
    assertThat(own.weigh(Drawing.EMPTY, MISREAD)).isSameAs(MISREAD);
    assertThat(OwnStrokes.NONE.weigh(FOUR, MISREAD)).isSameAs(MISREAD);
    assertThat(own.weigh(List.of(kept(SEVEN, 7)), new float[][] {MISREAD})[0]).isSameAs(MISREAD);
  }

  @Test
  void theNewestTwentyOfAClassAreKept() {
    List<Kept> fours = IntStream.range(0, 30).mapToObj(i -> kept(FOUR, 4)).toList();
    OwnStrokes own = OwnStrokes.of(fours).with(List.of(kept(SEVEN, 4), kept(SEVEN, 7)));
    assertThat(own.count()).isEqualTo(21);
    assertThat(own.weigh(SEVEN, new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0, 0})[4]).isEqualTo(1);
  }

  @Test
  void theyAreKeptAsArrays() {
    OwnStrokes own = OwnStrokes.of(List.of(kept(FOUR, 4), kept(SEVEN, 7)));
    Map<String, Tensor> tensors = own.tensors();
    assertThat(tensors.keySet()).containsExactlyElementsOf(OwnStrokes.sizes(2).keySet());
    tensors.forEach(
        (name, tensor) -> assertThat(tensor.shape()).isEqualTo(OwnStrokes.sizes(2).get(name)));
    OwnStrokes again = OwnStrokes.of(new Weights(tensors), 10);
    assertThat(again.weigh(FOUR, MISREAD)).isEqualTo(own.weigh(FOUR, MISREAD));
    assertThatThrownBy(() -> OwnStrokes.of(new Weights(tensors), 7))
        .isInstanceOf(IllegalArgumentException.class);
    Map<String, Tensor> halves = new LinkedHashMap<>(tensors);
    halves.put("own.labels", new Tensor(new long[] {2}, new float[] {4, 6.5f}));
    assertThatThrownBy(() -> OwnStrokes.of(new Weights(halves), 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(OwnStrokes.of(TinyModels.untrained("tiny").weights(), 10).count()).isZero();
  }
}
