package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.inkling.layer.BatchNorm;
import dev.inkling.layer.Conv;
import dev.inkling.layer.Dense;
import dev.inkling.layer.Dropout;
import dev.inkling.layer.Layer;
import dev.inkling.layer.LogSoftmax;
import dev.inkling.layer.Pool;
import dev.inkling.layer.Relu;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Recipe.Init;
import dev.inkling.model.Weights.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {
  private static List<Layer> layers(String... texts) {
    return Stream.of(texts).map(Layer::parse).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "lenet5-relu, 61706",
    "dropout-sgd, 21840",
    // 32·9+32 + 64·288+64 + 128·576+128 + 128·1152+128 + 64·128+64 + 10·64+10
    "conv3-adam, 249162",
    // 16·9+16 + 32·256+32 + 160·1152+160 + 10·160+10
    "conv2-wide, 194474",
    // 6·25+6 + 16·150+16 + 120·256+120 + 10·120+10, the last but one layer being the dropout
    "lenet-dropout, 34622",
    // 8·25+8 + 16·200+16 + 120·400+120 + 84·120+84 + 10·84+10
    "sprint, 62558",
    // 16·25+16+32 + 48·144+48+96 + 48·432+48+96 + 128·432+128+256 + 128·1152+128+256 + 10·6272+10
    "inkling, 294634",
  })
  void anArchitectureHasAsManyParametersAsByHand(String name, long count) {
    assertThat(Network.parameterCount(Architecture.named(name).layers())).isEqualTo(count);
  }

  static List<Architecture> architectures() {
    return Architecture.all();
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void theEngineSeesTheSizesThatTheLayersSay(Architecture architecture) {
    List<Layer> layers = architecture.layers();
    try (Network network = new Network(layers, Network.initialWeights(layers, 1));
        NDManager scope = network.manager().newSubManager()) {
      List<NDArray> outputs = network.outputs(scope.zeros(new Shape(2, 1, 28, 28)), false);
      Size size = Stage.IMAGE;
      for (int i = 0; i < layers.size(); i++) {
        size = layers.get(i).output(size);
        assertThat(outputs.get(i).size()).isEqualTo(2L * size.count());
      }
      assertThat(outputs.getLast().getShape()).isEqualTo(new Shape(2, 10));
    }
  }

  /** Weights with small numbers, all different. */
  private static Weights someWeights(List<Layer> layers) {
    Random random = new Random(5);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Network.initialWeights(layers, 3)
        .tensors()
        .forEach(
            (name, tensor) -> {
              float[] values = new float[tensor.values().length];
              for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian() * 0.3f;
                if (name.endsWith(".variance")) {
                  values[i] = 0.5f + Math.abs(values[i]);
                }
              }
              tensors.put(name, new Tensor(tensor.shape(), values));
            });
    return new Weights(tensors);
  }

  private static float[] someInput(int images) {
    Random random = new Random(9);
    float[] input = new float[images * 784];
    for (int i = 0; i < input.length; i++) {
      input[i] = random.nextFloat() * 2 - 1;
    }
    return input;
  }

  private static List<float[]> outputs(List<Layer> layers, Weights weights, float[] input) {
    try (Network network = new Network(layers, weights);
        NDManager scope = network.manager().newSubManager()) {
      NDArray x = scope.create(input, new Shape(input.length / 784, 1, 28, 28));
      return network.outputs(x, false).stream().map(NDArray::toFloatArray).toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "conv 3@5x5",
        "conv 2@3x3 pad 1",
        "conv 2@3x3 pad 1; conv 3@4x4 pad 2",
        "max-pool 2",
        "max-pool 3",
        "avg-pool 3",
        "relu",
        "dense 7",
        "batch-norm",
        "dropout 0.5; channel-dropout 0.5",
        "log-softmax",
        "conv 3@5x5; batch-norm; relu; max-pool 2; conv 2@3x3; avg-pool 2; dense 6; relu; dense 10",
      })
  void everyLayerComputesWhatItSays(@AggregateWith(Texts.class) String... texts) {
    List<Layer> layers =
        texts[0].equals("log-softmax") ? layers("dense 10", "log-softmax") : layers(texts);
    Weights weights = someWeights(layers);
    float[] input = someInput(2);

    List<float[]> outputs = outputs(layers, weights, input);

    for (int image = 0; image < 2; image++) {
      List<double[]> expected = new PlainJava(weights).run(layers, input, image);
      for (int i = 0; i < layers.size(); i++) {
        int n = expected.get(i).length;
        for (int k = 0; k < n; k++) {
          assertThat(outputs.get(i)[image * n + k])
              .as("%s, image %d, value %d", layers.get(i).text(), image, k)
              .isCloseTo((float) expected.get(i)[k], within(2e-4f));
        }
      }
    }
  }

  /** All columns of a row. */
  static final class Texts implements ArgumentsAggregator {
    @Override
    public Object aggregateArguments(ArgumentsAccessor row, ParameterContext context) {
      return row.toList().stream().map(Object::toString).toArray(String[]::new);
    }
  }

  /** The layers in the plainest Java, for one image at a time. */
  private static final class PlainJava {
    private final Weights weights;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int channels = 1;
    private int side = 28;

    PlainJava(Weights weights) {
      this.weights = weights;
    }

    List<double[]> run(List<Layer> layers, float[] input, int image) {
      double[] x = new double[784];
      for (int p = 0; p < x.length; p++) {
        x[p] = input[image * 784 + p];
      }
      List<double[]> outputs = new ArrayList<>();
      for (Layer layer : layers) {
        x = apply(layer, x);
        outputs.add(x);
      }
      return outputs;
    }

    private double[] apply(Layer layer, double[] x) {
      return switch (layer) {
        case Conv conv -> conv(conv, name("conv"), x);
        case Pool pool -> pool(pool, x);
        case Dense dense -> dense(dense, name("dense"), x);
        case Dropout _ -> x;
        case Relu _ -> Arrays.stream(x).map(v -> Math.max(0, v)).toArray();
        case BatchNorm _ -> norm(name("norm"), x);
        case LogSoftmax _ -> logSoftmax(x);
        default -> throw new AssertionError(layer.text());
      };
    }

    private String name(String kind) {
      return kind + counts.merge(kind, 1, Integer::sum);
    }

    private float[] values(String name) {
      return weights.tensors().get(name).values();
    }

    private double[] conv(Conv conv, String name, double[] x) {
      int k = conv.kernel();
      int to = side + 2 * conv.padding() - k + 1;
      double[] y = new double[conv.filters() * to * to];
      for (int f = 0; f < conv.filters(); f++) {
        for (int i = 0; i < to * to; i++) {
          double sum = values(name + ".bias")[f];
          for (int w = 0; w < channels * k * k; w++) {
            int row = i / to + w / k % k - conv.padding();
            int column = i % to + w % k - conv.padding();
            if (row >= 0 && row < side && column >= 0 && column < side) {
              sum +=
                  values(name + ".weight")[f * channels * k * k + w]
                      * x[w / (k * k) * side * side + row * side + column];
            }
          }
          y[f * to * to + i] = sum;
        }
      }
      channels = conv.filters();
      side = to;
      return y;
    }

    private double[] pool(Pool pool, double[] x) {
      int n = pool.window();
      int to = side / n;
      double[] y = new double[channels * to * to];
      for (int i = 0; i < y.length; i++) {
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int w = 0; w < n * n; w++) {
          int row = i / to % to * n + w / n;
          int column = i % to * n + w % n;
          double value = x[i / (to * to) * side * side + row * side + column];
          most = Math.max(most, value);
          sum += value;
        }
        y[i] = pool.max() ? most : sum / (n * n);
      }
      side = to;
      return y;
    }

    private double[] dense(Dense dense, String name, double[] x) {
      double[] y = new double[dense.units()];
      for (int u = 0; u < y.length; u++) {
        y[u] = values(name + ".bias")[u];
        for (int i = 0; i < x.length; i++) {
          y[u] += values(name + ".weight")[u * x.length + i] * x[i];
        }
      }
      return y;
    }

    private double[] norm(String name, double[] x) {
      double[] y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        int c = i / (side * side);
        double spread = Math.sqrt(values(name + ".variance")[c] + 1e-5);
        y[i] =
            (x[i] - values(name + ".mean")[c]) / spread * values(name + ".gamma")[c]
                + values(name + ".beta")[c];
      }
      return y;
    }

    private static double[] logSoftmax(double[] x) {
      double sum = Arrays.stream(x).map(Math::exp).sum();
      return Arrays.stream(x).map(v -> v - Math.log(sum)).toArray();
    }
  }

  @ParameterizedTest
  @CsvSource({"dropout 0.4, 1", "channel-dropout 0.4, 576"})
  void dropoutSilencesAPartAndScalesTheRestWhileTraining(String text, int together) {
    List<Layer> layers = layers("conv 50@5x5", text);
    try (Network network = new Network(layers, Network.initialWeights(layers, 1));
        NDManager scope = network.manager().newSubManager();
        GradientCollector _ = EngineSetup.engine().newGradientCollector()) {
      List<NDArray> outputs = network.outputs(scope.ones(new Shape(20, 1, 28, 28)), true);
      float[] before = outputs.getFirst().toFloatArray();
      float[] after = outputs.getLast().toFloatArray();
      int dropped = 0;
      for (int i = 0; i < after.length; i++) {
        boolean isDropped = after[i] == 0;
        dropped += isDropped ? 1 : 0;
        assertThat(isDropped).isEqualTo(after[i - i % together] == 0);
        assertThat(after[i]).isCloseTo(isDropped ? 0 : before[i] / 0.6f, within(1e-4f));
      }
      assertThat((double) dropped / after.length).isCloseTo(0.4, within(0.06));
    }
  }

  @Test
  void aSeedMeansAlwaysTheSameInitialWeights() {
    List<Layer> layers = Architecture.named("lenet5-relu").layers();

    float[] once = Network.initialWeights(layers, 1).tensors().get("conv2.weight").values();
    float[] again = Network.initialWeights(layers, 1).tensors().get("conv2.weight").values();
    float[] other = Network.initialWeights(layers, 2).tensors().get("conv2.weight").values();

    assertThat(once).containsExactly(again).isNotEqualTo(other);
    float bound = (float) (1 / Math.sqrt(150));
    for (float value : once) {
      assertThat(value).isBetween(-bound, bound);
    }
  }

  /** Who begins a run of the past anew gets the same curve. */
  @Test
  void theUsualInitialWeightsAreThoseThatTheyAlwaysWere() {
    int hash = 1;
    for (Tensor tensor :
        Network.initialWeights(Architecture.named("inkling").layers(), 7).tensors().values()) {
      hash = 31 * hash + Arrays.hashCode(tensor.values());
    }

    assertThat(hash).isEqualTo(-1976618108);
  }

  /** conv2 has 6·25 inputs and 16·25 outputs, dense1 400 and 120. */
  @ParameterizedTest
  @CsvSource({
    "DEFAULT, conv2, 0.0022222", // a third of 1/inputs
    "HE, conv2, 0.0133333",
    "HE, dense1, 0.005",
    "XAVIER, conv2, 0.0036364",
    "XAVIER, dense1, 0.0038462",
    "SMALL, dense1, 0.0001",
    "ZERO, dense1, 0"
  })
  void initialWeightsHaveTheirVariance(Init init, String layer, double variance) {
    Map<String, Tensor> tensors =
        Network.initialWeights(Architecture.named("lenet5-relu").layers(), init, 3).tensors();
    float[] weights = tensors.get(layer + ".weight").values();
    double sum = 0;
    double squares = 0;
    for (float weight : weights) {
      sum += weight;
      squares += weight * weight;
    }

    assertThat(squares / weights.length).isCloseTo(variance, within(0.1 * variance));
    assertThat(sum / weights.length).isCloseTo(0, within(4 * Math.sqrt(variance / weights.length)));
    if (init != Init.DEFAULT) {
      assertThat(tensors.get(layer + ".bias").values()).containsOnly(0);
    }
  }

  /** With those of all channels, it would be as good as zero. */
  @Test
  void anInputOfADepthwiseConvolutionGoesIntoOneFilterAlone() {
    List<Layer> layers = layers("conv 400@1x1", "depthwise 3x3");
    Tensor filters =
        Network.initialWeights(layers, Init.XAVIER, 3).tensors().get("depthwise1.weight");
    double squares = 0;
    for (float weight : filters.values()) {
      squares += weight * weight;
    }

    assertThat(squares / filters.values().length).isCloseTo(2.0 / (9 + 9), within(0.01));
  }

  @Test
  void batchNormStartsAsTheIdentity() {
    Map<String, Tensor> tensors =
        Network.initialWeights(layers("conv 4@3x3", "batch-norm"), 1).tensors();

    assertThat(tensors.get("norm1.gamma").values()).containsOnly(1);
    assertThat(tensors.get("norm1.variance").values()).containsOnly(1);
    assertThat(tensors.get("norm1.beta").values()).containsOnly(0);
    assertThat(tensors.get("norm1.mean").values()).containsOnly(0);
  }

  @Test
  void theWeightsThatGoInComeOut() {
    List<Layer> layers = Architecture.named("inkling").layers();
    Weights weights = someWeights(layers);
    try (Network network = new Network(layers, weights)) {
      Weights copy = network.weights();
      assertThat(copy.tensors().keySet()).containsExactlyElementsOf(weights.tensors().keySet());
      copy.tensors()
          .forEach(
              (name, tensor) ->
                  assertThat(tensor.values())
                      .containsExactly(weights.tensors().get(name).values()));
    }
  }

  @Test
  void weightsThatDoNotFitAreRefused() {
    List<Layer> layers = layers("dense 10");
    Weights small =
        new Weights(Map.of("dense1.weight", new Tensor(new long[] {10, 3}, new float[30])));

    assertThatThrownBy(() -> new Network(layers, small))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dense1.weight");
    assertThatThrownBy(() -> new Network(layers, new Weights(Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
