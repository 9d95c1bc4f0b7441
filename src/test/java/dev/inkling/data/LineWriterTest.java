package dev.inkling.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.LineWriter.WrittenLine;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.LineStrip;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineWriterTest {
  private final LineWriter writer = new LineWriter(Synthetic.digits(200, 3));

  private Stream<WrittenLine> lines(int width, double plain, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> writer.write(width, plain, random)).limit(60);
  }

  @Test
  void theSameSeedWritesTheSame() {
    WrittenLine once = writer.write(128, 0, new SplittableRandom(5));
    WrittenLine again = writer.write(128, 0, new SplittableRandom(5));
    WrittenLine other = writer.write(128, 0, new SplittableRandom(6));

    assertThat(again.text()).isEqualTo(once.text());
    assertThat(again.ink().ink()).containsExactly(once.ink().ink());
    assertThat(other.ink().ink()).isNotEqualTo(once.ink().ink());
  }

  @Test
  void everyLineSaysSomethingThatCanBeRead() {
    lines(160, 0, 1)
        .forEach(
            line -> {
              assertThat(line.text()).matches("[0-9.,\\-=#/:]+");
              for (int k : LineAlphabet.classesOf(line.text())) {
                assertThat(k).isBetween(0, LineAlphabet.BLANK - 1);
              }
              assertThat(line.ink().width()).isEqualTo(160);
              assertThat(line.ink().height()).isEqualTo(LineStrip.HEIGHT);
              for (float ink : line.ink().ink()) {
                assertThat(ink).isBetween(0f, 1f);
              }
            });
  }

  @Test
  void onBlankPaperThereIsInkForAllThatIsSaidAndNoneInTheMargins() {
    lines(192, 1, 2)
        .forEach(
            line -> {
              Box box = line.ink().inkBox();
              assertThat(box).as(line.text()).isNotNull();
              assertThat(box.x()).as(line.text()).isGreaterThanOrEqualTo(LineStrip.MARGIN - 1);
              assertThat(box.right()).isLessThanOrEqualTo(192 - LineStrip.MARGIN + 1);
              long digits = LineAlphabet.digits(line.text()).length();
              assertThat(box.width()).as(line.text()).isGreaterThan((int) (2 * digits));
            });
  }

  @Test
  void narrowLinesHoldFewerDigits() {
    double narrow = lines(96, 0, 3).mapToInt(line -> line.text().length()).average().orElse(0);
    double wide = lines(256, 0, 3).mapToInt(line -> line.text().length()).average().orElse(0);

    assertThat(narrow).isLessThan(wide);
  }

  @Test
  void paperIsUnderMostLines() {
    long clean = lines(128, 0, 4).filter(line -> isMostlyBlank(line.ink())).count();

    assertThat(clean).isBetween(5L, 45L);
  }

  private static boolean isMostlyBlank(GreyImage image) {
    int blank = 0;
    for (float ink : image.ink()) {
      blank += ink < 0.02 ? 1 : 0;
    }
    return blank > 0.6 * image.ink().length;
  }
}
