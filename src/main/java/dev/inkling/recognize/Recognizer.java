package dev.inkling.recognize;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Raster;
import dev.inkling.model.Classifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
    List<Recognition> read = new ArrayList<>();
    for (int i = 0; i < framed.size(); i++) {
      Drawing drawing = drawings.get(i);
      read.add(
          framed
              .get(i)
              .map(ink -> recognition(drawing, ink, answers.next(), classifier))
              .orElse(Recognition.BLANK));
    }
    return read;
  }

  /**
   * What a classifier's probabilities say of a drawing, and what its model knows of its strokes.
   */
  static Recognition recognition(
      Drawing drawing, GreyImage ink, float[] probabilities, Classifier classifier) {
    return recognition(ink, classifier.model().own().weigh(drawing, probabilities), classifier);
  }

  /**
   * What a classifier's probabilities say of a framed image.
   *
   * @param ink 28×28
   */
  public static Recognition recognition(
      GreyImage ink, float[] probabilities, Classifier classifier) {
    return new Recognition(
        ink, probabilities, classifier.isDigit(probabilities), classifier.classes());
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
    return classifier.model().card().areDigits()
        ? NumberReader.read(drawings, classifier, lines)
        : signs(drawings, classifier);
  }

  /** Of what is no digit no number is made: all that is drawn is one sign. */
  private static List<Reading> signs(List<Drawing> drawings, Classifier classifier) {
    List<Recognition> read = recognize(drawings, classifier);
    return IntStream.range(0, read.size())
        .mapToObj(i -> sign(drawings.get(i), read.get(i)))
        .toList();
  }

  private static Reading sign(Drawing drawing, Recognition read) {
    return Raster.ink(drawing)
        .filter(_ -> !read.isBlank())
        .map(ink -> new Reading(List.of(new Reading.Digit(0, ink.box(), read))))
        .orElse(Reading.BLANK);
  }
}
