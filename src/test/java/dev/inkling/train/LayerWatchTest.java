package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.layer.LeakyRelu;
import dev.inkling.layer.Relu;
import dev.inkling.layer.Sigmoid;
import dev.inkling.layer.Tanh;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Weights;
import dev.inkling.support.TinyModels;
import dev.inkling.train.LayerProbe.Activity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of layers, against numbers that were found by hand. */
class LayerWatchTest {
  private static final DataSet DATA = Synthetic.dataSet(240, 20);
  private static final Architecture TINY = TinyModels.ARCHITECTURE;

  /** Hears of layers as told, and of each batch where it asks for it. */
  private static final class Memory implements TrainingListener {
    private final boolean wants;
    private final boolean asks;
    private final List<LayersMetrics> heard = new ArrayList<>();
    private Training training;
    private Model model;

    Memory(boolean wants, boolean asks) {
      this.wants = wants;
      this.asks = asks;
    }

    @Override
    public boolean wantsLayers() {
      return wants;
    }

    @Override
    public void onBatch(BatchMetrics metrics) {
      if (asks) {
        training.askForLayers();
      }
    }

    @Override
    public void onLayers(LayersMetrics metrics) {
      heard.add(metrics);
    }

    @Override
    public void onEpoch(EpochMetrics metrics, Model newest) {
      model = newest;
    }

    Memory train(Recipe recipe) {
      training = new Training("mine", TINY, recipe, DATA, this);
      training.run();
      return this;
    }
  }

  /** The weights are the same to the last bit, whoever looks. */
  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void looksChangeNothing(Optimizer optimizer) {
    Recipe recipe = TinyModels.recipe(optimizer, 0.01, 2);
    Memory blind = new Memory(false, false).train(recipe);
    Memory seeing = new Memory(true, true).train(recipe);

    assertThat(blind.heard).isEmpty();
    assertThat(seeing.heard).hasSizeGreaterThanOrEqualTo(3);
    Map<String, Weights.Tensor> once = blind.model.weights().tensors();
    assertThat(once).isNotEmpty();
    once.forEach(
        (name, tensor) ->
            assertThat(seeing.model.weights().tensor(name).values())
                .containsExactly(tensor.values()));
  }

  /** Plain SGD goes as far as the rate times the gradient; it began with the initial weights. */
  @Test
  void theFirstStepHasTheNormsThatSgdSays() {
    Recipe recipe = TinyModels.recipe(Optimizer.SGD, 0.5, 1).with(r -> r.clip = 1e-3);
    LayersMetricsOf first = new LayersMetricsOf(new Memory(true, false).train(recipe).heard);
    Weights initial = Network.initialWeights(TINY.layers(), recipe.init(), recipe.seed());

    assertThat(first.names()).containsExactly("conv1", "dense1", "dense2");
    double clipped = 0;
    for (LayerMetrics layer : first.layers) {
      float[] weights = initial.tensor(layer.layer() + ".weight").values();
      assertThat(layer.weights()).isEqualTo(norm(weights), within(1e-9));
      clipped = clipped == 0 ? layer.gradient() / layer.update() : clipped;
      assertThat(layer.gradient() / layer.update()).isEqualTo(clipped, within(0.02 * clipped));
    }
    // The step was shortened to less than a thousandth; the gradient is told as it was.
    assertThat(clipped).isGreaterThan(2 / 0.5);
    assertThat(first.layers.getLast().spread()).isNaN();
    assertThat(first.layers.getFirst().spread()).isPositive();
    assertThat(first.layers.getFirst().dead()).isBetween(0.0, 1.0);
  }

  private record LayersMetricsOf(List<LayerMetrics> layers) {
    LayersMetricsOf(Iterable<TrainingListener.LayersMetrics> heard) {
      this(heard.iterator().next().layers());
    }

    List<String> names() {
      return layers.stream().map(LayerMetrics::layer).toList();
    }
  }

  private static double norm(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  /** 200 images in batches of 20: the first batch of an epoch, and the last one where it is due. */
  @Test
  void nobodyWhoLooksIsToldOfAFewSteps() {
    Memory memory = new Memory(true, false).train(TinyModels.recipe(Optimizer.ADAM, 0.01, 3));

    assertThat(memory.heard)
        .extracting(TrainingListener.LayersMetrics::examples)
        .containsExactly(20L, 220L, 420L, 600L);
    assertThat(memory.heard)
        .extracting(metrics -> Double.isNaN(metrics.layers().getFirst().spread()))
        .containsExactly(false, true, true, false);
  }

  @Test
  void spreadIsThatFromImageToImage() {
    // Two places: 1 and 5 differ by 2 from their mean, 7 and 7 by nothing.
    float[] values = {1, 7, 5, 7};
    assertThat(LayerProbe.spread(values, 2)).isEqualTo(Math.sqrt((4 + 4) / 4.0), within(1e-12));
    assertThat(LayerProbe.spread(new float[] {3, 4, 3, 4}, 2)).isZero();
  }

  @Test
  void aUnitIsDeadThatIsFlatEverywhereAndForAll() {
    // Three channels of two places, two images: the second is never above 0.
    float[] values = {0, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 3};
    assertThat(LayerProbe.dead(values, 2, 3, new Relu())).isEqualTo(1 / 3.0, within(1e-12));
    assertThat(LayerProbe.dead(values, 2, 3, new LeakyRelu(0.01))).isZero();
    assertThat(LayerProbe.dead(new float[6], 2, 3, new Relu())).isEqualTo(1);
  }

  @Test
  void sigmoidsAreFlatNearTheirEnds() {
    assertThat(LayerProbe.dead(new float[] {0.005f, 0.5f, 0.999f}, 1, 3, new Sigmoid()))
        .isEqualTo(2 / 3.0, within(1e-12));
    assertThat(LayerProbe.dead(new float[] {-0.99f, 0.9f, 0}, 1, 3, new Tanh()))
        .isEqualTo(1 / 3.0, within(1e-12));
  }

  /** Weights of 0 put out the same for all images. */
  @Test
  void aNetworkOfZerosIsDead() {
    Map<String, Weights.Tensor> zeros = new HashMap<>();
    Network.initialWeights(TINY.layers(), 1)
        .tensors()
        .forEach(
            (name, tensor) ->
                zeros.put(
                    name, new Weights.Tensor(tensor.shape(), new float[tensor.values().length])));

    Map<String, Activity> found = new LayerProbe(TINY, DATA.validation()).look(new Weights(zeros));

    assertThat(found)
        .containsEntry("conv1", new Activity(0, 1))
        .containsEntry("dense1", new Activity(0, 1))
        .hasSize(2);
  }
}
