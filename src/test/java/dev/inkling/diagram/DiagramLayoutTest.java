package dev.inkling.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.chart.Box;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Architecture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagramLayoutTest {
  /** The room for the picture in windows of 1100×700 to 2560×1440, and the size of letters. */
  private static final double[][] SIZES = {
    {794, 370, 14}, {970, 470, 14}, {1610, 750, 14}, {2250, 1110, 14}, {1610, 750, 28}
  };

  static Stream<Architecture> architectures() {
    return Architecture.all().stream();
  }

  private static List<Block> blocks(Architecture architecture) {
    return Block.of(Stage.of(architecture.layers()), false);
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void everyValueIsFoundWhereItIsDrawn(Architecture architecture) {
    for (double[] size : SIZES) {
      DiagramLayout layout = DiagramLayout.of(blocks(architecture), size[0], size[1], size[2]);
      for (int column = 0; column < layout.columns(); column++) {
        Size of = layout.size(column);
        for (int i = 0; i < of.count(); i += Math.max(1, of.count() / 97)) {
          Spot spot = new Spot(column, Cell.at(i, of));
          Box box = layout.cell(spot);
          assertThat(layout.at(box.x() + box.width() / 2, box.y() + box.height() / 2))
              .contains(spot);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void allOfItFitsAndCanBeSeen(Architecture architecture) {
    for (double[] size : SIZES) {
      DiagramLayout layout = DiagramLayout.of(blocks(architecture), size[0], size[1], size[2]);
      assertThat(DiagramLayout.minWidth(layout.blocks().size(), size[2]))
          .isLessThanOrEqualTo(size[0]);
      double end = 0;
      for (int column = 0; column < layout.columns(); column++) {
        Box place = layout.column(column);
        assertThat(place.x()).as("column %s", column).isGreaterThanOrEqualTo(end - 1e-9);
        end = place.right();
        Box values = layout.values(column);
        assertThat(values.y()).isGreaterThanOrEqualTo(DiagramLayout.TOP * size[2] / 14 - 1e-9);
        assertThat(values.bottom()).isLessThanOrEqualTo(size[1] + 1e-9);
        Box cell = layout.cell(new Spot(column, new Cell(0, 0, 0)));
        assertThat(cell.width()).isGreaterThan(1);
      }
      assertThat(end).isLessThanOrEqualTo(size[0] + 1e-9);
    }
  }

  @Test
  void betweenTheMapsThereIsNothing() {
    DiagramLayout layout = DiagramLayout.of(blocks(Architecture.all().getFirst()), 970, 470, 14);
    Box first = layout.map(1, 0);
    assertThat(layout.at(first.x() + 1, first.bottom() + 1)).isEmpty();
    assertThat(layout.at(first.x() + 1, 5)).isEmpty();
  }
}
