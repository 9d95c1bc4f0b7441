package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.kernel.Loss;
import dev.inkling.model.Backend;
import dev.inkling.model.Recipe;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.train.Checkpoint.Best;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerTest {
  /** A weight, a bias and a statistic, which is not trained, of one number each. */
  private static final Map<String, Float> START =
      Map.of("dense1.weight", 2f, "dense1.bias", 1f, "norm1.mean", 5f);

  /** Gradients by hand, and what comes back. */
  private static final class ByHand implements Backend {
    final Map<String, Float> written = new HashMap<>();
    float gradient;

    @Override
    public void readGradient(String parameter, float[] into) {
      into[0] = gradient;
    }

    @Override
    public void write(String parameter, float[] values) {
      written.put(parameter, values[0]);
    }

    @Override
    public float[] forward(float[] input, int count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] features(float[] input, int count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void backward(float[] input, int count, Loss loss) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Weights weights() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  private static Checkpoint start() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    START.forEach((name, v) -> tensors.put(name, new Tensor(new long[] {1}, new float[] {v})));
    return new Checkpoint(0, 0, Best.NONE, new Weights(tensors), new Weights(Map.of()));
  }

  private static Recipe recipe(Recipe.Optimizer optimizer, double decay) {
    return new Recipe(1, 1, optimizer, 0.1).with(r -> r.weightDecay = decay);
  }

  /** Gradients of 4 and then −2, at a rate of 0.1. */
  @ParameterizedTest
  @CsvSource({
    "SGD, 0, 1.6, 1.8",
    "SGD, 0.5, 1.5, 1.625", // 2 − 0.1·(4 + 1), then 1.5 − 0.1·(−2 + 0.75)
    "MOMENTUM, 0, 1.6, 1.44", // −0.4, then 0.9·−0.4 + 0.2
    "MOMENTUM, 0.5, 1.5, 1.175", // −0.5, then 0.9·−0.5 − 0.1·(−2 + 0.75)
    "ADAM, 0, 1.9, 1.8733666", // the first step is the rate; then moments 0.16/0.19,
    // 0.019984/0.001999
    "ADAMW, 0.5, 1.8, 1.6833666", // 2·0.95 − 0.1, then 1.8·0.95 − 0.0266334
  })
  void stepsAreThoseOfTheFormulas(Recipe.Optimizer kind, double decay, float first, float second) {
    Optimizer optimizer = new Optimizer(recipe(kind, decay), start());
    ByHand network = new ByHand();

    network.gradient = 4;
    optimizer.step(network, 0.1);
    assertThat(network.written.get("dense1.weight")).isCloseTo(first, within(1e-5f));
    network.gradient = -2;
    optimizer.step(network, 0.1);
    assertThat(network.written.get("dense1.weight")).isCloseTo(second, within(1e-5f));

    assertThat(optimizer.steps()).isEqualTo(2);
    assertThat(network.written).containsOnlyKeys("dense1.weight", "dense1.bias");
  }

  /** A weight and a bias, both with a gradient of 3 or −3: together 3·√2 long. */
  @ParameterizedTest
  @CsvSource({"3, 1, 0.70710678", "-3, 1, -0.70710678", "3, 5, 3", "3, 0, 3"})
  void gradientsAreShortenedTogether(float gradient, double clip, float step) {
    ByHand network = new ByHand();
    network.gradient = gradient;
    Recipe recipe = recipe(Recipe.Optimizer.SGD, 0).with(r -> r.clip = clip);
    new Optimizer(recipe, start()).step(network, 1);

    assertThat(2 - network.written.get("dense1.weight")).isCloseTo(step, within(1e-6f));
    assertThat(1 - network.written.get("dense1.bias")).isCloseTo(step, within(1e-6f));
  }

  @Test
  void whatIsFrozenDoesNotCountForTheLength() {
    ByHand network = new ByHand();
    network.gradient = 3;
    Recipe recipe = recipe(Recipe.Optimizer.SGD, 0).with(r -> r.clip = 1);
    new Optimizer(recipe, start(), Set.of("dense1.bias")).step(network, 1);

    assertThat(network.written.get("dense1.weight")).isCloseTo(1f, within(1e-6f));
  }

  @Test
  void biasesDoNotDecay() {
    ByHand network = new ByHand();

    new Optimizer(recipe(Recipe.Optimizer.SGD, 0.5), start()).step(network, 0.1);

    assertThat(network.written).containsEntry("dense1.weight", 1.9f);
    assertThat(network.written).containsEntry("dense1.bias", 1f);
  }

  @ParameterizedTest
  @EnumSource
  void goesOnFromItsState(Recipe.Optimizer kind) {
    Recipe recipe = recipe(kind, 0.1);
    ByHand network = new ByHand();
    network.gradient = 3;
    Optimizer whole = new Optimizer(recipe, start());
    whole.step(network, 0.1);
    Map<String, Tensor> now = new LinkedHashMap<>();
    network.written.forEach(
        (name, value) -> now.put(name, new Tensor(new long[] {1}, new float[] {value})));
    Checkpoint cut = new Checkpoint(1, whole.steps(), Best.NONE, new Weights(now), whole.state());

    whole.step(network, 0.1);
    List<Float> expected = List.copyOf(network.written.values());
    new Optimizer(recipe, cut).step(network, 0.1);

    assertThat(List.copyOf(network.written.values())).isEqualTo(expected);
  }
}
