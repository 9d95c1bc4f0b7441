package dev.inkling.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import dev.inkling.model.Architecture;
import dev.inkling.support.Allocation;
import dev.inkling.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkCheckTest {
  private static final int CLASSES = 10;

  /**
   * A wrong network.
   *
   * @param layers as they are written; “200 × relu” is so many of them
   * @param place of what is wrong
   * @param rule that says so
   * @param sentence in English
   * @param button in English
   * @param mended the layers that come of it
   */
  record Wrong(
      String layers, int place, String rule, String sentence, String button, String mended) {
    static Wrong parse(String block) {
      String[] lines = block.strip().split("\n", -1);
      String[] where = lines[1].split(" ", 2);
      return new Wrong(
          lines[0], Integer.parseInt(where[0]), where[1], lines[2], lines[3], lines[4]);
    }

    @Override
    public String toString() {
      return rule + ": " + layers;
    }
  }

  /** Blocks of five lines: layers, place and rule, sentence, button, mended layers. */
  private static List<Wrong> wrong() throws IOException {
    try (InputStream in = NetworkCheckTest.class.getResourceAsStream("wrong-networks.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n\n", -1)).map(Wrong::parse).toList();
    }
  }

  private static List<Layer> layers(String text) {
    return text.isEmpty() || text.equals("nothing")
        ? List.of()
        : Arrays.stream(text.split(", ", -1)).flatMap(NetworkCheckTest::several).toList();
  }

  private static Stream<Layer> several(String text) {
    String[] parts = text.split(" × ", 2);
    return parts.length == 1
        ? Stream.of(Layer.parse(text))
        : Collections.nCopies(Integer.parseInt(parts[0]), Layer.parse(parts[1])).stream();
  }

  private static List<Finding> findings(List<Layer> layers) {
    return NetworkCheck.of(layers, Stage.IMAGE, CLASSES);
  }

  private static List<String> texts(List<Layer> layers) {
    return layers.stream().map(Layer::text).toList();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsWrongIsSaidWhereItStandsAndMended(Wrong wrong) {
    List<Layer> layers = layers(wrong.layers());
    Finding finding =
        findings(layers).stream()
            .filter(each -> each.rule().equals(wrong.rule()) && each.place() == wrong.place())
            .findFirst()
            .orElseThrow(() -> new AssertionError(findings(layers)));
    Messages english = new Messages(Messages.LANGUAGES.getFirst());

    assertThat(english.get(finding.text())).isEqualTo(wrong.sentence());
    assertThat(english.get(finding.mend())).isEqualTo(wrong.button());
    assertThat(texts(finding.mended())).isEqualTo(texts(layers(wrong.mended())));
    for (Messages messages : Messages.LANGUAGES.stream().map(Messages::new).toList()) {
      assertThat(messages.get(finding.text())).isNotBlank().doesNotContain("{", "}");
      assertThat(messages.get(finding.mend())).isNotBlank().doesNotContain("{", "}");
    }
  }

  @Test
  void thereAreAHundredOfThemAndEveryRuleHasOne() throws IOException {
    assertThat(wrong()).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
    assertThat(wrong().stream().map(Wrong::rule).collect(Collectors.toSet()))
        .isEqualTo(NetworkCheck.RULES.stream().map(Rule::name).collect(Collectors.toSet()));
  }

  /** What stands there still is not what was found: it went, or there is less of it. */
  private static void assertMended(List<Layer> layers, Finding finding) {
    List<Finding> before = same(findings(layers), finding);
    List<Finding> after = same(findings(finding.mended()), finding);
    boolean isRemoved = finding.mended().size() < layers.size();
    boolean isThereStill = after.stream().anyMatch(each -> each.place() <= finding.place());
    assertThat(isRemoved || after.size() < before.size() || !isThereStill)
        .as("%s, then %s: %s", texts(layers), texts(finding.mended()), finding)
        .isTrue();
  }

  private static List<Finding> same(List<Finding> findings, Finding one) {
    return findings.stream().filter(each -> each.rule().equals(one.rule())).toList();
  }

  private static void assertMendsEnd(List<Layer> wrong) {
    List<Layer> layers = wrong;
    for (int mends = 0; !findings(layers).isEmpty(); mends++) {
      assertThat(mends).as("%s", texts(wrong)).isLessThan(600);
      Finding first = findings(layers).getFirst();
      assertMended(layers, first);
      layers = first.mended();
    }
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void mendingOneAfterTheOtherEndsWithNothingToMend(Wrong wrong) {
    List<Layer> layers = layers(wrong.layers());
    findings(layers).forEach(finding -> assertMended(layers, finding));
    assertMendsEnd(layers);
  }

  @Test
  void anyLayersInAnyOrderCanBeMended() {
    SplittableRandom random = new SplittableRandom(24);
    for (int i = 0; i < 300; i++) {
      List<Layer> layers =
          IntStream.range(0, random.nextInt(12)).mapToObj(_ -> any(random)).toList();
      findings(layers).forEach(finding -> assertMended(layers, finding));
      assertMendsEnd(layers);
    }
  }

  private static Layer any(SplittableRandom random) {
    List<String> some =
        List.of(
            "conv 8@3x3",
            "conv 64@9x9 stride 2",
            "conv 1@1x1 pad 3",
            "conv 900@5x5 same no-bias",
            "max-pool 2",
            "avg-pool 7 stride 9",
            "max-pool 1",
            "dense 10",
            "dense 99999",
            "dense 1",
            "relu",
            "batch-norm",
            "dropout 0.95",
            "dropout 0.0",
            "channel-dropout 0.5",
            "log-softmax",
            "sigmoid",
            "tanh",
            "leaky-relu",
            "gelu",
            "flatten",
            "global-avg-pool",
            "depthwise 5x5 stride 2",
            "residual 8@7x7 stride 2",
            "residual 4000@3x3 no-norm");
    return Layer.parse(some.get(random.nextInt(some.size())));
  }

  /** Of what ships, some have a bias before batch norm, or an activation fewer than they might. */
  @Test
  void theArchitecturesThatShipHaveNoErrors() {
    for (Architecture architecture : Architecture.all()) {
      assertThat(findings(architecture.layers()))
          .as(architecture.name())
          .allMatch(finding -> finding.gravity() == Gravity.NOTE);
    }
  }

  @Test
  void whatIsMuchTooLargeTakesNoMemory() {
    List<Layer> layers =
        layers("conv 9999@99x99 pad 99, conv 9999@99x99 pad 99, dense 99999, dense 99999");

    assertThat(findings(layers)).anyMatch(finding -> finding.rule().startsWith("too-many"));
    assertThat(Allocation.of(() -> findings(layers))).isLessThan(50L << 20);
  }

  @Test
  void thoseOfTheWholeComeFirstThenPlacesInTheirOrder() {
    List<Finding> findings = findings(layers("relu, relu, conv 4@3x3, dropout 0.0"));

    assertThat(findings).extracting(Finding::place).isSorted().first().isEqualTo(Finding.WHOLE);
    assertThat(Set.copyOf(findings)).hasSameSizeAs(findings);
  }
}
