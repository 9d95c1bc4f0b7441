package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.LineAlphabet;
import dev.inkling.layer.Layer;
import dev.inkling.model.LineDecoder.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDecoderTest {
  /** Columns that are sure of a symbol each; {@code _} is blank. */
  private static double[][] sure(String path) {
    double[][] columns = new double[path.length()][LineAlphabet.SIZE];
    for (int t = 0; t < columns.length; t++) {
      char symbol = path.charAt(t);
      columns[t][symbol == '_' ? LineAlphabet.BLANK : LineAlphabet.SYMBOLS.indexOf(symbol)] = 1;
    }
    return columns;
  }

  @Test
  void equalNeighboursAreOneUnlessABlankPartsThem() {
    for (String path : List.of("_11_7_", "11_77_", "_1_1_7", "33.00")) {
      String said = path.replaceAll("(.)\\1+", "$1").replace("_", "");
      assertThat(LineDecoder.bestPath(sure(path))).isEqualTo(said);
      assertThat(LineDecoder.candidates(sure(path)).getFirst()).isEqualTo(new Candidate(said, 1));
    }
  }

  @Test
  void waysThatSayTheSameCountTogether() {
    double[][] columns = new double[2][LineAlphabet.SIZE];
    for (double[] column : columns) {
      column[4] = 0.4;
      column[LineAlphabet.BLANK] = 0.6;
    }

    List<Candidate> candidates = LineDecoder.candidates(columns);

    assertThat(LineDecoder.bestPath(columns)).as("of all paths the likeliest").isEmpty();
    assertThat(candidates.getFirst().text()).isEqualTo("4");
    assertThat(candidates.getFirst().probability()).isCloseTo(0.64, within(1e-12));
    assertThat(candidates.get(1).text()).isEmpty();
    assertThat(candidates.get(1).probability()).isCloseTo(0.36, within(1e-12));
  }

  @Test
  void everySymbolHasItsColumns() {
    int[][] taken = LineDecoder.columnsOf("71.", sure("_77__1_..."));

    assertThat(taken).isEqualTo(new int[][] {{1, 3}, {5, 6}, {7, 10}});
    assertThat(LineDecoder.columnsOf("", sure("___"))).isEmpty();
  }

  @Test
  void columnsOfALineStandWhereItsFiltersLook() {
    List<Layer> layers = Architecture.LINE.layers();
    LineOutputs outputs = LineOutputs.of(layers, 192);

    assertThat(outputs.columns()).isEqualTo(82);
    double first = LineOutputs.place(0);
    double last = LineOutputs.place(outputs.columns() - 1);
    assertThat(first).as("as far from both ends").isEqualTo(192 - last);
  }
}
