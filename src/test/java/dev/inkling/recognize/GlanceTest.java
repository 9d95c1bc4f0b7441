package dev.inkling.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Kept;
import dev.inkling.data.Synthetic;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Raster;
import dev.inkling.model.Architecture;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.NumberWriter.Layout;
import dev.inkling.support.Shipped;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GlanceTest {
  private static List<Optional<Reading>> read(List<Drawing> drawings) {
    return pages(drawings.stream().map(drawing -> Raster.of(drawing, 100)).toList());
  }

  private static List<Optional<Reading>> pages(List<GreyImage> pages) {
    try (Classifier classifier = new Classifier(Shipped.model(ModelLibrary.DEFAULT));
        LineReader lines = new LineReader(Shipped.model(Architecture.LINE.name()))) {
      return Glance.read(pages, classifier, lines);
    }
  }

  private static List<Drawing> digits(int count) {
    SplittableRandom random = new SplittableRandom(3);
    return IntStream.range(0, count).mapToObj(i -> Synthetic.drawing(i % 10, random)).toList();
  }

  @Test
  void digitsAreReadAtFirstGlance() {
    List<Optional<Reading>> read = read(digits(100));

    long right =
        IntStream.range(0, read.size())
            .filter(i -> read.get(i).filter(one -> one.text().equals("" + i % 10)).isPresent())
            .count();
    assertThat(right).isGreaterThanOrEqualTo(97);
  }

  @Test
  void numbersWhoseDigitsTouchAreLeftForALongerLook() {
    List<Drawing> digits = digits(100);
    List<Kept> samples =
        IntStream.range(0, 100).mapToObj(i -> Kept.of(digits.get(i), i % 10, null, null)).toList();
    NumberWriter writer = new NumberWriter(samples, 1);

    List<Optional<Reading>> read =
        read(
            IntStream.range(0, 100)
                .mapToObj(_ -> writer.write(Layout.TOUCHING).drawing())
                .toList());

    assertThat(read.stream().flatMap(Optional::stream).count()).isLessThanOrEqualTo(2);
  }

  @Test
  void aSpeckIsLeftForALongerLook() {
    GreyImage seven = Raster.of(digits(10).get(7), 100);
    GreyImage page = GreyImage.blank(3000, 3000).with(seven, 1400, 1400);

    List<Optional<Reading>> read = pages(List.of(seven, page));

    assertThat(read.getFirst()).isPresent();
    assertThat(read.getLast()).isEmpty();
  }
}
