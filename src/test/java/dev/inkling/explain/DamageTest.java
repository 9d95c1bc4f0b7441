package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import dev.inkling.data.Idx;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.explain.Damage.Noise;
import dev.inkling.explain.Damage.Silenced;
import dev.inkling.explain.Damage.SilencedLayer;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Stage;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.Weights;
import dev.inkling.support.RealMnist;
import dev.inkling.support.Shipped;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamageTest {
  private static final GreyImage DIGIT = Synthetic.digits(10, 3).image(8);

  private static ForwardPass pass(Model model) {
    try (Activations activations = new Activations(model)) {
      return activations.of(DIGIT);
    }
  }

  private static float[] values(Model model, String name) {
    return model.weights().tensors().get(name).values();
  }

  /** In inkling layers 4 to 6 are a convolution, its batch norm and its ReLU. */
  @ParameterizedTest
  @CsvSource({"inkling, 4, 6", "lenet5-relu, 3, 5", "lenet5-relu, 6, 7"})
  void aSilencedFilterPutsOutNothingAndTheOthersWhatTheyDid(String name, int layer, int behind) {
    Model whole = Shipped.model(name);
    ForwardPass before = pass(whole);
    ForwardPass after = pass(Damage.apply(whole, List.of(new Silenced(layer, 2))));

    Activation silenced = after.layers().get(behind);
    assertThat(silenced.map(2)).containsOnly(0);
    for (int c = 0; c < silenced.stage().output().channels(); c++) {
      if (c != 2) {
        assertThat(silenced.map(c)).containsExactly(before.layers().get(behind).map(c));
      }
    }
  }

  @Test
  void aSilencedLayerPutsOutNothingAtAll() {
    ForwardPass after = pass(Damage.apply(Shipped.model("inkling"), List.of(new SilencedLayer(4))));

    assertThat(after.layers().get(6).values()).containsOnly(0);
  }

  @Test
  void theWholeModelStaysWhole() {
    Model whole = Shipped.model("lenet-dropout");
    float[] before = values(whole, "conv1.weight").clone();

    Damage.apply(whole, List.of(new SilencedLayer(0), new Noise(1, 3), new Silenced(8, 0)));

    assertThat(values(whole, "conv1.weight")).containsExactly(before);
    assertThat(Damage.apply(whole, List.of()).weights()).isSameAs(whole.weights());
  }

  @Test
  void noiseIsAsStrongAsItSays() {
    Model whole = Shipped.model("lenet5-relu");
    Model noisy = Damage.apply(whole, List.of(new Noise(0.5, 1)));

    float[] before = values(whole, "dense1.weight");
    float[] after = values(noisy, "dense1.weight");
    float[] noise = new float[before.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = after[i] - before[i];
    }
    double deviation = WeightHistogram.deviation(before);
    assertThat(WeightHistogram.deviation(noise) / deviation).isCloseTo(0.5, within(0.01));
    assertThat(values(noisy, "dense1.bias")).isSameAs(values(whole, "dense1.bias"));
  }

  @Test
  void aSeedMeansTheSameNoise() {
    Model whole = Shipped.model("lenet5-relu");
    Weights once = Damage.apply(whole, List.of(new Noise(0.5, 1))).weights();
    Weights again = Damage.apply(whole, List.of(new Noise(0.5, 1))).weights();
    Weights other = Damage.apply(whole, List.of(new Noise(0.5, 2))).weights();

    float[] conv = once.tensors().get("conv2.weight").values();
    assertThat(again.tensors().get("conv2.weight").values()).containsExactly(conv);
    assertThat(other.tensors().get("conv2.weight").values()).isNotEqualTo(conv);
  }

  @Test
  void onlyWhatHasFiltersOrUnitsCanBeSilenced() {
    Model model = Shipped.model("lenet5-relu");
    List<Stage> stages = Stage.of(model.card().parsedLayers());

    assertThat(stages.stream().filter(Damage::canSilence).map(Stage::name))
        .containsExactly("conv1", "conv2", "dense1", "dense2", "dense3");
    assertThatThrownBy(() -> Damage.apply(model, List.of(new Silenced(1, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("relu1");
  }

  @Test
  void aBrokenNetworkReadsWorse() {
    Digits thousand = Idx.read(RealMnist.folder(), Idx.Part.TEST).range(0, 1_000);
    Model whole = Shipped.model("lenet5-relu");

    double best = accuracy(whole, thousand);
    double noisy = accuracy(Damage.apply(whole, List.of(new Noise(1, 1))), thousand);
    double dead = accuracy(Damage.apply(whole, List.of(new SilencedLayer(0))), thousand);

    assertThat(best).isGreaterThan(0.98);
    assertThat(noisy).isBetween(0.1, best - 0.01);
    assertThat(dead).isLessThan(0.2); // always the same answer
  }

  private static double accuracy(Model model, Digits digits) {
    try (Classifier classifier = new Classifier(model)) {
      return Evaluation.of(classifier, digits, done -> {}).accuracy();
    }
  }
}
