package dev.inkling.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.GreyImage.Box;
import org.junit.jupiter.api.Test;

class GripTest {
  private static final Box WHOLE = new Box(0, 0, 200, 100);
  private static final Box FRAME = new Box(50, 20, 100, 60);

  private static Grip at(double x, double y) {
    return Grip.at(FRAME, x, y, 5).orElse(null);
  }

  @Test
  void cornersAndEdgesAreHeldAndNothingBetween() {
    assertThat(at(47, 24)).isEqualTo(new Grip(true, true, false, false));
    assertThat(at(150, 80)).isEqualTo(Grip.CORNER);
    assertThat(at(153, 50)).isEqualTo(new Grip(false, false, true, false));
    assertThat(at(100, 16)).isEqualTo(new Grip(false, true, false, false));
    assertThat(at(100, 50)).isNull();
    assertThat(at(150, 90)).isNull();
  }

  @Test
  void ofANarrowFrameTheNearerSideIsHeld() {
    Box narrow = new Box(50, 20, 4, 60);

    assertThat(Grip.at(narrow, 49, 50, 5)).contains(new Grip(true, false, false, false));
    assertThat(Grip.at(narrow, 55, 50, 5)).contains(new Grip(false, false, true, false));
  }

  @Test
  void aFrameStaysInsideThePicture() {
    assertThat(Grip.ALL.drag(FRAME, 500, -500, WHOLE)).isEqualTo(new Box(100, 0, 100, 60));
    assertThat(Grip.CORNER.drag(FRAME, 500, 500, WHOLE)).isEqualTo(new Box(50, 20, 150, 80));
    assertThat(Grip.ALL.drag(WHOLE, 7, 7, WHOLE)).isEqualTo(WHOLE);
    assertThat(Grip.between(-5, 30, 20, 300, WHOLE)).isEqualTo(new Box(0, 30, 20, 70));
  }

  @Test
  void anEdgeIsNotDraggedOverTheOpposite() {
    Grip left = new Grip(true, false, false, false);

    assertThat(left.drag(FRAME, 500, 9, WHOLE))
        .isEqualTo(new Box(150 - Grip.LEAST, 20, Grip.LEAST, 60));
    assertThat(Grip.CORNER.drag(FRAME, -500, -500, WHOLE))
        .isEqualTo(new Box(50, 20, Grip.LEAST, Grip.LEAST));
    Box tiny = new Box(0, 0, 3, 3);
    assertThat(Grip.CORNER.drag(tiny, -2, -2, tiny)).isEqualTo(tiny);
  }
}
