package dev.inkling.explain;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a drawing can be changed until the network answers otherwise.
 *
 * <p>Turned, scaled and with another pen it is the ink that changes, and the version is framed anew
 * as the pad does. Framing undoes size, so a scaled drawing differs by its pen alone, which stays
 * as wide as it was; a picture's pen is scaled with it, and hardly anything changes. Framing undoes
 * place altogether, so a shift is applied behind it, to the framed 28×28 picture, by whole pixels;
 * what leaves the picture is cut.
 *
 * @param original what is read of the drawing as it is
 * @param sweeps one for each variation, in order; none when the drawing is blank
 */
public record Robustness(Recognition original, List<Sweep> sweeps) {
  public Robustness {
    sweeps = List.copyOf(sweeps);
  }

  /** A drawing changed in one way, from the least to the most. */
  public record Sweep(Variation variation, List<Version> versions) {
    public Sweep {
      versions = List.copyOf(versions);
    }

    /** The neutral version and all to both sides of it until the first flip. */
    public List<Version> unflipped() {
      int from = variation.amounts().indexOf(variation.neutral());
      int to = from;
      while (from > 0 && !versions.get(from - 1).isFlip()) {
        from--;
      }
      while (to < versions.size() - 1 && !versions.get(to + 1).isFlip()) {
        to++;
      }
      return versions.subList(from, to + 1);
    }
  }

  /**
   * The drawing, changed.
   *
   * @param amount see {@link Variation}
   * @param drawing the version for the pad; a shifted one is moved as far as the pad goes, where
   *     the pad's framing moves it back
   * @param recognition what is read; blank when nothing is left
   * @param isFlip true when that is another digit than the original's, or none
   */
  public record Version(double amount, Drawing drawing, Recognition recognition, boolean isFlip) {}

  /** Reads all versions of a drawing, about 80. */
  public static Robustness of(Drawing drawing, Classifier classifier) {
    Recognition original = Recognizer.recognize(drawing, classifier);
    Stream<Variation> variations =
        original.isBlank() ? Stream.empty() : Arrays.stream(Variation.values());
    return new Robustness(
        original,
        variations.map(variation -> sweep(variation, drawing, original, classifier)).toList());
  }

  private static Sweep sweep(
      Variation variation, Drawing drawing, Recognition original, Classifier classifier) {
    List<Double> amounts = variation.amounts();
    List<Drawing> drawings =
        amounts.parallelStream().map(amount -> variation.apply(drawing, amount)).toList();
    List<Recognition> read =
        variation.isShift()
            ? shifted(variation, original.framed(), classifier)
            : Recognizer.recognize(drawings, classifier);
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      boolean isFlip = read.get(i).isBlank() || read.get(i).digit() != original.digit();
      versions.add(new Version(amounts.get(i), drawings.get(i), read.get(i), isFlip));
    }
    return new Sweep(variation, versions);
  }

  private static List<Recognition> shifted(
      Variation variation, GreyImage framed, Classifier classifier) {
    List<GreyImage> pictures =
        variation.amounts().stream().map(pixels -> shift(framed, variation, pixels)).toList();
    float[][] answers = classifier.probabilities(pictures);
    List<Recognition> read = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      read.add(new Recognition(pictures.get(i), answers[i], true, classifier.classes()));
    }
    return read;
  }

  private static GreyImage shift(GreyImage framed, Variation variation, double pixels) {
    int x = variation == Variation.SHIFT_X ? (int) pixels : 0;
    int y = variation == Variation.SHIFT_Y ? (int) pixels : 0;
    return GreyImage.blank(Framing.SIZE, Framing.SIZE).with(framed, x, y);
  }
}
