package dev.inkling.layer;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.Architecture;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerTest {
  static Stream<Arguments> textForms() {
    return Stream.of(
        Arguments.of("conv 6@5x5 pad 2", new Conv(6, 5, 2)),
        Arguments.of("conv 128@3x3", new Conv(128, 3, 0)),
        Arguments.of("max-pool 2", new Pool(true, 2)),
        Arguments.of("avg-pool 7", new Pool(false, 7)),
        Arguments.of("dense 120", new Dense(120)),
        Arguments.of("dropout 0.5", new Dropout(false, 0.5)),
        Arguments.of("channel-dropout 0.25", new Dropout(true, 0.25)),
        Arguments.of("dropout 1.0E-4", new Dropout(false, 0.0001)),
        Arguments.of("relu", new Relu()),
        Arguments.of("batch-norm", new BatchNorm()),
        Arguments.of("log-softmax", new LogSoftmax()));
  }

  @ParameterizedTest
  @MethodSource("textForms")
  void aLayersTextIsReadBackAsTheSameLayer(String text, Layer layer) {
    assertThat(Layer.parse(text)).isEqualTo(layer);
    assertThat(layer.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("dev.inkling.support.LayerTexts#all")
  void layersOfAllKindsAreReadBack(String text) {
    Layer layer = Layer.parse(text);

    assertThat(Layer.parse(layer.text())).isEqualTo(layer);
  }

  @Test
  void theSameSizeIsReadAsThePaddingThatGivesIt() {
    assertThat(Layer.list("conv 8@3x3 same, depthwise 5x5 stride 2 same,leaky-relu"))
        .containsExactly(
            new Conv(8, 3, 1, 1, true), new Depthwise(5, 2, 2, true), new LeakyRelu(0.01));
    assertThat(new Conv(8, 3, 2, 1, false).text()).isEqualTo("conv 8@3x3 stride 2 pad 1 no-bias");
    assertThat(new Conv(8, 3, 2, 1, false).output(new Size(1, 28, 28)))
        .isEqualTo(new Size(8, 14, 14));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "kanv 8@3x3 ; There are: conv, depthwise, residual, dense",
        "conv 8@3x4 ; It is: conv FILTERS@KxK [stride S] [pad P | same] [no-bias]",
        "residual 8@4x4 ; Take an odd kernel",
        "conv 8@2x2 same ; Take an odd kernel"
      })
  void aWrongTextIsToldWhatIsPossible(String text, String sentence) {
    assertThat(problemOf(() -> Layer.parse(text)).getMessage())
        .contains("“" + text + "”", sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fa-IR", "ar-EG", "bn-BD", "ne-NP", "my-MM", "mr-IN", "de-DE"})
  void aLayersTextDoesNotFollowTheSystemsDigits(String language) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(language));
    try {
      for (Architecture architecture : Architecture.all()) {
        for (Layer layer : architecture.layers()) {
          assertThat(layer.text()).matches("\\p{ASCII}+");
          assertThat(Layer.parse(layer.text())).isEqualTo(layer);
        }
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyArchitectureCanBeWrittenAndReadBack() {
    for (Architecture architecture : Architecture.all()) {
      assertThat(architecture.layers().stream().map(Layer::text).map(Layer::parse).toList())
          .isEqualTo(architecture.layers());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "conv",
        "conv 6",
        "conv 6@5",
        "conv 6@5x3",
        "conv 6@5x5 pad",
        "conv -6@5x5",
        "conv 6@5x5 pad -1",
        "conv 0@3x3",
        "conv 6@0x0",
        "conv 99999@3x3",
        "max-pool",
        "max-pool 0",
        "avg-pool 0",
        "min-pool 2",
        "dense",
        "dense 0",
        "dense 1.5",
        "dense 9999999999",
        "dropout",
        "dropout 1.5",
        "dropout 1",
        "dropout -0.5",
        "relu 6",
        "RELU",
        "Relu",
        "softmax",
        "relu,",
        "conv 6@5x5 pad 2, relu",
        "conv 6@5x5 pad 2 ",
        "__proto__"
      })
  void anyOtherTextIsAProblemThatShowsIt(String text) {
    assertThat(problemOf(() -> Layer.parse(text)).getMessage()).contains("“" + text + "”");
  }

  @Test
  void aLayerKnowsTheSizeOfItsOutput() {
    Size image = new Size(1, 28, 28);

    assertThat(new Conv(6, 5, 2).output(image)).isEqualTo(new Size(6, 28, 28));
    assertThat(new Conv(6, 5, 0).output(image)).isEqualTo(new Size(6, 24, 24));
    assertThat(new Pool(true, 2).output(new Size(6, 7, 9))).isEqualTo(new Size(6, 3, 4));
    assertThat(new Dense(120).output(image)).isEqualTo(new Size(120, 1, 1));
    assertThat(new Dropout(true, 0.5).output(image)).isEqualTo(image);
    assertThat(new Relu().output(image)).isEqualTo(image);
    assertThat(new Size(16, 5, 5).count()).isEqualTo(400);
  }
}
