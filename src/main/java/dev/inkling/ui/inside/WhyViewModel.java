package dev.inkling.ui.inside;

import dev.inkling.explain.Occlusion;
import dev.inkling.explain.Saliency;
import dev.inkling.explain.StrokeEffects;
import dev.inkling.image.GreyImage;
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
  private final ObjectProperty<Evidence> shown = new SimpleObjectProperty<>(Evidence.OCCLUSION);
  private final ObjectProperty<Integer> conv = new SimpleObjectProperty<>();

  /**
   * What was found out.
   *
   * @param drawing whose marks the effects are of
   */
  record Reasons(Drawing drawing, Occlusion occlusion, StrokeEffects effects, Saliency saliency) {
    /** The picture that all of it is about. */
    GreyImage framed() {
      return effects.whole().framed();
    }

    /** What a class is called. */
    String name(int which) {
      return effects.whole().classes().get(which);
    }
  }

  WhyViewModel(ObservableValue<Subject> subject, Readers readers) {
    reasons = new Explanation<>(subject, readers, asked -> question(asked, readers.slopes()));
    digit =
        reasons
            .answerProperty()
            .flatMap(
                found -> chosen.orElse(Objects.requireNonNull(found).effects().whole().digit()));
  }

  private static Explanation.Question<Reasons> question(Subject subject, Slopes slopes) {
    return (drawing, classifier) -> find(drawing, subject.recognition(), classifier, slopes);
  }

  private static @Nullable Reasons find(
      Drawing drawing, Recognition whole, Classifier classifier, Slopes slopes) {
    StrokeEffects effects = StrokeEffects.of(drawing, classifier).withWhole(whole);
    if (effects.whole().isBlank()) {
      return null;
    }
    GreyImage framed = effects.whole().framed();
    Saliency saliency = Saliency.of(framed, slopes.of(classifier.model()));
    return new Reasons(drawing, Occlusion.of(framed, classifier), effects, saliency);
  }

  /** What speaks for each digit and against it. */
  Explanation<Reasons> reasons() {
    return reasons;
  }

  /** The digit that was asked for; null to follow what is read. */
  ObjectProperty<@Nullable Integer> chosenProperty() {
    return chosen;
  }

  /** How it is told which pixels speak for the digit. */
  ObjectProperty<Evidence> shownProperty() {
    return shown;
  }

  /** The convolution that Grad-CAM is of, counted from 0; null for the last. */
  ObjectProperty<Integer> convProperty() {
    return conv;
  }

  /** The evidence of a kind for the digit, for each pixel; null where there is none. */
  float @Nullable [] evidence(Evidence of) {
    Reasons found = reasons.answerProperty().get();
    Integer which = digit.getValue();
    if (found == null || which == null || !of.isThere(found)) {
      return null;
    }
    int last = found.saliency().cams().size() - 1;
    Integer wanted = conv.get();
    return of.of(found, which, wanted == null ? last : Math.min(wanted, last));
  }

  /** The digit that is explained; null when there is no ink. */
  ObservableValue<@Nullable Integer> digitProperty() {
    return digit;
  }
}
