package dev.inkling.evaluate;

import dev.inkling.data.Correction;
import dev.inkling.data.Corrections;
import dev.inkling.data.Digits;
import dev.inkling.text.Csv;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a data set that are doubted.
 *
 * @param images that were looked at
 * @param doubts the most doubtful first
 */
public record LabelDoubts(Digits images, List<LabelDoubt> doubts) {
  public LabelDoubts {
    doubts = List.copyOf(doubts);
  }

  /** What a class is called. */
  public String name(int label) {
    return images.classes().get(label);
  }

  /**
   * Says that a doubt is right.
   *
   * @param label the class that the image is of, or null to leave it out
   */
  public Correction correction(LabelDoubt doubt, @Nullable String label) {
    return Corrections.of(images, doubt.image(), label);
  }

  /**
   * As CSV: the image counted from 0, the label that it has, the one that is suggested, how much
   * more probable that is, and what was said of it: a label, {@code -} for an image that is left
   * out, or nothing.
   */
  public String csv(Corrections said) {
    StringBuilder text = new StringBuilder("image,given,suggested,doubt,corrected\n");
    for (LabelDoubt doubt : doubts) {
      text.append(doubt.image())
          .append(',')
          .append(Csv.exact(name(doubt.given())))
          .append(',')
          .append(Csv.exact(name(doubt.suggested())))
          .append(String.format(Locale.ROOT, ",%.4f,", doubt.doubt()))
          .append(said.find(images, doubt.image()).map(LabelDoubts::cell).orElse(""))
          .append('\n');
    }
    return text.toString();
  }

  private static String cell(Correction correction) {
    String label = correction.label();
    return label == null ? "-" : Csv.exact(label);
  }
}
