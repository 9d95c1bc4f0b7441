package dev.inkling.recognize;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Raster;
import dev.inkling.model.Classifier;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The one way from ink to a digit, for the window and the command line alike. */
public final class Recognizer {
  private Recognizer() {}

  /** Drawing → grey raster → 28×28 → probabilities. */
  public static Recognition recognize(Drawing drawing, Classifier classifier) {
    return recognize(List.of(drawing), classifier).getFirst();
  }

  /** Many drawings: framed side by side, then read in large batches. */
  public static List<Recognition> recognize(List<Drawing> drawings, Classifier classifier) {
    List<Optional<GreyImage>> framed =
        drawings.parallelStream()
            .map(drawing -> Raster.ink(drawing.finelyInked()))
            .map(ink -> ink.map(Framing::frame))
            .toList();
    List<GreyImage> withInk = framed.stream().flatMap(Optional::stream).toList();
    Iterator<float[]> answers = Arrays.asList(classifier.probabilities(withInk)).iterator();
    return framed.stream()
        .map(
            image ->
                image
                    .map(ink -> recognition(ink, answers.next(), classifier))
                    .orElse(Recognition.BLANK))
        .toList();
  }

  static Recognition recognition(GreyImage ink, float[] probabilities, Classifier classifier) {
    return new Recognition(ink, probabilities, classifier.isDigit(probabilities));
  }

  /** All digits of a drawing; those of a picture without the network for lines. */
  public static Reading read(Drawing drawing, Classifier classifier) {
    return read(drawing, classifier, LineReader.NONE);
  }

  /** All digits of a drawing. */
  public static Reading read(Drawing drawing, Classifier classifier, LineReader lines) {
    return read(List.of(drawing), classifier, lines).getFirst();
  }

  /** All digits of many drawings; those of pictures without the network for lines. */
  public static List<Reading> read(List<Drawing> drawings, Classifier classifier) {
    return read(drawings, classifier, LineReader.NONE);
  }

  /** All digits of many drawings; {@code lines} is asked for those of pictures. */
  public static List<Reading> read(
      List<Drawing> drawings, Classifier classifier, LineReader lines) {
    return NumberReader.read(drawings, classifier, lines);
  }
}
