package dev.inkling.ink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final Box LEFT = new Box(0, 0, 100, 280);

  private static Stroke stroke(boolean erases, double from, double to) {
    return new Stroke(List.of(new Point(from, 50), new Point(to, 60)), 10, erases);
  }

  @Test
  void onlyTheStrokesOfABoxAreTaken() {
    Stroke left = stroke(false, 20, 60);
    Stroke right = stroke(false, 150, 220);
    Stroke eraser = stroke(true, 150, 220);
    Drawing both = new Drawing(List.of(left, right, eraser));
    assertThat(both.within(LEFT).marks()).containsExactly(left, eraser);
  }

  @Test
  void aStrokeThatReachesOutBelongsWhereMostOfItIs() {
    List<Point> points =
        List.of(new Point(10, 9), new Point(60, 9), new Point(90, 9), new Point(140, 9));
    Stroke most = new Stroke(points, 10, false);
    assertThat(Drawing.EMPTY.with(most).within(LEFT).marks()).containsExactly(most);
    assertThat(Drawing.EMPTY.with(most).within(new Box(100, 0, 180, 280)).marks()).isEmpty();
  }

  @Test
  void aPictureIsBlankOutsideOfTheBox() {
    float[] ink = new float[Drawing.SIZE * Drawing.SIZE];
    Arrays.fill(ink, 1);
    Picture full = new Picture(new GreyImage(Drawing.SIZE, Drawing.SIZE, ink));
    Drawing within = Drawing.EMPTY.with(full).within(LEFT);
    assertThat(((Picture) within.marks().getFirst()).ink().inkBox()).isEqualTo(LEFT);
  }

  private static double width(Drawing drawing) {
    return ((Stroke) drawing.marks().getFirst()).width();
  }

  private static Drawing line(double length, double width) {
    return Drawing.EMPTY.with(
        new Stroke(List.of(new Point(100, 50), new Point(100, 50 + length)), width, false));
  }

  @Test
  void smallWritingIsInkedWithAFinerBrushInProportion() {
    assertThat(width(line(40, 18).finelyInked())).isEqualTo(6);
    assertThat(line(200, 18).finelyInked()).isEqualTo(line(200, 18));
    // A short bar belongs to what it stands beside.
    Drawing four = line(200, 18).with(stroke(false, 90, 110));
    assertThat(four.finelyInked()).isEqualTo(four);
    Drawing small = line(100, 18).with(stroke(true, 90, 110));
    assertThat(width(small.finelyInked())).isEqualTo(15);
    assertThat(small.finelyInked().marks().getLast()).isEqualTo(small.marks().getLast());
  }

  @Test
  void dotsAndWhatStandsBesideAPictureStayAsTheyAre() {
    assertThat(line(0, 18).finelyInked()).isEqualTo(line(0, 18));
    assertThat(line(27, 18).finelyInked()).isEqualTo(line(27, 18));
    assertThat(Drawing.EMPTY.finelyInked()).isEqualTo(Drawing.EMPTY);
    Drawing mixed = line(40, 18).with(new Picture(GreyImage.blank(Drawing.SIZE, Drawing.SIZE)));
    assertThat(mixed.finelyInked()).isEqualTo(mixed);
  }
}
