package dev.inkling.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelFolder;
import dev.inkling.ui.pad.Samples;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Digits that are hardly higher than the default brush is wide, as the shipped flagship reads. */
class SmallWritingTest {
  private static final double SCALE = 0.2;

  private static Drawing small(Drawing drawing) {
    return new Drawing(drawing.marks().stream().map(mark -> small((Stroke) mark)).toList());
  }

  private static Mark small(Stroke stroke) {
    List<Point> points =
        stroke.points().stream().map(p -> new Point(100 + p.x() * SCALE, p.y() * SCALE)).toList();
    return new Stroke(points, stroke.width(), false);
  }

  @Test
  void theyAreReadAsLargeOnesAre() {
    List<Drawing> drawings = Samples.all().stream().map(SmallWritingTest::small).toList();
    try (Classifier classifier = new Classifier(ModelFolder.read(Path.of("models/inkling")))) {
      assertThat(Recognizer.recognize(drawings, classifier))
          .extracting(Recognition::digit)
          .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(Recognizer.read(drawings, classifier))
          .extracting(Reading::text)
          .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }
  }
}
