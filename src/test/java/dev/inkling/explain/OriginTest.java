package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Synthetic;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Formula;
import dev.inkling.layer.Formula.Input;
import dev.inkling.layer.Formula.LogSoftmax;
import dev.inkling.layer.Formula.Maximum;
import dev.inkling.layer.Formula.Mean;
import dev.inkling.layer.Formula.Normalized;
import dev.inkling.layer.Formula.WeightedSum;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.support.Images;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OriginTest {
  private static final GreyImage DIGIT = Synthetic.digits(10, 3).image(8);

  static Stream<String> architectures() {
    return Architecture.all().stream().map(Architecture::name);
  }

  private static ForwardPass pass(Model model, GreyImage picture) {
    try (Activations activations = new Activations(model)) {
      return activations.of(picture);
    }
  }

  /** The corners of the first and the last map, and as many cells again anywhere. */
  private static Stream<Cell> cells(Size size, SplittableRandom random) {
    int bottom = size.height() - 1;
    int right = size.width() - 1;
    int last = size.channels() - 1;
    Stream<Cell> corners =
        Stream.of(
            new Cell(0, 0, 0),
            new Cell(0, 0, right),
            new Cell(0, bottom, 0),
            new Cell(0, bottom, right),
            new Cell(last, 0, 0),
            new Cell(last, bottom, right));
    Stream<Cell> anywhere =
        IntStream.range(0, 60).mapToObj(_ -> Cell.at(random.nextInt(size.count()), size));
    return Stream.concat(corners, anywhere);
  }

  /**
   * The engine sums in float and in an order of its own: over up to 1,152 terms that is a few times
   * 1e-6 of the largest numbers in a layer.
   */
  @ParameterizedTest
  @MethodSource("architectures")
  void theWrittenOutFormulaGivesTheEnginesNumber(String architecture) {
    ForwardPass pass = pass(Shipped.model(architecture), DIGIT);
    SplittableRandom random = new SplittableRandom(1);
    for (int layer = 0; layer < pass.layers().size(); layer++) {
      Activation activation = pass.layers().get(layer);
      int at = layer;
      float tolerance = 1e-5f * Math.max(1, activation.strongest());
      cells(activation.stage().output(), random)
          .forEach(
              cell -> {
                Origin origin = Origin.of(pass, at, cell);
                assertThat((float) origin.formula().value())
                    .as("%s %s", activation.stage().name(), cell)
                    .isCloseTo(activation.at(cell), within(tolerance));
                assertThat(origin.value()).isEqualTo(activation.at(cell));
              });
    }
  }

  @ParameterizedTest
  @MethodSource("dev.inkling.support.LayerTexts#all")
  void everyKindOfLayerGivesTheEnginesNumberInEveryCell(String layer) {
    ForwardPass pass =
        pass(TinyModels.untrained("any", "conv 4@5x5 stride 3", layer, "dense 10"), DIGIT);
    for (int i = 0; i < pass.layers().size(); i++) {
      Activation activation = pass.layers().get(i);
      for (int v = 0; v < activation.values().length; v++) {
        Cell cell = Cell.at(v, activation.stage().output());
        assertThat((float) Origin.of(pass, i, cell).formula().value())
            .as("%s %s", activation.stage().name(), cell)
            .isCloseTo(activation.values()[v], within(1e-5f));
      }
    }
  }

  @Test
  void aConvolutionIsItsKernelLaidOnThePicture() {
    Model model = TinyModels.untrained("one", "conv 2@3x3 pad 1", "dense 10");
    float[] weights = model.weights().tensors().get("conv1.weight").values();
    ForwardPass pass = pass(model, DIGIT);

    Origin corner = Origin.of(pass, 0, new Cell(1, 0, 0));
    WeightedSum sum = (WeightedSum) corner.formula();

    assertThat(sum.terms()).hasSize(9);
    assertThat(sum.bias()).isEqualTo(model.weights().tensors().get("conv1.bias").values()[1]);
    for (int i = 0; i < 9; i++) {
      assertThat(sum.terms().get(i).weight()).isEqualTo(weights[9 + i]);
      assertThat(sum.terms().get(i).input().cell()).isEqualTo(new Cell(0, i / 3 - 1, i % 3 - 1));
    }
    // The first row and column lie in the padding, which is 0; the picture's paper is not.
    assertThat(sum.terms().get(0).input().value()).isZero();
    assertThat(sum.terms().get(4).input().value()).isEqualTo(pass.input()[0]).isNegative();
    assertThat(sum.terms().get(4).product())
        .isCloseTo((double) weights[13] * pass.input()[0], within(1e-12));
    assertThat(corner.receptiveField()).isEqualTo(new Box(0, 0, 2, 2));
  }

  @Test
  void theWinnerOfAWindowIsNamed() {
    GreyImage dot = Images.image(28, 28, (x, y) -> x == 9 && y == 7 ? 1 : 0);
    ForwardPass pass = pass(TinyModels.untrained("pool", "max-pool 4", "dense 10"), dot);

    Maximum window = (Maximum) Origin.of(pass, 0, new Cell(0, 1, 2)).formula();
    Maximum blank = (Maximum) Origin.of(pass, 0, new Cell(0, 0, 0)).formula();

    assertThat(window.inputs()).hasSize(16);
    assertThat(window.winner().cell()).isEqualTo(new Cell(0, 7, 9));
    assertThat(blank.winner().cell()).isEqualTo(new Cell(0, 0, 0)); // the first of equals
  }

  @Test
  void formulasByHand() {
    Input a = new Input(new Cell(0, 0, 0), 1);
    Input b = new Input(new Cell(0, 0, 1), -3);

    assertThat(new Mean(List.of(a, b)).value()).isEqualTo(-1);
    assertThat(new Maximum(List.of(b, a)).value()).isEqualTo(1);
    assertThat(Formula.unchanged(b).value()).isEqualTo(-3);
    // 2 · (1 − 0.5) / √(3.75 + 0.25) + 0.1
    assertThat(new Normalized(a, 2, 0.1f, 0.5f, 3.75f, 0.25f).value()).isCloseTo(0.6, within(1e-7));
    assertThat(new LogSoftmax(a, List.of(a, b)).value())
        .isCloseTo(1 - Math.log(Math.E + Math.exp(-3)), within(1e-12));
    assertThat(
            new LogSoftmax(new Input(a.cell(), 1e4f), List.of(new Input(a.cell(), 1e4f))).value())
        .isZero();
  }

  @Test
  void whatFollowsIsFollowedUntilCellsAreMixed() {
    ForwardPass pass = pass(Shipped.model("inkling"), DIGIT);

    Cell cell = new Cell(3, 7, 7);
    Origin origin = Origin.of(pass, 4, cell);

    assertThat(origin.after().stream().map(after -> after.stage().name()))
        .containsExactly("norm2", "relu2");
    assertThat(origin.after().getFirst().value()).isEqualTo(pass.layers().get(5).at(cell));
    assertThat(origin.after().getLast().value())
        .isEqualTo(Math.max(0, origin.after().getFirst().value()));
    assertThat(Origin.of(pass, pass.layers().size() - 1, new Cell(7, 0, 0)).after()).isEmpty();
  }

  @Test
  void cellsThatAreNotThereAreRefused() {
    ForwardPass pass = pass(TinyModels.untrained("tiny"), DIGIT);

    assertThatThrownBy(() -> Origin.of(pass, 0, new Cell(4, 0, 0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Origin.of(pass, 0, new Cell(0, -1, 0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Origin.of(pass, 99, new Cell(0, 0, 0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void receptiveFieldsGrowAsByHand() {
    // conv 6@5x5 pad 2, relu, max-pool 2, conv 16@5x5, relu, max-pool 2, dense…
    List<Stage> lenet = Stage.of(Architecture.named("lenet5-relu").layers());

    assertThat(ReceptiveField.of(lenet, 0, new Cell(0, 10, 3)))
        .containsExactly(new Box(1, 8, 5, 5));
    assertThat(ReceptiveField.of(lenet, 0, new Cell(0, 0, 27)))
        .containsExactly(new Box(25, 0, 3, 3));
    // 5 cells of the pool are 10 of the convolution, which sees 2 more on each side.
    assertThat(ReceptiveField.of(lenet, 3, new Cell(0, 4, 4)))
        .containsExactly(
            new Box(6, 6, 14, 14),
            new Box(8, 8, 10, 10),
            new Box(8, 8, 10, 10),
            new Box(4, 4, 5, 5));
    assertThat(ReceptiveField.of(lenet, 6, new Cell(100, 0, 0)).getFirst())
        .isEqualTo(new Box(0, 0, 28, 28));
  }

  @Test
  void whatIsAddedInAResidualBlockIsSeenToo() {
    List<Stage> stages = Stage.of(Layer.list("conv 4@1x1, residual 4@3x3 stride 2"));

    List<Box> fields = ReceptiveField.of(stages, stages.size() - 1, new Cell(1, 5, 5));

    // Three on a side for the second convolution, seven for the first, which goes by two.
    assertThat(fields)
        .containsExactly(
            new Box(7, 7, 7, 7), // conv1
            new Box(7, 7, 7, 7), // residual1.conv1
            new Box(4, 4, 3, 3), // norm1
            new Box(4, 4, 3, 3), // relu1
            new Box(4, 4, 3, 3), // conv2
            new Box(5, 5, 1, 1), // norm2
            new Box(5, 5, 1, 1), // sum1
            new Box(5, 5, 1, 1)); // relu2
    // With filters of 1×1 what is added lies where the cell is.
    List<Stage> small = Stage.of(Layer.list("residual 4@1x1 stride 3"));
    assertThat(ReceptiveField.of(small, 6, new Cell(0, 4, 2)).getFirst())
        .isEqualTo(new Box(6, 12, 1, 1));
  }

  @Test
  void aNumberOfARowSeesItsOwnPlace() {
    List<Stage> stages = Stage.of(Layer.list("conv 2@3x3 pad 1, flatten, tanh, dense 10"));

    assertThat(ReceptiveField.of(stages, 2, new Cell(784 + 5 * 28 + 7, 0, 0)).getFirst())
        .isEqualTo(new Box(6, 4, 3, 3));
    assertThat(ReceptiveField.of(stages, 3, new Cell(3, 0, 0)).getFirst())
        .isEqualTo(new Box(0, 0, 28, 28));
  }

  /** Layers that hide nothing: the mean instead of the largest, and no ReLU. */
  @ParameterizedTest
  @CsvSource({"0, 13, 13", "1, 4, 5", "2, 0, 2", "3, 3, 3"})
  void aValueDependsOnItsReceptiveFieldAndOnNothingElse(int layer, int y, int x) {
    String[] texts = {
      "conv 2@3x3 pad 1", "avg-pool 3", "conv 3@3x3 pad 1", "avg-pool 2", "dense 10"
    };
    List<Stage> stages = Stage.of(Stream.of(texts).map(Layer::parse).toList());
    Cell cell = new Cell(1, y, x);
    Box field = ReceptiveField.of(stages, layer, cell).getFirst();
    try (Activations activations = new Activations(TinyModels.untrained("plain", texts))) {
      float before = activations.of(DIGIT).layers().get(layer).at(cell);
      for (int p = 0; p < 784; p++) {
        float[] ink = DIGIT.ink().clone();
        ink[p] += 50;
        float after = activations.of(new GreyImage(28, 28, ink)).layers().get(layer).at(cell);
        boolean isInside =
            p % 28 >= field.x()
                && p % 28 < field.x() + field.width()
                && p / 28 >= field.y()
                && p / 28 < field.y() + field.height();
        assertThat(after != before).as("pixel %d", p).isEqualTo(isInside);
      }
    }
  }
}
