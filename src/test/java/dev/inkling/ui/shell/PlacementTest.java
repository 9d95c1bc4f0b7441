package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1040);
  private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 1366, 768);

  private static Placement place(Double x, Double y, double width, double height) {
    Settings first = Settings.FIRST;
    return Placement.of(
        new Settings(
            x,
            y,
            width,
            height,
            false,
            first.theme(),
            null,
            first.model(),
            first.brushWidth(),
            first.view()),
        List.of(LEFT, RIGHT));
  }

  @Test
  void whereOneSeesItItOpensAsItWas() {
    assertThat(place(100.0, 50.0, 1280, 800))
        .isEqualTo(new Placement(100.0, 50.0, 1280, 800, false));
    assertThat(place(-200.0, -8.0, 1280, 800).x()).isEqualTo(-200);
    assertThat(place(2000.0, 10.0, 1100, 740).x()).isEqualTo(2000);
  }

  @Test
  void outOfSightItOpensInTheMidst() {
    for (double[] at :
        new double[][] {{-1270, 10}, {1e4, 10}, {100, 1030}, {100, -700}, {3280, 10}}) {
      assertThat(place(at[0], at[1], 1280, 800))
          .isEqualTo(new Placement(null, null, 1280, 800, false));
    }
  }

  @Test
  void itIsNeverLargerThanTheScreenAndNeverASliver() {
    assertThat(place(null, null, 15_000, 800))
        .isEqualTo(new Placement(null, null, 1920, 800, true));
    assertThat(place(1930.0, 0.0, 1900, 1000))
        .isEqualTo(new Placement(1930.0, 0.0, 1366, 768, false));
    assertThat(place(0.0, 0.0, 1, 2)).isEqualTo(new Placement(0.0, 0.0, 1280, 800, false));
  }
}
