package dev.inkling.ui.inside;

import dev.inkling.explain.FramingEffect;
import dev.inkling.image.Framing.Step;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** How the network's picture is made of the ink, with steps that can be left out. */
final class FramingViewModel {
  private final Map<Step, BooleanProperty> steps = new EnumMap<>(Step.class);
  private final Explanation<FramingEffect> effect;

  FramingViewModel(ObservableValue<Subject> subject, Readers readers) {
    effect = new Explanation<>(subject, readers, this::question);
    for (Step step : Step.values()) {
      BooleanProperty done = new SimpleBooleanProperty(true);
      done.addListener(_ -> effect.ask());
      steps.put(step, done);
    }
  }

  private Explanation.Question<FramingEffect> question(Subject subject) {
    Set<Step> done = EnumSet.allOf(Step.class);
    steps.forEach(
        (step, isDone) -> {
          if (!isDone.get()) {
            done.remove(step);
          }
        });
    // With all steps it is what the pad reads, which may have cut the digit out of a number.
    return (drawing, classifier) ->
        FramingEffect.of(drawing, done, classifier)
            .map(effect -> effect.withWhole(subject.recognition(), done))
            .orElse(null);
  }

  /** The pictures and what is read in them. */
  Explanation<FramingEffect> effect() {
    return effect;
  }

  /** Whether a step is done. */
  BooleanProperty stepProperty(Step step) {
    return Objects.requireNonNull(steps.get(step));
  }
}
