package dev.inkling.model;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.check.Finding;
import dev.inkling.check.NetworkCheck;
import dev.inkling.file.AppFolders;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import dev.inkling.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureStoreTest {
  @TempDir Path home;
  private ArchitectureStore store;

  @BeforeEach
  void open() {
    store = new ArchitectureStore(new AppFolders(home, home, home, home));
  }

  private static Architecture network(String name) {
    return new Architecture(
        name,
        Normalization.SYMMETRIC,
        Layer.list("residual 8@3x3 stride 2, global-avg-pool, dropout 0.25, dense 10"),
        Architecture.USUAL.with(r -> r.part = 0.5));
  }

  @Test
  void whatIsKeptIsReadAgainByPeopleToo() throws IOException {
    assertThat(store.own()).isEmpty();

    Path file = store.save(network("mine"));

    assertThat(store.readable()).containsExactly(network("mine"));
    assertThat(store.named("mine")).isEqualTo(network("mine"));
    assertThat(Files.readString(file))
        .contains("\"residual 8@3x3 stride 2\"", "\"normalization\"", "\"part\": 0.5");
  }

  /** Who writes one by hand says what is not usual, and nothing besides. */
  @Test
  void whatIsNotSaidIsAsUsual() throws IOException {
    Path file = home.resolve("by-hand.json");
    Files.writeString(
        file, "{\"layers\": [\"conv 8@3x3 same\", \"dense 10\"], \"recipe\": {\"epochs\": 3}}");

    Architecture read = store.named(file.toString());

    assertThat(read.name()).isEqualTo("by-hand");
    assertThat(read.normalization()).isEqualTo(Normalization.MNIST);
    assertThat(read.recipe()).isEqualTo(Architecture.USUAL.with(r -> r.epochs = 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"layers\": [null]}",
        "{\"layers\": [\"dense ten\"]}",
        "{\"layers\": [\"dense 10\"], \"normalization\": {\"mean\": 0, \"std\": 0}}",
        "{\"layers\": [\"dense 10\"], \"recipe\": {\"epochs\": 0}}",
        "{\"layers\": [\"dense 10\"], \"recipe\": {\"epochs\": \"many\"}}"
      })
  void aBrokenFileIsToldByItsNameAndHidesNoOther(String text) throws IOException {
    Path file = store.save(network("broken"));
    store.save(network("whole"));
    Files.writeString(file, text);

    assertThat(problemOf(() -> store.named("broken"))).hasMessageContaining(file.toString());
    assertThat(store.readable()).containsExactly(network("whole"));
    assertThat(store.own()).extracting(ArchitectureStore.Own::name).contains("broken");
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void namesAreUniqueAndNeverAShippedOnes() {
    store.save(network("mine"));
    store.save(network("other"));

    assertThat(ArchitectureStore.freeName("new", store::isTaken)).isEqualTo("new");
    assertThat(ArchitectureStore.freeName("mine", store::isTaken)).isEqualTo("mine-2");
    assertThat(ArchitectureStore.freeName("Sprint", store::isTaken)).isEqualTo("Sprint-2");
    assertThat(problemOf(() -> store.save(network("inkling"))).key())
        .isEqualTo("problem.network.shipped");
    assertThat(problemOf(() -> store.save(network("MLP-128"))).key())
        .isEqualTo("problem.network.shipped");
    assertThat(problemOf(() -> store.save(network("../mine"))).key())
        .isEqualTo("problem.network.name");
    assertThat(problemOf(() -> store.rename("mine", "Other")).key())
        .isEqualTo("problem.network.taken");
    assertThat(problemOf(() -> store.rename("mine", "line")).key())
        .isEqualTo("problem.network.shipped");
    assertThat(store.readable()).containsExactly(network("mine"), network("other"));
  }

  @Test
  void oneIsRenamedRemovedAndBroughtBack() {
    store.save(network("mine"));

    store.rename("mine", "Mine");
    store.rename("Mine", "better");
    assertThat(store.readable()).containsExactly(network("better"));
    String text = store.remove("better");
    assertThat(store.own()).isEmpty();
    store.restore("better", text);
    assertThat(store.readable()).containsExactly(network("better"));
    assertThat(problemOf(() -> store.restore("better", text)).key())
        .isEqualTo("problem.network.taken");
    assertThat(problemOf(() -> store.remove("mine")).key()).isEqualTo("problem.architecture");
  }

  private static Stream<Architecture> lessons() {
    return TeachingNetworks.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyNetworkToLearnFromCanBeTrainedAndSaysWhatItTeaches(Architecture network) {
    assertThat(NetworkCheck.of(network.layers(), Stage.IMAGE, 10)).noneMatch(Finding::isError);
    assertThat(RecipeField.wrongIn(network.recipe())).isEmpty();
    assertThat(store.named(network.name())).isEqualTo(network);
    Messages.LANGUAGES.forEach(
        language ->
            assertThat(new Messages(language).get(TeachingNetworks.lesson(network))).isNotBlank());
  }

  @Test
  void theSmallOnesAreSmallAndTheWrongOneIsToldSo() {
    assertThat(Network.parameterCount(store.named("softmax-regression").layers())).isEqualTo(7850);
    assertThat(Network.parameterCount(store.named("mlp-128").layers())).isEqualTo(101_770);
    assertThat(Network.parameterCount(store.named("depthwise").layers())).isLessThan(10_000);
    assertThat(NetworkCheck.of(store.named("vanishing-gradient").layers(), Stage.IMAGE, 10))
        .extracting(Finding::rule)
        .containsExactly("vanishing");
  }
}
