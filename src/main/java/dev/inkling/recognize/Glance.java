package dev.inkling.recognize;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Piece;
import dev.inkling.image.Placement;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads pages on which one thing stands clear and alone, as it is seen at once: if it surely is one
 * digit, nobody need ask whether it is several, or look in other ways.
 */
final class Glance {
  private Glance() {}

  /** What each page shows, where that is one digit for sure. */
  static List<Optional<Reading>> read(List<GreyImage> pages, Classifier classifier) {
    List<Piece> inks = pages.stream().map(Piece::of).toList();
    List<GreyImage> framed = inks.stream().map(Framing::frame).toList();
    float[][] probabilities = classifier.probabilities(framed);
    List<Optional<Reading>> readings = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      Recognition one = Recognizer.recognition(framed.get(i), probabilities[i], classifier);
      Box box = inks.get(i).box();
      readings.add(
          LineCheck.isSure(one, box)
              ? Optional.of(reading(one, Placement.of(pages.get(i), Drawing.SIZE).forth(box)))
              : Optional.empty());
    }
    return readings;
  }

  private static Reading reading(Recognition one, Box box) {
    return new Reading(List.of(new Reading.Digit(0, box, one)));
  }
}
