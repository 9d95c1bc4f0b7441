package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.explain.BackwardPass.From;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Chain;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Parameter;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.support.LayerTexts;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import dev.inkling.train.CrossEntropy;
import dev.inkling.train.OneStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BackwardPassTest {
  private static final int COUNT = 3;
  private static final Digits DIGITS = Synthetic.digits(COUNT, 3);

  static Stream<String> architectures() {
    return Architecture.all().stream().map(Architecture::name);
  }

  private static BackwardPass pass(Model model) {
    float[] input = new float[COUNT * Digits.PIXELS];
    for (int i = 0; i < COUNT; i++) {
      DIGITS.write(i, input, i * Digits.PIXELS);
    }
    model.card().normalization().apply(input, 0, input.length);
    int[] labels = IntStream.range(0, COUNT).map(DIGITS::label).toArray();
    return BackwardPass.of(model, input, CrossEntropy.targets(labels, 10, 0));
  }

  private static Model around(String layer) {
    return TinyModels.untrained(
        "any", LayerTexts.around(layer).stream().map(Layer::text).toArray(String[]::new));
  }

  private static double strongest(float[] values) {
    double strongest = 0;
    for (float value : values) {
      strongest = Math.max(strongest, Math.abs(value));
    }
    return strongest;
  }

  private static double sum(List<From> from) {
    return from.stream().mapToDouble(one -> one.chain().value()).sum();
  }

  /** Values of a layer, or pixels, some of them: all where there are few. */
  private static IntStream some(int count, SplittableRandom random) {
    return count <= 60
        ? IntStream.range(0, count)
        : IntStream.range(0, 60).map(_ -> random.nextInt(count));
  }

  private static void chainsGiveTheEnginesNumbers(BackwardPass pass) {
    SplittableRandom random = new SplittableRandom(1);
    List<Stage> stages = pass.stages();
    for (int layer = -1; layer < stages.size(); layer++) {
      int at = layer;
      Size size = layer < 0 ? Stage.IMAGE : stages.get(layer).output();
      for (int i = 0; i < COUNT; i++) {
        int image = i;
        float[] engines = pass.gradient(image, layer);
        double tolerance = 1e-5 * strongest(engines) + 1e-9;
        some(engines.length, random)
            .forEach(
                v -> {
                  Cell cell = Cell.at(v, size);
                  double value =
                      at == stages.size() - 1
                          ? pass.ofOutput(image, v)
                          : sum(pass.origin(image, at, cell));
                  assertThat(value)
                      .as("layer %s, %s of image %s", at, cell, image)
                      .isCloseTo(engines[v], within(tolerance));
                });
      }
    }
    for (int layer = 0; layer < stages.size(); layer++) {
      for (Parameter parameter : stages.get(layer).parameters()) {
        parametersChain(pass, layer, parameter, random);
      }
    }
  }

  private static void parametersChain(
      BackwardPass pass, int layer, Parameter parameter, SplittableRandom random) {
    String name = pass.stages().get(layer).parameter(parameter.part());
    if (Stage.isTrained(name)) {
      float[] engines = pass.parameters().get(name);
      some(engines.length, random)
          .forEach(
              index -> {
                Chain chain = pass.origin(layer, parameter.part(), index);
                assertThat(chain.value())
                    .as("%s, %s", name, index)
                    .isCloseTo(engines[index], within(1e-5 * chain.size() + 1e-9));
              });
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void theChainRuleGivesTheEnginesGradients(String architecture) {
    chainsGiveTheEnginesNumbers(pass(OneStep.withoutDropout(Shipped.model(architecture))));
  }

  @ParameterizedTest
  @MethodSource("dev.inkling.support.LayerTexts#all")
  void soItDoesForEveryKindOfLayer(String layer) {
    chainsGiveTheEnginesNumbers(pass(OneStep.withoutDropout(around(layer))));
  }

  @Test
  void andThroughLogarithmsOfProbabilities() {
    chainsGiveTheEnginesNumbers(
        pass(TinyModels.untrained("log", "conv 4@5x5 stride 3", "dense 10", "log-softmax")));
  }

  /**
   * (f(w + h) − f(w − h)) / 2h. The network computes in float, so that a small h drowns in
   * rounding, and a large one reaches beyond a bend of a ReLU or of a maximum: of three weights two
   * have to agree, each with one of three widths.
   */
  @ParameterizedTest
  @MethodSource("dev.inkling.support.LayerTexts#all")
  void gradientsAreCentralDifferences(String layer) {
    Model model = OneStep.withoutDropout(around(layer));
    SplittableRandom random = new SplittableRandom(2);
    pass(model)
        .parameters()
        .forEach(
            (name, gradients) -> {
              int[] large = IntStream.range(0, 3).map(_ -> large(gradients, random)).toArray();
              assertThat(IntStream.of(large).filter(i -> agrees(model, name, i, gradients[i])))
                  .as("%s, of %s", name, IntStream.of(large).boxed().toList())
                  .hasSizeGreaterThanOrEqualTo(2);
            });
  }

  private static boolean agrees(Model model, String name, int index, double gradient) {
    double tolerance = 1e-2 * Math.abs(gradient) + 5e-4;
    return DoubleStream.of(3e-3, 1e-3, 3e-4)
        .anyMatch(h -> Math.abs(slope(model, name, index, h) - gradient) < tolerance);
  }

  private static double slope(Model model, String name, int index, double h) {
    double up = pass(moved(model, name, index, h)).loss();
    double down = pass(moved(model, name, index, -h)).loss();
    return (up - down) / (2 * h);
  }

  /** One of the larger ones: differences of small ones are lost in rounding. */
  private static int large(float[] gradients, SplittableRandom random) {
    int found = 0;
    for (int i = 0; i < 20; i++) {
      int other = random.nextInt(gradients.length);
      found = Math.abs(gradients[other]) > Math.abs(gradients[found]) ? other : found;
    }
    return found;
  }

  private static Model moved(Model model, String name, int index, double by) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(model.weights().tensors());
    Tensor tensor = model.weights().tensor(name);
    float[] values = tensor.values().clone();
    values[index] += (float) by;
    tensors.put(name, new Tensor(tensor.shape(), values));
    return new Model(model.card(), new Weights(tensors));
  }

  @Test
  void theLossIsMinusTheLogarithmOfTheRightProbability() {
    BackwardPass pass = pass(Shipped.model("lenet5-relu"));

    for (int i = 0; i < COUNT; i++) {
      float p = pass.images().get(i).probabilities()[DIGITS.label(i)];
      assertThat(pass.losses()[i]).isCloseTo(-Math.log(p), within(1e-4));
    }
    assertThat(pass.loss()).isEqualTo((pass.losses()[0] + pass.losses()[1] + pass.losses()[2]) / 3);
  }

  @Test
  void chainsByHand() {
    Chain two =
        new Chain.Products(
            List.of(
                new Chain.Link(0, new Cell(0, 0, 0), 2, 0.5f),
                new Chain.Link(0, new Cell(1, 0, 0), -1, 0.25f)));

    assertThat(two.value()).isEqualTo(0.75);
    // 2 · (0.5 − 0.25 − 3 · 0.125)
    assertThat(new Chain.Normalized(2, 0.5f, 0.25, 3, 0.125).value()).isEqualTo(-0.25);
  }
}
