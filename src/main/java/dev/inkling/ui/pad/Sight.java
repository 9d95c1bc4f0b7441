package dev.inkling.ui.pad;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.LineReader;
import dev.inkling.recognize.PictureReader;
import dev.inkling.recognize.PictureReader.Doubt;
import dev.inkling.recognize.PictureReader.Seen;
import dev.inkling.recognize.SightPicture;
import dev.inkling.text.Problem;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** What was seen in a picture where somebody aimed. */
record Sight(Aim aim, Outcome outcome) {
  /** What came of it. */
  sealed interface Outcome {}

  /**
   * Something is written there.
   *
   * @param view what was looked at in the end, in the picture's pixels
   * @param coloured that, with what was found over it
   * @param tags of all digits
   * @param drawing what goes on the pad
   * @param doubt why it is not answered, if it is not
   */
  record Found(
      Box view, BufferedImage coloured, List<Tag> tags, Drawing drawing, Optional<Doubt> doubt)
      implements Outcome {}

  /** Nothing is; the sentence says why. */
  record Refused(Problem problem) implements Outcome {}

  /**
   * A digit's box and what stands at it.
   *
   * @param x in the picture's pixels, as all of them
   */
  record Tag(double x, double y, double width, double height, String text) {}

  /**
   * Looks at a picture, which takes its time.
   *
   * @param name what a problem calls it
   */
  static Sight of(
      BufferedImage picture, Aim aim, String name, Classifier classifier, LineReader lines) {
    BufferedImage part = aim.part(picture);
    try {
      Seen seen = PictureReader.read(part, aim.hintsInPart(), name, classifier, lines);
      return new Sight(aim, found(part, seen, aim.frame()));
    } catch (Problem problem) {
      return new Sight(aim, new Refused(problem));
    }
  }

  private static Found found(BufferedImage part, Seen seen, Box frame) {
    Box view = moved(seen.view(), frame);
    double scale = (double) view.width() / seen.ink().width();
    List<Tag> tags =
        seen.reading().digits().stream()
            .map(
                digit -> {
                  Box box = seen.place(digit);
                  return new Tag(
                      view.x() + box.x() * scale,
                      view.y() + box.y() * scale,
                      box.width() * scale,
                      box.height() * scale,
                      SightPicture.label(seen, digit));
                })
            .toList();
    return new Found(view, SightPicture.coloured(part, seen), tags, seen.drawing(), seen.doubt());
  }

  private static Box moved(Box box, Box frame) {
    return new Box(box.x() + frame.x(), box.y() + frame.y(), box.width(), box.height());
  }
}
