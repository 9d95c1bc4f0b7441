package dev.inkling.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.chart.Box;
import dev.inkling.chart.Look;
import dev.inkling.chart.Painter;
import dev.inkling.chart.PngChart;
import dev.inkling.chart.SignedShades;
import dev.inkling.chart.SvgChart;
import dev.inkling.chart.ValueFormat;
import dev.inkling.data.Synthetic;
import dev.inkling.explain.Activation;
import dev.inkling.explain.Activations;
import dev.inkling.explain.ForwardPass;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Raster;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Stage;
import dev.inkling.model.Architecture;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.support.TinyModels;
import dev.inkling.text.Messages;
import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkDiagramTest {
  private static final GreyImage FOUR =
      Framing.frame(Raster.of(Synthetic.drawing(4, new SplittableRandom(4)))).orElseThrow();

  static Stream<Model> models() {
    return Architecture.all().stream()
        .map(
            a ->
                TinyModels.untrained(
                    a.name(), a.layers().stream().map(l -> l.text()).toArray(String[]::new)));
  }

  private static NetworkDiagram diagram(Model model, boolean isWhole) {
    try (Activations activations = new Activations(model)) {
      ForwardPass pass = activations.of(FOUR);
      List<Stage> stages = pass.layers().stream().map(Activation::stage).toList();
      return new NetworkDiagram(
          pass, Block.of(stages, isWhole), false, new Messages(Locale.ENGLISH));
    }
  }

  /** What is painted: the pixels of all pictures, and all texts. */
  private record Painted(List<int[]> pictures, List<String> texts) {}

  private static Painted paint(NetworkDiagram diagram) {
    Painted painted = new Painted(new ArrayList<>(), new ArrayList<>());
    Painter painter =
        (Painter)
            Proxy.newProxyInstance(
                Painter.class.getClassLoader(),
                new Class<?>[] {Painter.class},
                (_, method, arguments) -> {
                  switch (method.getName()) {
                    case "pictures" -> painted.pictures.add((int[]) arguments[2]);
                    case "text" -> painted.texts.add((String) arguments[0]);
                    case "fit" -> {
                      return arguments[0];
                    }
                    case "width" -> {
                      return 10.0;
                    }
                    default -> {
                      return null;
                    }
                  }
                  return null;
                });
    diagram.paint(painter, Look.PAPER, 970, 470);
    return painted;
  }

  @ParameterizedTest
  @MethodSource("models")
  void whatIsShownIsWhatTheEngineComputed(Model model) {
    NetworkDiagram diagram = diagram(model, true);
    List<int[]> pictures = paint(diagram).pictures;
    assertThat(pictures).hasSize(model.card().layers().size() + 1);
    for (int i = 0; i < model.card().layers().size(); i++) {
      Activation layer = diagram.pass().layers().get(i);
      assertThat(pictures.get(i + 1))
          .as(layer.stage().name())
          .containsExactly(SignedShades.colors(layer.values(), layer.strongest(), false));
    }
    int middle = 14 * 28 + 14;
    assertThat(pictures.getFirst()[middle]).isEqualTo(SignedShades.ink(FOUR.at(14, 14), false));
  }

  @ParameterizedTest
  @MethodSource("models")
  void theBarsAreTheClassifiersProbabilities(Model model) {
    try (Classifier classifier = new Classifier(model)) {
      List<String> texts = paint(diagram(model, false)).texts;
      for (float probability : classifier.probabilities(FOUR)) {
        assertThat(texts).contains(ValueFormat.percent(probability, 1));
      }
      assertThat(texts).contains("Input", "28×28", "conv1");
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void asSvgItHasAPictureForEachMap(Model model) {
    NetworkDiagram diagram = diagram(model, false);
    long maps = 1;
    for (Block block : diagram.blocks()) {
      maps += block.size().channels();
    }
    String svg = SvgChart.of(diagram, 970, 470);
    assertThat(svg.split("<image ", -1)).hasSize((int) maps + 1);
    assertThat(svg).contains("data:image/png;base64,").contains("image-rendering:pixelated");
  }

  @ParameterizedTest
  @MethodSource("models")
  void asPixelsEachValueHasItsColour(Model model) {
    NetworkDiagram diagram = diagram(model, false);
    BufferedImage image = PngChart.of(diagram, 970, 470, 4);
    DiagramLayout layout = DiagramLayout.of(diagram.blocks(), 970, 470, Look.PAPER.size());
    int last = diagram.blocks().getFirst().last();
    Activation layer = diagram.pass().layers().get(last);
    for (int i = 0; i < layer.values().length; i += 101) {
      Cell cell = Cell.at(i, layer.stage().output());
      Box box = layout.cell(new Spot(1, cell));
      int x = (int) (4 * (box.x() + box.width() / 2));
      int y = (int) (4 * (box.y() + box.height() / 2));
      assertThat(image.getRGB(x, y))
          .as("%s", cell)
          .isEqualTo(SignedShades.color(layer.at(cell) / layer.strongest(), false));
    }
  }
}
