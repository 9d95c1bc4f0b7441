package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgChartTest {
  private static final ChartCaptions CAPTIONS =
      new ChartCaptions("Loss <of> \"a\" & b 损失", "Examples seen", "Nats", "Nothing yet");

  @Test
  void aLineChartHasAllItsWords() throws Exception {
    Document svg = parse(SvgChart.of(lines(100), 720, 400));
    assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 720 400");
    assertThat(texts(svg))
        .contains(CAPTIONS.title(), CAPTIONS.x(), CAPTIONS.y(), "Training", "Validation", "2.0")
        .doesNotContain("Hidden", CAPTIONS.empty());
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(CAPTIONS.title());
  }

  @Test
  void itIsAsLargeAsThePictureAndNotAsTheData() {
    assertThat(SvgChart.of(lines(200_000), 720, 400)).hasSizeLessThan(80_000);
  }

  @Test
  void twoChartsInAPageDoNotShareNames() {
    assertThat(SvgChart.of(lines(10), 300, 180)).doesNotContain("id=").doesNotContain("url(");
  }

  @Test
  void numbersAreFinite() {
    assertThat(SvgChart.of(lines(10), 20, 20)).doesNotContain("NaN").doesNotContain("Infinity");
    assertThat(SvgChart.of(lines(0), 300, 200)).contains("Nothing yet").doesNotContain("NaN");
  }

  @Test
  void controlCharactersAreLeftOut() throws Exception {
    ChartCaptions odd = new ChartCaptions("a\u0000\u0007b\ud800", "", "", "");
    Document svg = parse(SvgChart.of(LineFigure.of(odd, Axes.COUNTED, 0, List.of()), 300, 200));
    assertThat(texts(svg)).contains("ab");
  }

  @Test
  void barsHaveLabelsNumbersAndTheNote() throws Exception {
    for (boolean isVertical : new boolean[] {false, true}) {
      Document svg = parse(SvgChart.of(bars(0.9, isVertical), 600, 300));
      assertThat(texts(svg)).contains("Accuracy", "0", "9", "99.9%", "from 90%", "90%");
    }
  }

  @Test
  void barsFromZeroNeedNoNote() throws Exception {
    assertThat(texts(parse(SvgChart.of(bars(0, false), 600, 300))))
        .contains("0%")
        .doesNotContain("from 90%");
  }

  @Test
  void labelsOfLowRowsDoNotTouch() throws Exception {
    for (int height : new int[] {300, 150, 100, 70}) {
      NodeList texts = parse(SvgChart.of(bars(0, false), 200, height)).getElementsByTagName("text");
      List<Element> labels =
          IntStream.range(0, texts.getLength())
              .mapToObj(i -> (Element) texts.item(i))
              .filter(text -> text.getTextContent().matches("[0-9]"))
              .toList();
      assertThat(labels).hasSizeGreaterThan(2);
      double size = Double.parseDouble(labels.getFirst().getAttribute("font-size"));
      for (int k = 1; k < labels.size(); k++) {
        double row = y(labels.get(k)) - y(labels.get(k - 1));
        assertThat(row).as("height " + height).isGreaterThanOrEqualTo(size * 1.1);
      }
    }
  }

  private static double y(Element text) {
    return Double.parseDouble(text.getAttribute("y"));
  }

  @Test
  void aBarFigureRefusesWhatItCannotDraw() {
    assertThatIllegalArgumentException().isThrownBy(() -> bars(1, false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BarFigure.of("", "", List.of("0"), new double[2], 0));
  }

  private static BarFigure bars(double start, boolean isVertical) {
    List<String> labels = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
    double[] values = new double[10];
    java.util.Arrays.fill(values, 0.99999);
    values[3] = Double.NaN;
    return new BarFigure("Accuracy", "from 90%", "", labels, values, values, start, isVertical);
  }

  private static LineFigure lines(int samples) {
    Points points = new Points();
    for (int i = 0; i < samples; i++) {
      points.append(64.0 * i, 2 + Math.sin(i));
    }
    Curve hidden = new Curve("Hidden", CurveStyle.of(2), points, new Smoothing(points), false);
    List<Curve> curves =
        List.of(
            new Curve("Training", CurveStyle.of(0).smoothed(), points),
            new Curve("Validation", CurveStyle.of(1).dashed().marked(), points),
            hidden);
    return LineFigure.of(CAPTIONS, Axes.COUNTED, 0.6, curves);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document svg) {
    NodeList texts = svg.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .toList();
  }
}
