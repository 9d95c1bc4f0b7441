package dev.inkling.recognize;

import dev.inkling.image.Components;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.image.Piece;
import dev.inkling.image.Placement;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A page on which one thing stands clear and alone, read as it is seen at once: where that is one
 * digit, nobody need take it apart or look in other ways.
 */
final class Glance {
  private final GreyImage page;
  private final Reading.Digit digit;
  private final boolean isSure;

  /** It may be several that touch; what is not connected and not sure is for a longer look. */
  private final boolean isDoubtful;

  private Glance(GreyImage page, Piece ink, Recognition one, boolean areDigits) {
    this.page = page;
    digit = new Reading.Digit(0, ink.box(), one);
    boolean mayBe =
        one.isDigit() && ink.box().longerSide() >= PictureReader.SMALLEST * page.box().longerSide();
    isSure = mayBe && (!areDigits || LineCheck.isSure(one, ink.box()));
    isDoubtful = mayBe && !isSure && Components.of(ink.ink()).size() == 1;
  }

  /**
   * What pages show.
   *
   * @param pages with ink
   * @param lines asked where a digit is not sure
   * @return for each its one digit, with a box on the pad; nothing where it is none, or several
   */
  static List<Optional<Reading>> read(
      List<GreyImage> pages, Classifier classifier, LineReader lines) {
    List<Glance> glances = glances(pages, classifier);
    List<LineCheck.Line> doubtful =
        glances.stream().filter(glance -> glance.isDoubtful).map(Glance::line).toList();
    Iterator<LineCheck.Checked> checked = new LineCheck(lines, classifier).all(doubtful).iterator();
    return glances.stream()
        .map(glance -> glance.isDoubtful ? glance.reading(checked.next()) : glance.reading())
        .toList();
  }

  private static List<Glance> glances(List<GreyImage> pages, Classifier classifier) {
    List<Piece> inks = pages.stream().map(Piece::of).toList();
    List<GreyImage> framed = inks.stream().map(Framing::frame).toList();
    float[][] read = classifier.probabilities(framed);
    boolean areDigits = classifier.model().card().areDigits();
    List<Glance> glances = new ArrayList<>();
    for (int i = 0; i < read.length; i++) {
      Recognition one = Recognizer.recognition(framed.get(i), read[i], classifier);
      glances.add(new Glance(pages.get(i), inks.get(i), one, areDigits));
    }
    return glances;
  }

  private LineCheck.Line line() {
    return new LineCheck.Line(page, digit.box(), List.of(digit));
  }

  private Optional<Reading> reading() {
    return isSure ? Optional.of(reading(digit)) : Optional.empty();
  }

  private Optional<Reading> reading(LineCheck.Checked checked) {
    return checked.digits().size() == 1
        ? Optional.of(reading(checked.digits().getFirst()))
        : Optional.empty();
  }

  private Reading reading(Reading.Digit read) {
    Placement onPad = Placement.of(page, digit.box(), Drawing.SIZE);
    return new Reading(List.of(new Reading.Digit(0, onPad.forth(read.box()), read.recognition())));
  }
}
