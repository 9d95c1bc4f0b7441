package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.layer.BatchNorm;
import dev.inkling.layer.Dropout;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Pool;
import dev.inkling.layer.Relu;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.support.LayerTexts;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MXNet driven directly computes what it computes through DJL. */
class BackendTest {
  private static final float ALIKE = 2e-5f;

  /** Where another last digit may decide which of two values a gradient goes to. */
  private static final float NEARLY_ALIKE = 2e-3f;

  private static final int THREADS = 4;

  /** Of each thread: enough that without the lock two of three processes ended. */
  private static final int BINDINGS = 100;

  private static final Duration MOST = Duration.ofMinutes(1);

  /**
   * Nothing is decided here: only Winograd's filtering, of edges of all kinds, has other digits.
   */
  private static final String SMOOTH =
      "conv 16@5x5, avg-pool 2, conv 16@3x3, conv 32@3x3 pad 2, conv 16@3x3 pad 1, avg-pool 3,"
          + " dense 10";

  /** With another engine there is nothing to compare; with MXNet it has to be there. */
  @BeforeAll
  static void onlyWithMxnet() {
    assumeTrue(EngineSetup.engine().getEngineName().equals("MXNet"));
    assertThat(Backend.way()).isEqualTo(Backend.Way.DIRECT);
  }

  /** All that there are, and layers in orders that none of them has. */
  static Stream<List<Layer>> networks() {
    Stream<List<Layer>> kinds =
        LayerTexts.networks()
            .filter(layers -> layers.stream().noneMatch(layer -> layer instanceof Dropout));
    return Stream.concat(kinds, ordered());
  }

  private static Stream<List<Layer>> ordered() {
    return Stream.concat(
        Architecture.all().stream().map(architecture -> architecture.withDropout(0.0).layers()),
        Stream.of(
                "dense 10",
                "conv 2@3x3, dropout 0.0, dropout 0.0, dropout 0.0, dense 10",
                "residual 3@3x3 stride 4, residual 10@3x3, global-avg-pool",
                "residual 1@3x3, avg-pool 4, flatten, batch-norm, gelu, dense 10",
                "conv 10@3x3 stride 3, depthwise 3x3, sigmoid, global-avg-pool, log-softmax",
                "max-pool 2, dense 12, relu, dense 10",
                "conv 5@3x3 pad 1, relu, batch-norm, avg-pool 2, batch-norm, relu, conv 9@5x5,"
                    + " batch-norm, dense 12, batch-norm, relu, dense 10",
                "batch-norm, conv 16@3x3 pad 1, batch-norm, conv 32@3x3, max-pool 2, dense 10",
                "conv 16@5x5 pad 2, avg-pool 2, batch-norm, conv 16@3x3 pad 1, batch-norm, conv"
                    + " 32@3x3 pad 1, batch-norm, avg-pool 2, conv 16@3x3, batch-norm, dense 10",
                "residual 20@3x3, residual 40@3x3 stride 2, max-pool 3 stride 2, flatten, dense 10",
                "conv 80@5x5 stride 2, leaky-relu, depthwise 5x5 pad 2, relu, conv 24@1x1 no-bias,"
                    + " avg-pool 3 stride 1, conv 100@3x3 pad 1, relu, global-avg-pool, dense 10",
                SMOOTH,
                "conv 3@3x3, avg-pool 3, batch-norm, conv 9@3x3, dense 5, log-softmax, dense 10")
            .map(text -> Stream.of(text.split(", ")).map(Layer::parse).toList()));
  }

  static float[] random(int count) {
    Random random = new Random(3);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat() * 2 - 1;
    }
    return numbers;
  }

  /** As AssertJ's containsExactly, which takes minutes for arrays as long as these. */
  static void assertAlike(String name, float[] some, float[] others, float difference) {
    assertThat(some).as(name).hasSameSizeAs(others);
    for (int i = 0; i < some.length; i++) {
      if (!(Math.abs(some[i] - others[i]) <= difference)) { // NaN is like nothing
        assertThat(some[i]).as("%s %d", name, i).isCloseTo(others[i], within(difference));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void goingForwardGivesTheSame(List<Layer> layers) {
    Weights weights = Network.initialWeights(layers, 5);
    try (Backend direct = new MxnetBackend(layers, weights, false);
        Backend djl = new DjlBackend(layers, weights)) {
      for (int count : new int[] {1, 5, 128, 3}) {
        float[] input = random(count * 784);
        assertAlike("outputs", direct.forward(input, count), djl.forward(input, count), ALIKE);
        assertAlike("features", direct.features(input, count), djl.features(input, count), ALIKE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void goingBackGivesTheSameGradientsAndStatistics(List<Layer> layers) {
    compareGoingBack(layers, 8);
    compareGoingBack(layers, 16);
  }

  private static void compareGoingBack(List<Layer> layers, int lanes) {
    Weights weights = Network.initialWeights(layers, 5);
    try (Backend direct = new MxnetBackend(layers, weights, true, lanes);
        Backend djl = new DjlBackend(layers, weights)) {
      for (int count : new int[] {6, 2}) {
        float[] input = random(count * 784);
        float[] gradient = random(count * 10);
        float[][] logits = new float[2][];
        direct.backward(input, count, (given, _) -> (logits[0] = given) == null ? null : gradient);
        djl.backward(input, count, (given, _) -> (logits[1] = given) == null ? null : gradient);

        assertAlike("logits", logits[0], logits[1], ALIKE);
        weights
            .tensors()
            .forEach(
                (name, tensor) -> {
                  if (Stage.isTrained(name)) {
                    compareGradients(direct, djl, name, tensor.values().length, ALIKE);
                  }
                });
      }
      Weights after = djl.weights();
      direct
          .weights()
          .tensors()
          .forEach(
              (name, tensor) ->
                  assertAlike(name, tensor.values(), after.tensors().get(name).values(), ALIKE));
    }
  }

  /** Sums over a whole map may be large; what counts is how they differ beside the largest. */
  private static void compareGradients(
      Backend direct, Backend djl, String name, int size, float alike) {
    float[] one = new float[size];
    float[] other = new float[size];
    direct.readGradient(name, one);
    djl.readGradient(name, other);
    float largest = 1;
    for (float value : other) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertAlike(name, one, other, alike * largest);
  }

  /**
   * Those that go by the processor's vectors, with batches that leave lanes empty and fill many;
   * batch norm as part of the convolution before it.
   */
  @ParameterizedTest
  @MethodSource("networks")
  void vectorsReadTheSame(List<Layer> layers) {
    Weights weights = used(Network.initialWeights(layers, 5));
    FoldedNorm folded = FoldedNorm.of(layers, Stage.IMAGE, weights);
    assumeTrue(VectorBackend.canRead(folded.layers(), Stage.IMAGE));
    try (Backend vectors =
            new VectorBackend(folded.layers(), Stage.IMAGE, folded.weights(), false);
        Backend mxnet = new MxnetBackend(layers, weights, false)) {
      for (int count : new int[] {1, 50, 37}) {
        float[] input = random(count * 784);
        float[] outputs = mxnet.forward(input, count);
        assertAlike("outputs", vectors.forward(input, count), outputs, NEARLY_ALIKE);
        float[] features = mxnet.features(input, count);
        assertAlike("features", vectors.features(input, count), features, NEARLY_ALIKE);
      }
    }
  }

  /** As if batch norm had seen images. */
  static Weights used(Weights weights) {
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>(weights.tensors());
    tensors.replaceAll(
        (name, tensor) -> {
          float[] values = tensor.values().clone();
          for (int i = 0; i < values.length; i++) {
            values[i] += Stage.isTrained(name) ? 0 : 0.1f + 0.01f * (i % 7);
          }
          return new Weights.Tensor(tensor.shape(), values);
        });
    return new Weights(tensors);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void vectorsGoBackTheSameWay(List<Layer> layers) {
    assumeTrue(VectorBackend.canTrain(layers, Stage.IMAGE));
    Weights weights = Network.initialWeights(layers, 5);
    try (Backend vectors = new VectorBackend(layers, Stage.IMAGE, weights, true);
        Backend mxnet = new MxnetBackend(layers, weights, true)) {
      for (int count : new int[] {1, 50, 37}) {
        compareVectorsGoingBack(layers, vectors, mxnet, random(count * 784), count);
      }
    }
  }

  private static boolean isSmooth(List<Layer> layers) {
    return layers.stream().noneMatch(layer -> layer instanceof Relu)
        && layers.stream().noneMatch(layer -> layer instanceof Pool pool && pool.max());
  }

  /**
   * A bias before a norm has a gradient of 0, but for what is rounded; and where there are norms, a
   * value that falls on the other side of a limit changes all of its channel.
   */
  private static float difference(List<Layer> layers) {
    boolean hasNorms = layers.stream().anyMatch(layer -> layer instanceof BatchNorm);
    if (isSmooth(layers)) {
      return hasNorms ? 30 * ALIKE : ALIKE;
    }
    return hasNorms ? 25 * NEARLY_ALIKE : NEARLY_ALIKE;
  }

  private static void compareVectorsGoingBack(
      List<Layer> layers, Backend vectors, Backend mxnet, float[] input, int count) {
    float[] gradient = random(count * 10);
    float[] outputs = new float[gradient.length];
    vectors.backward(
        input,
        count,
        (part, first) -> {
          System.arraycopy(part, 0, outputs, first * 10, part.length);
          return Arrays.copyOfRange(gradient, first * 10, first * 10 + part.length);
        });
    mxnet.backward(
        input,
        count,
        (logits, _) -> {
          assertAlike("logits", outputs, logits, NEARLY_ALIKE);
          return gradient;
        });
    float difference = difference(layers);
    Map<String, Weights.Tensor> after = mxnet.weights().tensors();
    vectors
        .weights()
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (Stage.isTrained(name)) {
                compareGradients(vectors, mxnet, name, tensor.values().length, difference);
              } else {
                assertAlike(name, tensor.values(), after.get(name).values(), difference);
              }
            });
  }

  /** Where a training reads with the network that it trains, norms go by what they have seen. */
  @Test
  void vectorsThatTrainReadByTheRunningStatistics() {
    List<Layer> layers =
        Stream.of("conv 6@5x5", "max-pool 2", "batch-norm", "relu", "dense 10")
            .map(Layer::parse)
            .toList();
    try (Backend vectors =
            new VectorBackend(layers, Stage.IMAGE, Network.initialWeights(layers, 5), true);
        Backend mxnet = new MxnetBackend(layers, Network.initialWeights(layers, 5), true)) {
      float[] input = random(20 * 784);
      for (Backend backend : List.of(vectors, mxnet)) {
        backend.backward(input, 20, (logits, _) -> new float[logits.length]);
      }

      assertAlike("outputs", vectors.forward(input, 20), mxnet.forward(input, 20), ALIKE);
    }
  }

  /** What is dropped is the same for a seed, other for the next batch, and as much as was asked. */
  @Test
  void vectorsDropByTheSeed() {
    List<Layer> layers = Stream.of("dropout 0.25", "dense 10").map(Layer::parse).toList();
    Map<String, Weights.Tensor> ones = new LinkedHashMap<>();
    Network.initialWeights(layers, 1)
        .tensors()
        .forEach(
            (name, tensor) -> {
              float[] values = new float[tensor.values().length];
              Arrays.fill(values, name.endsWith("weight") ? 1 : 0);
              ones.put(name, new Weights.Tensor(tensor.shape(), values));
            });
    float[] input = new float[20 * 784];
    Arrays.fill(input, 1);
    try (Backend vectors = new VectorBackend(layers, Stage.IMAGE, new Weights(ones), true)) {
      vectors.seed(7);
      float[] first = sums(vectors, input);
      float[] second = sums(vectors, input);
      vectors.seed(7);

      assertThat(sums(vectors, input)).containsExactly(first);
      assertThat(second).isNotEqualTo(first);
      double mean = 0;
      for (float sum : first) {
        mean += sum / first.length;
      }
      assertThat(mean).isCloseTo(784, within(15.0));
      assertThat(Arrays.stream(bits(first)).distinct().count()).isGreaterThan(10);
      assertThat(vectors.forward(input, 20)[0]).isEqualTo(784);
    }
  }

  /** What the images of a batch come to, of which the gradient by each of 784 weights is a part. */
  private static float[] sums(Backend backend, float[] input) {
    float[] sums = new float[20];
    backend.backward(
        input,
        20,
        (logits, first) -> {
          for (int i = 0; i < logits.length / 10; i++) {
            sums[first + i] = logits[10 * i];
          }
          return new float[logits.length];
        });
    return sums;
  }

  private static int[] bits(float[] numbers) {
    int[] bits = new int[numbers.length];
    Arrays.setAll(bits, i -> Float.floatToIntBits(numbers[i]));
    return bits;
  }

  @Test
  void linesOfAnyWidthAreComputedAlike() {
    List<Layer> layers = Architecture.LINE.withDropout(0.0).layers();
    Size image = Task.LINE.image();
    Weights weights = Network.initialWeights(layers, 5);
    try (Backend direct = new MxnetBackend(layers, image, weights, true);
        Backend djl = new DjlBackend(layers, image, weights)) {
      for (int width : new int[] {192, 64, 128}) {
        float[] input = random(3 * 32 * width);
        assertAlike("outputs", direct.forward(input, 3), djl.forward(input, 3), ALIKE);
        float[] gradient = random(3 * 36 * LineOutputs.of(layers, width).places());
        direct.backward(input, 3, (logits, _) -> gradient);
        djl.backward(input, 3, (logits, _) -> gradient);
        compareGradients(direct, djl, "conv1.weight", 16 * 9, ALIKE);
        compareGradients(direct, djl, "conv8.weight", 36 * 192, ALIKE);
      }
    }
  }

  @Test
  void whatIsWrittenIsComputedWith() {
    List<Layer> layers = Architecture.named("lenet5-relu").layers();
    Weights first = Network.initialWeights(layers, 1);
    Weights second = Network.initialWeights(layers, 2);
    float[] input = random(4 * 784);
    try (Backend changed = new MxnetBackend(layers, first, true);
        Backend expected = new MxnetBackend(layers, second, false)) {
      changed.backward(input, 4, (logits, _) -> logits);
      second.tensors().forEach((name, tensor) -> changed.write(name, tensor.values()));

      assertAlike("outputs", changed.forward(input, 4), expected.forward(input, 4), 1e-5f);
      assertThat(changed.weights().tensors().get("conv2.weight").values())
          .containsExactly(second.tensors().get("conv2.weight").values());
    }
  }

  @Test
  void anyThreadMayUseIt() {
    List<Layer> layers = Architecture.named("inkling").layers();
    float[] input = random(784);
    try (Backend backend = new MxnetBackend(layers, Network.initialWeights(layers, 1), false)) {
      float[] here = backend.forward(input, 1);
      float[] there = CompletableFuture.supplyAsync(() -> backend.forward(input, 1)).join();

      assertThat(there).containsExactly(here);
      assertThat(backend.forward(input, 1)).containsExactly(here);
    }
  }

  /** Without a lock this ends the process: MXNet damages its memory. */
  @Test
  void networksAreBoundOnSeveralThreadsAtOnce() {
    List<Layer> layers = Architecture.named("conv2-wide").layers();
    Weights weights = Network.initialWeights(layers, 5);
    float[] input = random(784);
    float[] alone = bound(layers, weights, input);

    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      IntStream.range(0, THREADS * BINDINGS)
          .mapToObj(_ -> threads.submit(() -> bound(layers, weights, input)))
          .toList()
          .forEach(result -> assertThat(result).succeedsWithin(MOST).isEqualTo(alone));
    }
  }

  private static float[] bound(List<Layer> layers, Weights weights, float[] input) {
    try (Backend backend = new MxnetBackend(layers, weights, false)) {
      return backend.forward(input, 1);
    }
  }
}
