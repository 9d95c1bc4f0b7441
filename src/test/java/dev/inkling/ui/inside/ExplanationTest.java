package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.ink.Drawing;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.Model;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.kit.Background;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** Work runs when the test says so. */
class ExplanationTest {
  private final Model model = TinyModels.untrained("tiny");
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  private final List<Drawing> asked = new ArrayList<>();
  private final Explanation<Drawing> explanation =
      new Explanation<>(
          subject,
          new Readers(new Background(work::add, Runnable::run), new ClassifierPool()),
          _ ->
              (drawing, _) -> {
                asked.add(drawing);
                return drawing;
              });

  private void runAll() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  @Test
  void beforeThereIsAModelNothingIsAsked() {
    explanation.ask();
    assertThat(work).isEmpty();
    assertThat(explanation.answerProperty().get()).isNull();
    assertThat(explanation.currentProperty().get()).isTrue();
  }

  @Test
  void onlyTheNewestDrawingIsAskedAbout() {
    subject.set(Subjects.of(model, Subjects.ONE));
    subject.set(Subjects.of(model, Subjects.FOUR));
    assertThat(explanation.currentProperty().get()).isFalse();
    runAll();
    assertThat(asked).containsExactly(Subjects.FOUR);
    assertThat(explanation.answerProperty().get()).isEqualTo(Subjects.FOUR);
    assertThat(explanation.currentProperty().get()).isTrue();
  }

  @Test
  void anOlderAnswerIsShownButIsNotCurrent() {
    subject.set(Subjects.of(model, Subjects.ONE));
    runAll();
    subject.set(Subjects.of(model, Subjects.FOUR));
    assertThat(explanation.answerProperty().get()).isEqualTo(Subjects.ONE);
    assertThat(explanation.currentProperty().get()).isFalse();
  }

  @Test
  void whatIsGoneFromThePadIsNotExplainedAnyMore() {
    subject.set(Subjects.of(model, Subjects.ONE));
    subject.set(Subjects.of(model, Drawing.EMPTY));
    runAll();
    assertThat(explanation.answerProperty().get()).isNull();
    assertThat(explanation.currentProperty().get()).isTrue();
  }

  @Test
  void anotherModelsAnswerIsNotShown() {
    subject.set(Subjects.of(model, Subjects.ONE));
    runAll();
    subject.set(Subjects.of(TinyModels.untrained("other"), Subjects.ONE));
    assertThat(explanation.answerProperty().get()).isNull();
    runAll();
    assertThat(explanation.answerProperty().get()).isEqualTo(Subjects.ONE);
  }

  @Test
  void whatFailsIsToldUntilItIsAskedAgain() {
    boolean[] fails = {true};
    Explanation<String> failing =
        new Explanation<>(
            subject,
            Subjects.READERS,
            _ ->
                (_, _) -> {
                  if (fails[0]) {
                    throw new IllegalStateException("broken");
                  }
                  return "whole";
                });
    subject.set(Subjects.of(model, Subjects.ONE));
    assertThat(failing.failureProperty().get()).isNotNull();
    assertThat(failing.answerProperty().get()).isNull();
    fails[0] = false;
    failing.ask();
    assertThat(failing.failureProperty().get()).isNull();
    assertThat(failing.answerProperty().get()).isEqualTo("whole");
  }
}
