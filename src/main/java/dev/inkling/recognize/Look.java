package dev.inkling.recognize;

import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A picture that may be a digit, and what the network says of it once it was asked. */
final class Look {
  private final GreyImage framed;
  private final Supplier<Drawing> drawing;

  /** What the network alone said at the first look. */
  private float @Nullable [] first;

  private @Nullable Recognition answer;

  /**
   * At a picture of 28×28.
   *
   * @param drawing that it is of; asked only where strokes have a say
   */
  Look(GreyImage framed, Supplier<Drawing> drawing) {
    this.framed = framed;
    this.drawing = drawing;
  }

  /** Asks about pictures together, those apart that were asked about before. */
  static void atAll(List<Look> looks, Classifier classifier) {
    List<Look> open = looks.stream().filter(look -> look.answer == null).toList();
    float[][] answers = classifier.firstLook(open.stream().map(look -> look.framed).toList());
    for (int i = 0; i < answers.length; i++) {
      open.get(i).first = answers[i];
      open.get(i).answer = open.get(i).recognition(answers[i], classifier);
    }
  }

  /** What is said in the end, after another look where the first one was not sure. */
  static List<Recognition> again(List<Look> looks, Classifier classifier) {
    float[][] once = looks.stream().map(look -> look.first).toArray(float[][]::new);
    float[][] twice = classifier.lookAgain(looks.stream().map(look -> look.framed).toList(), once);
    return IntStream.range(0, twice.length)
        .mapToObj(i -> looks.get(i).recognition(twice[i], classifier))
        .toList();
  }

  private Recognition recognition(float[] probabilities, Classifier classifier) {
    return classifier.model().own().count() == 0
        ? Recognizer.recognition(framed, probabilities, classifier)
        : Recognizer.recognition(drawing.get(), framed, probabilities, classifier);
  }

  /** What was said at the first look. */
  Recognition answer() {
    return Objects.requireNonNull(answer, "not asked");
  }

  /** True when both see the same picture. */
  boolean isOf(GreyImage other) {
    return Arrays.equals(framed.ink(), other.ink());
  }
}
