package dev.inkling.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DotRasterTest {
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;

  private final DotRaster raster = new DotRaster(9, 7);

  @Test
  void aDotIsFullInsideSoftAtItsEdgeAndNothingBeyond() {
    raster.dot(4.5, 3.5, 2, RED);

    assertThat(raster.pixel(4, 3)).isEqualTo(RED);
    assertThat(raster.pixel(5, 4)).isEqualTo(RED);
    assertThat(raster.pixel(6, 3)).isEqualTo(0x80800000); // premultiplied
    assertThat(raster.pixel(2, 3)).isEqualTo(0x80800000);
    assertThat(raster.pixel(7, 3)).isZero();
    assertThat(raster.pixel(0, 0)).isZero();
  }

  @Test
  void theLastOneLiesAboveAndWhatIsPaleLetsThroughWhatIsBelow() {
    raster.dot(4.5, 3.5, 2, RED);
    raster.dot(4.5, 3.5, 1, BLUE);
    assertThat(raster.pixel(4, 3)).isEqualTo(BLUE);
    assertThat(raster.pixel(4, 2)).isEqualTo(0xff800080);

    raster.dot(4.5, 3.5, 1, 0x33ff0000);
    assertThat(raster.pixel(4, 3)).isEqualTo(0xff3300cc);
  }

  @Test
  void whatLiesOverAnEdgeIsCutOff() {
    raster.dot(0, 0, 2, RED);
    raster.dot(9, 7, 2, RED);
    raster.dot(-50, 900, 2, RED);

    assertThat(raster.pixel(0, 0)).isEqualTo(RED);
    assertThat(raster.pixel(8, 6)).isEqualTo(RED);
    assertThat(raster.pixel(8, 0)).isZero();
    assertThat(raster.pixel(0, 6)).isZero();
  }
}
