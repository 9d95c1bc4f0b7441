package dev.inkling.report;

import static dev.inkling.support.Problems.problemOf;
import static dev.inkling.support.Readings.predictions;
import static dev.inkling.support.Readings.sure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.chart.MatrixShades;
import dev.inkling.data.Digits;
import dev.inkling.data.Idx;
import dev.inkling.data.Idx.Part;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.LabelErrors;
import dev.inkling.evaluate.Results;
import dev.inkling.support.Pages;
import dev.inkling.support.RealMnist;
import dev.inkling.text.Messages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsReportTest {
  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
  private static final Messages CHINESE = new Messages(Locale.SIMPLIFIED_CHINESE);

  @TempDir Path folder;

  /** Ten images a class of which a four is read as a nine, and no other class is misread. */
  private static Results oneMiss() {
    return results(14, 9);
  }

  private static Results results(int missed, int readAs) {
    Digits digits = Synthetic.digits(100, 5);
    float[][] read = new float[digits.count()][];
    Arrays.setAll(read, i -> i == missed ? sure(readAs, 0.75) : sure(digits.label(i)));
    return Results.of(predictions(digits, read));
  }

  private String write(Results results, Messages messages) throws IOException {
    ResultsReport.write(results, messages, folder);
    return Files.readString(folder.resolve("report.html"));
  }

  @Test
  void thePageTellsTheFiguresInBothLanguages() throws IOException {
    assertThat(Pages.text(write(oneMiss(), ENGLISH)))
        .contains("hand on cases", "99.00% Accuracy", "94.55 – 99.82% 95% interval")
        .contains("4 10 100.00% 90.00% 94.74%", "9 10 90.91% 100.00% 95.24%")
        .contains("1 of 100 images", "4 → 9 · 75%", "#14")
        .doesNotContain("known to be wrong", "label error");
    assertThat(Pages.text(write(oneMiss(), CHINESE)))
        .contains("hand 在 cases 上的结果", "准确率", "混淆矩阵", "读错的图像")
        .doesNotContain("Accuracy");
  }

  @Test
  void thePageNeedsNothingElse() throws IOException {
    String page = write(oneMiss(), ENGLISH);

    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .contains("<svg", "src=\"data:image/png;base64,")
        .doesNotContain("http:", "https:", "href=", "url(", "@import", "src=\"/");
  }

  @Test
  void aClassThatWasNotThereHasDashes() throws IOException {
    Digits zeros = new Digits(new byte[2 * Digits.PIXELS], new byte[2]);

    String text = Pages.text(write(Results.of(predictions(zeros, 0, 0)), ENGLISH));

    assertThat(text)
        .contains("0 2 100.00% 100.00% 100.00%", "5 0 – – –", "All images were read right.");
  }

  @Test
  void everyImageIsALineOfTheTable() throws IOException {
    write(oneMiss(), ENGLISH);
    List<String> lines = Files.readAllLines(folder.resolve("predictions.csv"));

    assertThat(lines).hasSize(101);
    assertThat(lines.getFirst())
        .isEqualTo("index,label,predicted,confidence,loss,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9");
    assertThat(lines.get(1)).isEqualTo("0,0,0,1.0,0.0,1.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0");
    assertThat(lines.get(15)).startsWith("14,4,9,0.75,27.6").endsWith(",0.0,0.75");
  }

  @Test
  void everyClassIsALineAndWhatIsNoneIsEmpty() throws IOException {
    Digits digits = new Digits(new byte[2 * Digits.PIXELS], new byte[] {0, 3});
    write(Results.of(predictions(digits, 0, 0)), ENGLISH);

    assertThat(Files.readAllLines(folder.resolve("classes.csv")))
        .contains("class,count,precision,recall,f1", "0,1,0.5,1.0,0.6666666666666666")
        .contains("3,1,,0.0,0.0", "7,0,,,");
  }

  @Test
  void theMatrixIsAPictureInTheColoursOfThePage() throws IOException {
    write(oneMiss(), ENGLISH);
    BufferedImage png = ImageIO.read(folder.resolve("confusion.png").toFile());

    assertThat(png.getWidth()).isEqualTo(1120);
    assertThat(colors(png))
        .contains(MatrixShades.right(1, false), MatrixShades.wrong(1, false))
        .contains(MatrixShades.none(false), 0xffffffff);
    assertThat(Files.readString(folder.resolve("confusion.svg")))
        .startsWith("<svg")
        .contains("<title>hand on cases</title>", "#c24c00");
  }

  private static List<Integer> colors(BufferedImage image) {
    return Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct()
        .boxed()
        .toList();
  }

  @Test
  void theGalleryShowsWhatWasMisread() throws IOException {
    write(oneMiss(), ENGLISH);
    BufferedImage one = ImageIO.read(folder.resolve("misread.png").toFile());
    write(results(-1, 0), ENGLISH);
    BufferedImage none = ImageIO.read(folder.resolve("misread.png").toFile());

    // Of the one image each pixel is 8 by 8, from 24, 24 on.
    GreyPixels pixels = (x, y) -> one.getRGB(24 + 8 * x + 4, 24 + 8 * y + 4) & 0xff;
    Digits digits = Synthetic.digits(100, 5);
    for (int p = 0; p < Digits.PIXELS; p++) {
      assertThat(pixels.at(p % 28, p / 28)).isEqualTo(Math.round(digits.ink(14, p) * 255));
    }
    assertThat(colors(none)).doesNotContain(0xff000000);
  }

  private interface GreyPixels {
    int at(int x, int y);
  }

  @Test
  void knownLabelErrorsAreMarked() throws IOException {
    Digits test = Idx.read(RealMnist.folder(), Part.TEST);
    LabelErrors errors = LabelErrors.of(test);
    float[][] read = new float[test.count()][];
    Arrays.setAll(read, i -> sure(errors.suggested(i).orElse(test.label(i))));

    String page = Pages.text(write(Results.of(predictions(test, read)), ENGLISH));

    assertThat(page)
        .contains("99.90% Accuracy", "15 labels of MNIST’s test set", "the accuracy is 100.00%")
        .contains("#6651 label error");
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(problemOf(() -> ResultsReport.write(oneMiss(), ENGLISH, file.resolve("in"))).key())
        .isEqualTo("problem.folder.unwritable");
  }
}
