package dev.inkling.ui.inside;

import dev.inkling.explain.Occlusion;
import dev.inkling.explain.StrokeEffects;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.Recognition;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What ink speaks for a digit and what against it, by the place and by the stroke. */
final class WhyViewModel {
  private final Explanation<Reasons> reasons;
  private final ObjectProperty<@Nullable Integer> chosen = new SimpleObjectProperty<>();
  private final ObservableValue<@Nullable Integer> digit;

  /**
   * What was found out.
   *
   * @param drawing whose marks the effects are of
   */
  record Reasons(Drawing drawing, Occlusion occlusion, StrokeEffects effects) {}

  WhyViewModel(ObservableValue<Subject> subject, Readers readers) {
    reasons = new Explanation<>(subject, readers, WhyViewModel::question);
    digit =
        reasons
            .answerProperty()
            .flatMap(
                found -> chosen.orElse(Objects.requireNonNull(found).effects().whole().digit()));
  }

  private static Explanation.Question<Reasons> question(Subject subject) {
    return (drawing, classifier) -> find(drawing, subject.recognition(), classifier);
  }

  private static @Nullable Reasons find(Drawing drawing, Recognition whole, Classifier classifier) {
    StrokeEffects effects = StrokeEffects.of(drawing, classifier).withWhole(whole);
    return effects.whole().isBlank()
        ? null
        : new Reasons(drawing, Occlusion.of(effects.whole().framed(), classifier), effects);
  }

  /** What speaks for each digit and against it. */
  Explanation<Reasons> reasons() {
    return reasons;
  }

  /** The digit that was asked for; null to follow what is read. */
  ObjectProperty<@Nullable Integer> chosenProperty() {
    return chosen;
  }

  /** The digit that is explained; null when there is no ink. */
  ObservableValue<@Nullable Integer> digitProperty() {
    return digit;
  }
}
