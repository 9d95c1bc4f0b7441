package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.explain.Ascent;
import dev.inkling.explain.Ascent.Dream;
import dev.inkling.ink.Drawing;
import dev.inkling.layer.Cell;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.Model;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.inside.LovesViewModel.Start;
import dev.inkling.ui.kit.Background;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class LovesViewModelTest {
  private static final Model MODEL =
      TinyModels.untrained("tiny", "conv 24@5x5 stride 3", "relu", "max-pool 2", "dense 10");

  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  private final BooleanProperty seen = new SimpleBooleanProperty(true);

  /** What waits to be computed, so that a test can look in between. */
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  /** What was computed, but not heard yet. */
  private final Queue<Runnable> late = new ArrayDeque<>();

  private boolean isLate;

  private final LovesViewModel loves =
      new LovesViewModel(
          subject,
          seen,
          new Readers(new Background(waiting::add, this::hear), new ClassifierPool()));

  private void hear(Runnable answer) {
    if (isLate) {
      late.add(answer);
    } else {
      answer.run();
    }
  }

  private void work(int times) {
    for (int i = 0; i < times && !waiting.isEmpty(); i++) {
      waiting.remove().run();
    }
  }

  private Dream dream() {
    return loves.dreamProperty().get();
  }

  @Test
  void picturesForAllClassesGrowUntilTheyAreDone() {
    subject.set(Subjects.of(MODEL, Subjects.FOUR));
    assertThat(loves.areClasses()).isTrue();
    assertThat(loves.runningProperty().get()).isTrue();
    assertThat(dream()).isNull();

    work(4);
    assertThat(dream().steps()).isEqualTo(3);
    assertThat(dream().pictures()).hasSize(10);
    assertThat(loves.growth()).hasSize(4).last().isEqualTo(dream().pictures());
    work(Integer.MAX_VALUE);

    assertThat(dream().steps()).isEqualTo(Ascent.STEPS);
    assertThat(loves.runningProperty().get()).isFalse();
    loves.stopOrGoOn();
    work(2);
    assertThat(dream().steps()).isEqualTo(1); // once more
  }

  @Test
  void theyStandStillWhileNobodyLooksOrWants() {
    subject.set(Subjects.of(MODEL, Subjects.FOUR));
    work(3);
    loves.stopOrGoOn();
    work(9);
    int stopped = dream().steps();
    assertThat(waiting).isEmpty();
    loves.stopOrGoOn();
    work(2);
    assertThat(dream().steps()).isEqualTo(stopped + 2);

    seen.set(false);
    work(9);
    int hidden = dream().steps();
    assertThat(waiting).isEmpty();
    seen.set(true);
    work(1);
    assertThat(dream().steps()).isEqualTo(hidden + 1);
  }

  @Test
  void whatIsTooLateIsNotShown() {
    subject.set(Subjects.of(MODEL, Subjects.FOUR));
    work(2);
    isLate = true;
    work(1);
    loves.regularProperty().set(false);
    assertThat(dream()).isNull();
    isLate = false;
    late.remove().run(); // the step that was under way
    assertThat(dream()).isNull();
    work(1);
    assertThat(dream().question().isRegular()).isFalse();
  }

  @Test
  void aValueThatWasClickedAndTheMapsOfALayer() {
    subject.set(Subjects.of(MODEL, Subjects.FOUR));
    loves.want(loves.columns().getFirst(), new Cell(21, 2, 3));
    work(3);

    assertThat(loves.placeProperty().get()).isEqualTo(new Cell(21, 2, 3));
    assertThat(loves.chosenProperty().get()).isEqualTo(21);
    assertThat(loves.firstProperty().get()).isEqualTo(20);
    assertThat(dream().question().layer()).isZero(); // before its ReLU, which may be off
    assertThat(dream().pictures()).hasSize(4);

    loves.page(-1);
    work(3);
    assertThat(dream().pictures()).hasSize(LovesViewModel.TILES);
    assertThat(loves.chosenProperty().get()).isZero();
    loves.wantMaps();
    assertThat(loves.placeProperty().get()).isNull();
  }

  @Test
  void picturesBeginAsTheDrawingWhereThatIsWanted() {
    subject.set(Subjects.of(MODEL, Subjects.FOUR));
    loves.startProperty().set(Start.DRAWING);
    work(1);
    assertThat(dream().pictures().getFirst()).isEqualTo(subject.get().recognition().framed());

    subject.set(Subjects.of(MODEL, Subjects.ONE)); // another drawing
    work(1);
    assertThat(dream().pictures().getFirst()).isEqualTo(subject.get().recognition().framed());
    subject.set(Subjects.of(MODEL, Drawing.EMPTY)); // grain
    work(1);
    assertThat(dream().pictures().getFirst().mass()).isBetween(1.0, 15.0);
  }

  @Test
  void anotherNetworkHasOtherLayersAndClasses() {
    subject.set(Subjects.of(MODEL, Subjects.FOUR));
    work(3);
    Model signs = TinyModels.ofClasses("signs", List.of("△", "○", "□"));
    subject.set(Subjects.of(signs, Subjects.FOUR));
    assertThat(dream()).isNull();
    work(3);

    assertThat(loves.columns()).hasSize(1);
    assertThat(dream().pictures()).hasSize(3);
  }
}
