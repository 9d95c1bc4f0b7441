package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.GreyImage;
import dev.inkling.model.Model;
import dev.inkling.model.Normalization;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.support.TinyModels;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaliencyTest {
  /** Paper, but for one pixel of half ink. */
  private static GreyImage dot(int x, int y) {
    float[] ink = new float[784];
    ink[y * 28 + x] = 0.5f;
    return new GreyImage(28, 28, ink);
  }

  /** A model whose parameters are what is given, and zero where nothing is. */
  private static Model model(Map<String, float[]> numbers, String... layers) {
    Model drawn = TinyModels.untrained("hand-made", layers);
    Map<String, Tensor> tensors = new HashMap<>();
    drawn
        .weights()
        .tensors()
        .forEach(
            (name, tensor) -> {
              float[] values = numbers.get(name);
              int count = tensor.values().length;
              tensors.put(
                  name, new Tensor(tensor.shape(), values == null ? new float[count] : values));
            });
    return new Model(drawn.card(), new Weights(tensors));
  }

  private static Saliency of(Model model, GreyImage framed) {
    try (Sensitivity network = new Sensitivity(model)) {
      return Saliency.of(framed, network);
    }
  }

  @Test
  void theSlopeOfALinearNetworkIsItsWeightAndTheProductItsShare() {
    float[] weights = new float[7840];
    weights[3 * 784 + 5 * 28 + 7] = 2;
    weights[4 * 784 + 5 * 28 + 7] = -3;
    weights[4 * 784 + 5 * 28 + 8] = 1;

    Saliency found = of(TinyModels.linear(weights), dot(7, 5));

    assertThat(found.slopes()[3][5 * 28 + 7]).isEqualTo(2, within(1e-5f));
    assertThat(found.slopes()[4][5 * 28 + 7]).isEqualTo(-3, within(1e-5f));
    assertThat(found.products()[4][5 * 28 + 7]).isEqualTo(-1.5f, within(1e-5f));
    assertThat(found.products()[4][5 * 28 + 8]).isZero(); // no ink, no share
    assertThat(found.guided()).isDeepEqualTo(found.slopes());
    assertThat(found.rectifiers()).isZero();
    assertThat(found.cams()).isEmpty();
  }

  /**
   * Two units see the same pixel, x = (0.5 − 0.1307) / 0.3081 = 1.199, with weights 1 and 2; class
   * 0 is the first less three times the second: the gradient is 1 − 3 · 2 = −5 by x. Guided, the
   * second unit lets nothing back, and 1 is left. Class 1 needs a unit that is off.
   */
  @Test
  void guidedBackpropagationStopsWhatIsNegativeAtRectifiers() {
    float[] first = new float[3 * 784];
    int pixel = 10 * 28 + 10;
    first[pixel] = 1;
    first[784 + pixel] = 2;
    first[2 * 784 + pixel] = -1;
    float[] second = new float[30];
    second[0] = 1;
    second[1] = -3;
    second[3 + 2] = 1;
    Model model =
        model(
            Map.of("dense1.weight", first, "dense2.weight", second), "dense 3", "relu", "dense 10");

    Saliency found = of(model, dot(10, 10));

    float std = Normalization.MNIST.std();
    assertThat(found.rectifiers()).isEqualTo(1);
    assertThat(found.slopes()[0][pixel]).isEqualTo(-5 / std, within(1e-4f));
    assertThat(found.guided()[0][pixel]).isEqualTo(1 / std, within(1e-4f));
    assertThat(found.slopes()[1][pixel]).isZero();
  }

  /**
   * One filter sees the picture as it is, another with its sign turned, 14×14 values each after
   * stride 2. Class 0 is their mean with weights 4 and 0: what Grad-CAM shows is 4 / 196 · A₁.
   * Class 1 has −4: nothing speaks for it.
   */
  @Test
  void gradCamIsTheMapsWeighedByTheirMeanGradients() {
    float[] second = new float[20];
    second[0] = 4;
    second[2] = -4;
    Model model =
        model(
            Map.of("conv1.weight", new float[] {1, -1}, "dense1.weight", second),
            "conv 2@1x1 stride 2",
            "relu",
            "global-avg-pool",
            "dense 10");

    Saliency found = of(model, dot(10, 6));

    Saliency.Cam cam = found.cams().getFirst();
    assertThat(cam.size().height()).isEqualTo(14);
    float value = (0.5f - Normalization.MNIST.mean()) / Normalization.MNIST.std();
    assertThat(cam.maps()[0][3 * 14 + 5]).isEqualTo(4f / 196 * value, within(1e-6f));
    assertThat(cam.maps()[0][0]).isZero(); // paper is below the mean, which is rectified
    assertThat(cam.maps()[1]).containsOnly(0);
    // Brought to the picture, the value lies over the four pixels that it comes from.
    float[] large = cam.onPicture(0);
    assertThat(large[6 * 28 + 10]).isEqualTo(0.5625f * 4 / 196 * value, within(1e-6f));
    assertThat(large[7 * 28 + 11]).isEqualTo(large[6 * 28 + 10]);
    assertThat(large[0]).isZero();
  }
}
