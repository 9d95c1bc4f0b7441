package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import dev.inkling.support.LogList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class MxnetLibraryTest {
  private static final boolean IS_MXNET = EngineSetup.engine().getEngineName().equals("MXNet");

  /** No assumption here: where the fast way is lost this fails. */
  @Test
  void mxnetIsBoundDirectly() {
    assertThat(Backend.way()).isEqualTo(IS_MXNET ? Backend.Way.DIRECT : Backend.Way.DJL);
    List<Layer> layers = List.of(Layer.parse("batch-norm"), Layer.parse("dense 10"));
    try (Backend backend = Backend.of(layers, Network.initialWeights(layers, 1))) {
      assertThat(backend).isInstanceOf(IS_MXNET ? MxnetBackend.class : DjlBackend.class);
    }
  }

  /** Likewise for Java's vectors: the tests run with their module. */
  @Test
  void smallNetworksGoByVectors() {
    List<Layer> layers = Architecture.named("lenet5-relu").layers();
    Weights weights = Network.initialWeights(layers, 1);
    try (Backend training = Backend.forTraining(layers, weights);
        Backend reading = Backend.of(layers, weights)) {
      assertThat(training).isInstanceOf(VectorBackend.class);
      assertThat(reading).isInstanceOf(ByCount.class);
    }
  }

  @Test
  void aLibraryThatCannotBeReachedIsLogged() {
    LogList logged = new LogList();
    Logger logger = Logger.getLogger(MxnetLibrary.class.getName());
    logger.addHandler(logged);
    try {
      assertThat(MxnetLibrary.library("MXNet", () -> "no/such/library.so")).isNull();
      assertThat(MxnetLibrary.library("PyTorch", () -> "no/such/library.so")).isNull();
    } finally {
      logger.removeHandler(logged);
    }
    assertThat(logged.records())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getLevel()).isEqualTo(Level.WARNING);
              assertThat(entry.getThrown()).isNotNull();
            });
  }

  @Test
  void whatCannotBeBoundLeavesNothingBehind() {
    assumeTrue(IS_MXNET);
    List<Layer> layers = List.of(Layer.parse("dense 10"));
    long before = MxnetLibrary.open();
    try (MxnetSymbol symbol = new MxnetSymbol(Stage.of(layers), 1, 8, true)) {
      Map<String, MxnetArray> parameters = new LinkedHashMap<>();
      symbol.shapes().keySet().stream()
          .filter(name -> !name.equals(MxnetSymbol.INPUT))
          .forEach(name -> parameters.put(name, MxnetArray.zeros(3, 5))); // of no layer's shape
      long made = MxnetLibrary.open();
      assertThatThrownBy(() -> new MxnetExecutor(symbol, 4, parameters, Map.of()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("MXExecutorBindEX");
      assertThatThrownBy(() -> new MxnetExecutor(symbol, 4, Map.of(), Map.of()))
          .isInstanceOf(NullPointerException.class);
      assertThat(MxnetLibrary.open()).isEqualTo(made);
      parameters.values().forEach(MxnetArray::close);
    }
    assertThat(MxnetLibrary.open()).isEqualTo(before);
  }

  @Test
  void aBackendThatIsClosedLeavesNothingBehind() {
    List<Layer> layers = Architecture.named("lenet5-relu").layers();
    Weights weights = Network.initialWeights(layers, 1);
    long before = MxnetLibrary.open();
    try (Backend backend = Backend.forTraining(layers, weights)) {
      backend.backward(new float[2 * 784], 2, (logits, _) -> logits);
      backend.forward(new float[784], 1);
    }
    assertThat(MxnetLibrary.open()).isEqualTo(before);
  }
}
