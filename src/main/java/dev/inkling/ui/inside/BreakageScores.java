package dev.inkling.ui.inside;

import dev.inkling.data.DataSource;
import dev.inkling.model.Model;
import dev.inkling.text.Problem;
import dev.inkling.ui.inside.BreakageTrial.Asked;
import dev.inkling.ui.inside.BreakageTrial.Scores;
import dev.inkling.ui.kit.Newest;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What a broken copy still reads of the test images. Used on the FX thread. */
final class BreakageScores {
  private final Newest<Asked, Scores> trial;

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable Scores> scores = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>();

  private @Nullable Asked asked;

  /**
   * Nothing was measured.
   *
   * @param readers ask
   * @param source of the test images
   * @param copy that the worker breaks
   */
  BreakageScores(Readers readers, DataSource source, BrokenCopy copy) {
    BreakageTrial work = new BreakageTrial(source, readers, copy);
    trial = new Newest<>(readers.worker(), work, this::hear, this::fail);
  }

  /** What was measured last, or null. */
  ReadOnlyObjectProperty<@Nullable Scores> scoresProperty() {
    return scores.getReadOnlyProperty();
  }

  /** False while the scores are those of another breakage. */
  ReadOnlyBooleanProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Why nothing could be measured, or null. */
  ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  // Commands

  /** Measures a network and its broken copy; scores of another network are put away. */
  void measure(Model model, Breakage breakage) {
    if (asked != null && asked.model() != model) {
      trial.forget();
      scores.set(null);
    }
    asked = new Asked(model, breakage);
    current.set(false);
    failure.set(null);
    trial.ask(asked);
  }

  private void hear(Scores heard) {
    scores.set(heard);
    current.set(heard.asked().equals(asked));
  }

  private void fail(Throwable e) {
    scores.set(null);
    failure.set(Problem.of(e));
  }
}
