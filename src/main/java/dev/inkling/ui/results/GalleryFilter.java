package dev.inkling.ui.results;

import dev.inkling.evaluate.LabelErrors;
import dev.inkling.evaluate.Predictions;
import org.jspecify.annotations.Nullable;

/**
 * Which samples a gallery shows.
 *
 * @param kind right, wrong, or both
 * @param label the right class, or null for any
 * @param predicted the predicted class, or null for any
 * @param low least confidence, 0…1
 * @param high greatest confidence, 0…1
 * @param onlyLabelErrors whether those alone whose label is known to be wrong
 * @param indices places in the data set
 */
public record GalleryFilter(
    Kind kind,
    @Nullable Integer label,
    @Nullable Integer predicted,
    double low,
    double high,
    boolean onlyLabelErrors,
    IndexRanges indices) {

  /** What a gallery begins with: all that was misread. */
  public static final GalleryFilter MISREAD = of(Kind.WRONG);

  /** Whether the predicted class is the label. */
  public enum Kind {
    WRONG,
    RIGHT,
    ALL
  }

  /** All samples of a kind. */
  public static GalleryFilter of(Kind kind) {
    return new GalleryFilter(kind, null, null, 0, 1, false, IndexRanges.ALL);
  }

  /** The samples of a cell of the confusion matrix. */
  public static GalleryFilter cell(int label, int predicted) {
    return of(Kind.ALL).withLabel(label).withPredicted(predicted);
  }

  /** The same with other kinds. */
  public GalleryFilter withKind(Kind other) {
    return new GalleryFilter(other, label, predicted, low, high, onlyLabelErrors, indices);
  }

  /** The same with another right class, null for any. */
  public GalleryFilter withLabel(@Nullable Integer other) {
    return new GalleryFilter(kind, other, predicted, low, high, onlyLabelErrors, indices);
  }

  /** The same with another predicted class, null for any. */
  public GalleryFilter withPredicted(@Nullable Integer other) {
    return new GalleryFilter(kind, label, other, low, high, onlyLabelErrors, indices);
  }

  /** The same with another range of confidences, 0…1. */
  public GalleryFilter withConfidence(double from, double to) {
    return new GalleryFilter(kind, label, predicted, from, to, onlyLabelErrors, indices);
  }

  /** The same with label errors alone, or not. */
  public GalleryFilter withOnlyLabelErrors(boolean only) {
    return new GalleryFilter(kind, label, predicted, low, high, only, indices);
  }

  /** The same with other places. */
  GalleryFilter withIndices(IndexRanges other) {
    return new GalleryFilter(kind, label, predicted, low, high, onlyLabelErrors, other);
  }

  /** Whether a sample passes. */
  boolean accepts(Predictions all, LabelErrors errors, int i) {
    return (kind == Kind.ALL || all.isRight(i) == (kind == Kind.RIGHT))
        && (label == null || all.label(i) == label)
        && (predicted == null || all.predicted(i) == predicted)
        && all.confidence(i) >= low
        && all.confidence(i) <= high
        && (!onlyLabelErrors || errors.isKnown(i))
        && indices.contains(i);
  }
}
