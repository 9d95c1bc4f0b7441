package dev.inkling.recognize;

import static dev.inkling.support.Handwriting.BARRED_SEVEN;
import static dev.inkling.support.Handwriting.FOUR;
import static dev.inkling.support.Handwriting.SIX;
import static dev.inkling.support.Handwriting.TWO;
import static dev.inkling.support.Handwriting.ZERO;
import static dev.inkling.support.Handwriting.at;
import static dev.inkling.support.Handwriting.drawing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.LineAlphabet;
import dev.inkling.data.LineWriter;
import dev.inkling.data.LineWriter.WrittenLine;
import dev.inkling.data.Synthetic;
import dev.inkling.file.AppFolders;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Picture;
import dev.inkling.ink.Point;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.LineReading.Symbol;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lines, read with the networks that ship. */
class LineReaderTest {
  private static final Path SHIPPED = Path.of(System.getProperty(AppFolders.MODELS, "models"));

  private static LineReader reader;
  private static Classifier classifier;

  @BeforeAll
  static void open() {
    reader = new LineReader(ModelFolder.read(SHIPPED.resolve("line")));
    classifier = new Classifier(ModelFolder.read(SHIPPED.resolve(ModelLibrary.DEFAULT)));
  }

  @AfterAll
  static void close() {
    reader.close();
    classifier.close();
  }

  /** The part of lines that Inkling writes itself whose digits are read right. */
  private static double read(double plain) {
    LineWriter writer = new LineWriter(Synthetic.digits(500, 99));
    SplittableRandom random = new SplittableRandom(7);
    List<WrittenLine> lines =
        Stream.generate(() -> writer.write(192, plain, random)).limit(60).toList();
    long right =
        lines.stream()
            .filter(line -> reader.read(line.ink()).digits().equals(digits(line)))
            .count();
    return right / 60.0;
  }

  private static String digits(WrittenLine line) {
    return LineAlphabet.digits(line.text());
  }

  @Test
  void linesOnBlankPaperAreReadAndOnPrintedPaperMostly() {
    assertThat(read(1)).isGreaterThanOrEqualTo(0.85);
    assertThat(read(0)).isGreaterThanOrEqualTo(0.6);
  }

  /** Touching digits of 45 pixels' width, a point behind the first, a dash at the end. */
  private static Drawing amount() {
    return drawing(
            at(8, 100, 0.5, TWO),
            at(87, 100, 0.5, FOUR),
            at(130, 100, 0.5, ZERO),
            at(176, 100, 0.5, SIX))
        .with(new Stroke(List.of(new Point(74, 178), new Point(75, 179)), 9, false))
        .with(new Stroke(List.of(new Point(236, 150), new Point(262, 148)), 9, false));
  }

  private static Drawing picture(Drawing drawing, Ink paper) {
    GreyImage ink = Raster.of(drawing);
    float[] all = ink.ink().clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) Math.max(all[i], paper.at(i % ink.width(), i / ink.width()));
    }
    return Drawing.EMPTY.with(new Picture(new GreyImage(ink.width(), ink.height(), all)));
  }

  private interface Ink {
    double at(int x, int y);
  }

  @Test
  void anAmountsTouchingDigitsAreReadAndItsMarksToldApart() {
    Reading reading = Recognizer.read(picture(amount(), (x, y) -> 0), classifier, reader);

    assertThat(reading.text()).isEqualTo("2406");
    assertThat(reading.marks()).extracting(Reading.Mark::symbol).containsExactly('.', '-');
    List<Reading.Digit> digits = reading.digits();
    for (int i = 0; i < digits.size(); i++) {
      Box box = digits.get(i).box();
      double middle = List.of(33.0, 112.0, 156.0, 200.0).get(i);
      assertThat(box.x() + box.width() / 2.0).as("digit %d", i).isCloseTo(middle, within(10.0));
      float[] probabilities = digits.get(i).recognition().probabilities();
      float sum = 0;
      for (float probability : probabilities) {
        sum += probability;
      }
      assertThat(sum).isCloseTo(1, within(1e-4f));
    }
    Box dash = reading.marks().get(1).box();
    assertThat(dash.x() + dash.width() / 2.0).isCloseTo(249, within(12.0));
  }

  @Test
  void printUnderALineIsLeftOut() {
    GreyImage ink = Raster.of(amount());
    float[] all = ink.ink().clone();
    for (int i = 0; i < all.length; i++) {
      double x = i % ink.width();
      int y = i / ink.width();
      double wave = Math.sin((y + 5 * Math.sin(x / 17)) * 0.9);
      all[i] = (float) Math.max(all[i], 0.35 * Math.max(0, wave));
    }
    GreyImage line = new GreyImage(ink.width(), ink.height(), all).crop(new Box(5, 85, 270, 110));

    assertThat(reader.read(line).digits()).isEqualTo("2406");
  }

  @Test
  void aSingleDigitStaysOne() {
    for (String[] digit : List.of(TWO, SIX, ZERO, BARRED_SEVEN)) {
      Drawing alone = picture(drawing(at(80, 60, 1, digit)), (x, y) -> 0);

      assertThat(Recognizer.read(alone, classifier, reader).isNumber()).isFalse();
    }
  }

  @Test
  void symbolsStandOneBehindTheOther() {
    GreyImage page = Raster.of(amount());
    LineReading reading = reader.read(page.crop(page.inkBox()));

    assertThat(reading.text()).isEqualTo("2.406-");
    assertThat(reading.marks()).isEqualTo(".-");
    assertThat(reading.confidence()).isBetween(0.5, 1.0001);
    assertThat(reading.probability("2406")).isEqualTo(reading.confidence());
    assertThat(reading.probability("111")).isZero();
    double last = Double.NEGATIVE_INFINITY;
    for (Symbol symbol : reading.symbols()) {
      assertThat(symbol.from()).isGreaterThanOrEqualTo(last);
      assertThat(symbol.to()).isGreaterThan(symbol.from());
      last = symbol.to() - 1e-6;
    }
  }

  @Test
  void whereNothingIsNothingIsRead() {
    assertThat(reader.read(GreyImage.blank(80, 30))).isEqualTo(LineReading.NOTHING);
    assertThat(LineReading.NOTHING.text()).isEmpty();
    assertThat(LineReader.NONE.read(Raster.of(amount()))).isEqualTo(LineReading.NOTHING);
  }

  @Test
  void whoReadsSingleDigitsDoesNotTakeANetworkForLines() {
    Model lines = ModelFolder.read(SHIPPED.resolve("line"));

    assertThatThrownBy(() -> new Classifier(lines))
        .isInstanceOf(Problem.class)
        .extracting(problem -> ((Problem) problem).key())
        .isEqualTo("problem.model.lines");
  }
}
