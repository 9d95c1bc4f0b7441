package dev.inkling.recognize;

import dev.inkling.image.GreyImage;
import dev.inkling.model.Classifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A picture that may be a digit, and what the network says of it once it was asked. */
final class Look {
  private final GreyImage framed;
  private @Nullable Recognition answer;

  /** At a picture of 28×28. */
  Look(GreyImage framed) {
    this.framed = framed;
  }

  /** Asks about pictures together, those apart that were asked about before. */
  static void atAll(List<Look> looks, Classifier classifier) {
    List<Look> open = looks.stream().filter(look -> look.answer == null).toList();
    List<GreyImage> images = open.stream().map(look -> look.framed).toList();
    float[][] answers = classifier.firstLook(images);
    for (int i = 0; i < answers.length; i++) {
      open.get(i).answer = Recognizer.recognition(images.get(i), answers[i], classifier);
    }
  }

  /** What the network said. */
  Recognition answer() {
    return Objects.requireNonNull(answer, "not asked");
  }

  /** True when both see the same picture. */
  boolean isOf(GreyImage other) {
    return Arrays.equals(framed.ink(), other.ink());
  }
}
