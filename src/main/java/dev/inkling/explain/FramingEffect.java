package dev.inkling.explain;

import dev.inkling.image.Framing;
import dev.inkling.image.Framing.Step;
import dev.inkling.image.Framing.Trace;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Raster;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.Recognition;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What framing does to an answer: a drawing read as the pad reads it, and once more with some of
 * the steps only.
 *
 * @param raw the drawing in the pad's pixels
 * @param trace the picture after each step, those that were left out among them
 * @param whole what is read with all steps
 * @param partial what is read with some
 */
public record FramingEffect(GreyImage raw, Trace trace, Recognition whole, Recognition partial) {

  /**
   * Frames and reads a drawing twice.
   *
   * @return nothing when there is no ink
   */
  public static Optional<FramingEffect> of(
      Drawing drawing, Set<Step> steps, Classifier classifier) {
    GreyImage raw = Raster.of(drawing.finelyInked());
    return Framing.trace(raw, EnumSet.allOf(Step.class))
        .map(all -> of(raw, all, Framing.trace(raw, steps).orElseThrow(), classifier));
  }

  /** The same with what is known to be read with all steps. */
  public FramingEffect withWhole(Recognition known, Set<Step> steps) {
    boolean isAll = steps.size() == Step.values().length;
    return new FramingEffect(raw, trace, known, isAll ? known : partial);
  }

  private static FramingEffect of(GreyImage raw, Trace all, Trace some, Classifier classifier) {
    float[][] answers = classifier.probabilities(List.of(all.framed(), some.framed()));
    return new FramingEffect(
        raw,
        some,
        recognition(all.framed(), answers[0], classifier),
        recognition(some.framed(), answers[1], classifier));
  }

  private static Recognition recognition(
      GreyImage framed, float[] probabilities, Classifier classifier) {
    return new Recognition(
        framed, probabilities, classifier.isDigit(probabilities), classifier.classes());
  }
}
