package dev.inkling.layer;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.layer.Setting.Form;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SettingTest {
  static final List<Kind> KINDS = Kinds.ALL;

  /** A kind whose text form has a place for something has a setting for it. */
  @ParameterizedTest
  @FieldSource("KINDS")
  void whatCanBeWrittenCanBeSet(Kind kind) {
    boolean hasPlaces = kind.usage().contains(" ");
    assertThat(kind.newLayer().settings().isEmpty()).isNotEqualTo(hasPlaces);
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void asItIsTheLayerStaysTheSame(Kind kind) {
    Layer layer = kind.newLayer();
    for (Setting setting : layer.settings()) {
      assertThat(setting.with().apply(setting.value())).as(setting.key()).isEqualTo(layer);
    }
  }

  /** At its limits, too, a layer can be written and read. */
  @ParameterizedTest
  @FieldSource("KINDS")
  void whatIsSetIsWrittenAndReadAgain(Kind kind) {
    for (Setting setting : kind.newLayer().settings()) {
      double most = setting.form() == Form.PART ? 0.875 : setting.most();
      for (double value : new double[] {setting.least(), most}) {
        Layer other = setting.with().apply(value);
        assertThat(Layer.parse(other.text())).as(setting.key()).isEqualTo(other);
        assertThat(other.settings())
            .filteredOn(each -> each.key().equals(setting.key()))
            .extracting(Setting::value)
            .containsExactly(value);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dense 100000,units",
    "dense 99999999999,units",
    "dense -1,units",
    "conv 0@3x3,filters",
    "conv 99999@3x3 same,filters",
    "conv 8@101x101 same,kernel",
    "conv 8@0x0,kernel",
    "conv 8@3x3 stride 10,stride",
    "depthwise 3x3 pad 100,padding",
    "residual 10000@3x3,filters",
    "max-pool 0,window",
    "avg-pool 2 stride 100,stride",
    "dropout 1,rate",
    "leaky-relu 1.5,slope"
  })
  void aNumberOutOfRangeIsNamedWithItsRange(String text, String setting) {
    Problem problem = problemOf(() -> Layer.parse(text));

    assertThat(problem.key()).isEqualTo("problem.layer.range");
    assertThat(problem.arguments()[0]).isEqualTo(text);
    assertThat(problem.arguments())
        .filteredOn(Phrase.class::isInstance)
        .extracting(argument -> ((Phrase) argument).key())
        .containsExactly("layer.setting." + setting, "recipe.outside");
  }

  @Test
  void whatKeepsTheSizeOfMapsKeepsItWithAnotherKernel() {
    assertThat(set("conv 8@3x3 pad 1", "kernel", 5)).isEqualTo("conv 8@5x5 pad 2");
    assertThat(set("conv 8@3x3", "kernel", 5)).isEqualTo("conv 8@5x5");
    assertThat(set("conv 8@5x5", "same", 1)).isEqualTo("conv 8@5x5 pad 2");
    assertThat(set("max-pool 2", "window", 3)).isEqualTo("max-pool 3");
    assertThat(set("max-pool 3 stride 2", "window", 2)).isEqualTo("max-pool 2");
  }

  @Test
  void aBlockThatCannotAddUpSaysWhy() {
    assertThatThrownBy(() -> set("residual 8@3x3", "kernel", 4)).isInstanceOf(Problem.class);
  }

  private static String set(String layer, String key, double value) {
    return Layer.parse(layer).settings().stream()
        .filter(setting -> setting.key().equals(key))
        .map(setting -> setting.with().apply(value).text())
        .findFirst()
        .orElseThrow();
  }
}
