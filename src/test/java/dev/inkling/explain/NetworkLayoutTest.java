package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.chart.Box;
import dev.inkling.explain.NetworkLayout.Column;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import dev.inkling.model.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkLayoutTest {
  static Stream<Architecture> architectures() {
    return Architecture.all().stream();
  }

  private static List<Stage> stages(Architecture architecture) {
    return Stage.of(architecture.layers());
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void allFitsAndNothingCoversAnother(Architecture architecture) {
    for (double[] place : new double[][] {{1060, 420}, {1800, 700}, {2500, 1100}}) {
      NetworkLayout layout = NetworkLayout.of(stages(architecture), place[0], place[1], 0);
      List<Box> boxes = new ArrayList<>();
      for (Column column : layout.columns()) {
        for (int c = 0; c < column.size().channels(); c++) {
          boxes.add(column.box(c));
        }
      }
      assertThat(layout.width()).isLessThanOrEqualTo(place[0] + 1e-9);
      for (int i = 0; i < boxes.size(); i++) {
        Box box = boxes.get(i);
        assertThat(box.y()).isGreaterThanOrEqualTo(-1e-9);
        assertThat(box.bottom()).isLessThanOrEqualTo(place[1] + 1e-9);
        for (Box other : boxes.subList(i + 1, boxes.size())) {
          boolean isApart =
              box.right() < other.x()
                  || other.right() < box.x()
                  || box.bottom() < other.y()
                  || other.bottom() < box.y();
          assertThat(isApart).as("%s and %s", box, other).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void allMapsHaveOneScaleThatCanBeSeen(Architecture architecture) {
    NetworkLayout layout = NetworkLayout.of(stages(architecture), 1060, 420, 0);

    assertThat(layout.columns()).hasSize(architecture.layers().size() + 1);
    assertThat(layout.cell()).isGreaterThan(0.9);
    for (Column column : layout.columns()) {
      if (column.size().height() > 1) {
        assertThat(column.cell()).isEqualTo(layout.cell());
      } else {
        assertThat(column.cell()).isGreaterThanOrEqualTo(4);
      }
    }
  }

  @Test
  void mapsStandBelowEachOtherLineByLine() {
    List<Stage> one = Stage.of(List.of(Layer.parse("conv 3@15x15")));

    NetworkLayout layout = NetworkLayout.of(one, 1000, 58, 0);

    // At most 58 / 28 a value; two maps of 14 values and the gap between them are as high at 2.
    assertThat(layout.cell()).isCloseTo(58 / 28.0, within(1e-9));
    Column column = layout.columns().get(1);
    assertThat(column.rows()).isEqualTo(1);
    assertThat(column.box(2).x() - column.box(1).x())
        .isCloseTo(14 * 58 / 28.0 + NetworkLayout.GAP, within(1e-9));
    Column narrow = NetworkLayout.of(one, 105, 58, 0).columns().get(1);
    assertThat(narrow.rows()).isEqualTo(2);
    assertThat(narrow.box(1).y()).isGreaterThan(narrow.box(0).bottom());
    assertThat(narrow.box(2).x()).isGreaterThan(narrow.box(0).right());
  }
}
