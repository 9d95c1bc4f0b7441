package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.diagram.Spot;
import dev.inkling.explain.Activation;
import dev.inkling.explain.Origin;
import dev.inkling.ink.Drawing;
import dev.inkling.layer.Cell;
import dev.inkling.model.Model;
import dev.inkling.recognize.Recognition;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.kit.Background;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkViewModelTest {
  private final Model model = TinyModels.untrained("tiny");
  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  private final List<Throwable> failures = new ArrayList<>();
  private NetworkViewModel network;

  @BeforeEach
  void open() {
    network = new NetworkViewModel(subject, Subjects.AT_ONCE, failures::add);
    subject.set(Subjects.of(model, Subjects.FOUR));
  }

  private Spot spot() {
    return network.spotProperty().get();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inkling",
        "lenet5-relu",
        "conv2-wide",
        "conv3-adam",
        "dropout-sgd",
        "lenet-dropout"
      })
  void allValuesOfAllArchitecturesAreTheEngines(String name) {
    subject.set(Subjects.of(Shipped.model(name), Subjects.FOUR));
    assertThat(network.seenProperty().get().pass().probabilities())
        .containsExactly(subject.get().recognition().probabilities(), within(1e-5f));
    for (int column = 1; column <= network.blocksProperty().get().size(); column++) {
      network.pointStrongest(column);
      Origin origin = network.originProperty().get();
      if (origin != null) {
        assertThat(origin.formula().value())
            .as(origin.stage().name())
            .isCloseTo(origin.value(), within(1e-3));
        float shown = network.shownLayer().at(spot().cell());
        float last = origin.after().isEmpty() ? origin.value() : origin.after().getLast().value();
        boolean endsWithLogSoftmax = network.shownLayer().stage().name().startsWith("log-softmax");
        assertThat(endsWithLogSoftmax || shown == last).as(origin.stage().name()).isTrue();
      }
    }
  }

  @Test
  void theValueThatIsLookedAtFollowsThePen() {
    network.point(new Spot(1, new Cell(2, 10, 10)));
    float before = network.originProperty().get().value();
    subject.set(Subjects.of(model, Subjects.ONE));
    assertThat(spot()).isEqualTo(new Spot(1, new Cell(2, 10, 10)));
    assertThat(network.originProperty().get().value()).isNotEqualTo(before);
    Activation layer = network.seenProperty().get().pass().layers().getFirst();
    assertThat(network.originProperty().get().value()).isEqualTo(layer.at(spot().cell()));
  }

  @Test
  void anotherNetworkIsNeverMixedUpWithTheOneBefore() {
    network.point(new Spot(1, new Cell(3, 23, 23)));
    network.open();
    network
        .blocksProperty()
        .addListener(
            (_, _, blocks) ->
                assertThat(blocks.isEmpty() || blocks.size() == 2)
                    .as("columns %s", blocks)
                    .isTrue());
    subject.set(
        Subjects.of(TinyModels.untrained("other", "conv 2@3x3", "dense 10"), Subjects.FOUR));
    assertThat(spot()).isNull();
    assertThat(network.openProperty().get()).isFalse();
    assertThat(network.blocksProperty().get()).hasSize(2);
  }

  @Test
  void theKeyboardReachesEveryColumnMapAndCell() {
    network.moveColumn(1);
    assertThat(spot()).isEqualTo(new Spot(0, new Cell(0, 14, 14)));
    network.moveColumn(1);
    assertThat(spot()).isEqualTo(new Spot(1, new Cell(0, 12, 12)));
    network.moveChannel(2);
    network.moveCell(-1, 5);
    assertThat(spot()).isEqualTo(new Spot(1, new Cell(2, 17, 11)));
    network.moveColumn(1);
    assertThat(spot()).isEqualTo(new Spot(2, new Cell(2, 4, 2)));
    network.moveCell(100, 100);
    network.moveChannel(100);
    assertThat(spot()).isEqualTo(new Spot(2, new Cell(3, 5, 5)));
    network.moveColumn(100);
    assertThat(spot().column()).isEqualTo(4);
    network.moveColumn(-100);
    assertThat(spot()).isEqualTo(new Spot(0, new Cell(0, 14, 14)));
  }

  @Test
  void escapeLeavesTheLargeMapThenTheValue() {
    network.open();
    assertThat(network.openProperty().get()).isFalse();
    network.moveColumn(0);
    network.open();
    assertThat(network.openProperty().get()).as("the picture has no filter").isFalse();
    network.moveColumn(1);
    network.open();
    assertThat(network.openProperty().get()).isTrue();
    network.close();
    assertThat(network.openProperty().get()).isFalse();
    assertThat(spot()).isNotNull();
    network.close();
    assertThat(spot()).isNull();
    assertThat(network.originProperty().get()).isNull();
  }

  @Test
  void allLayersOnRequest() {
    assertThat(network.blocksProperty().get()).hasSize(4);
    network.wholeProperty().set(true);
    assertThat(network.blocksProperty().get()).hasSize(TinyModels.LAYERS.size());
  }

  @Test
  void aBlankPadIsShownAsBlank() {
    subject.set(new Subject(model, Drawing.EMPTY, Recognition.BLANK));
    assertThat(network.seenProperty().get().isBlank()).isTrue();
  }

  @Test
  void theNewestDrawingWins() {
    Queue<Runnable> work = new ArrayDeque<>();
    NetworkViewModel busy =
        new NetworkViewModel(subject, new Background(work::add, Runnable::run), failures::add);
    subject.set(Subjects.of(model, Subjects.ONE));
    Subject newest = Subjects.of(model, Subjects.FOUR);
    subject.set(newest);
    assertThat(work).hasSize(1);
    work.remove().run();
    assertThat(busy.seenProperty().get().subject()).isSameAs(newest);
  }
}
