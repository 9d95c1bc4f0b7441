package dev.inkling.model;

import dev.inkling.data.Classes;
import dev.inkling.data.Kept;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.StrokeShape;
import dev.inkling.model.Weights.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a hand writes, stroke by stroke, which has a say beside the network: what is drawn in the way
 * of one of these drawings is probably the same. The network sees ink alone; in which order and
 * direction a pen went tells a lightning that is a 4 from a 7 with a tail. Nearest neighbours, as
 * in Wobbrock, Wilson, Li: "Gestures without libraries, toolkits or training" (UIST 2007).
 */
public final class OwnStrokes {
  /** None: the network is alone. */
  public static final OwnStrokes NONE = new OwnStrokes(List.of());

  /** Drawings of a class that are kept, the newest: each is compared with all that is drawn. */
  private static final int MOST_OF_CLASS = 20;

  /** Of all classes. */
  static final int MOST = MOST_OF_CLASS * Classes.MOST;

  /** What the same way adds to the logarithm of a class's probability. */
  private static final double WEIGHT = 6;

  /** How far a way may be and still add to it, in distances that the hand's own drawings have. */
  private static final double REACH = 4;

  /**
   * That distance where the hand shows none, and what it lies between: median, least and greatest
   * of 51 hands with three drawings of each digit (docs/experiments.md).
   */
  private static final double USUAL = 0.042;

  private static final double LEAST = 0.02;
  private static final double GREATEST = 0.07;

  /** No class is less probable, as there are no logarithms of 0. */
  private static final double NEVER = 1e-12;

  private static final String SHAPES = "own.strokes";
  private static final String LABELS = "own.labels";

  private final List<Sample> samples;
  private final double most;

  /** A drawing's way and its class, counted from 0. */
  private record Sample(StrokeShape shape, int label) {}

  private OwnStrokes(List<Sample> samples) {
    this.samples = samples;
    most = REACH * usual(samples);
  }

  /** What drawings show; those that came as pictures, or of which something was erased, do not. */
  public static OwnStrokes of(List<Kept> drawings) {
    return NONE.with(drawings);
  }

  /** These and newer ones. */
  public OwnStrokes with(List<Kept> drawings) {
    List<Sample> all = new ArrayList<>(samples);
    for (Kept kept : drawings) {
      StrokeShape.of(kept.drawing()).ifPresent(shape -> all.add(new Sample(shape, kept.label())));
    }
    Map<Integer, Integer> count = new LinkedHashMap<>();
    List<Sample> newest = new ArrayList<>();
    for (Sample sample : all.reversed()) {
      if (count.merge(sample.label, 1, Integer::sum) <= MOST_OF_CLASS) {
        newest.addFirst(sample);
      }
    }
    return new OwnStrokes(newest);
  }

  /** Median of how far each drawing is from the nearest other one of its class. */
  private static double usual(List<Sample> samples) {
    double[] nearest =
        samples.stream()
            .mapToDouble(
                sample ->
                    samples.stream()
                        .filter(other -> other != sample && other.label == sample.label)
                        .mapToDouble(other -> sample.shape.distance(other.shape, GREATEST))
                        .min()
                        .orElse(Double.NaN))
            .filter(distance -> !Double.isNaN(distance))
            .sorted()
            .toArray();
    return nearest.length == 0 ? USUAL : Math.clamp(nearest[nearest.length / 2], LEAST, GREATEST);
  }

  /** How many drawings there are. */
  public int count() {
    return samples.size();
  }

  /**
   * What the network says of a drawing, and what these say of its strokes.
   *
   * @param probabilities of the classes
   * @return the same array where nothing is near
   */
  public float[] weigh(Drawing drawing, float[] probabilities) {
    Optional<StrokeShape> drawn = samples.isEmpty() ? Optional.empty() : StrokeShape.of(drawing);
    return drawn.map(shape -> weigh(shape, probabilities)).orElse(probabilities);
  }

  /** Likewise, of many drawings. */
  public float[][] weigh(List<Kept> drawings, float[][] probabilities) {
    float[][] weighed = probabilities.clone();
    if (!samples.isEmpty()) {
      Arrays.parallelSetAll(weighed, i -> weigh(drawings.get(i).drawing(), probabilities[i]));
    }
    return weighed;
  }

  private float[] weigh(StrokeShape drawn, float[] probabilities) {
    double[] nearest = new double[probabilities.length];
    Arrays.fill(nearest, most);
    for (Sample sample : samples) {
      double distance = drawn.distance(sample.shape, nearest[sample.label]);
      nearest[sample.label] = Math.min(nearest[sample.label], distance);
    }
    if (Arrays.stream(nearest).allMatch(distance -> distance == most)) {
      return probabilities;
    }
    float[] logits = new float[probabilities.length];
    for (int k = 0; k < logits.length; k++) {
      double likeness = 1 - nearest[k] / most;
      logits[k] = (float) (Math.log(Math.max(NEVER, probabilities[k])) + WEIGHT * likeness);
    }
    return Classifier.softmax(logits, 0, logits.length, 1);
  }

  /** As arrays beside a network's weights. */
  Map<String, Tensor> tensors() {
    if (samples.isEmpty()) {
      return Map.of();
    }
    float[] shapes = new float[count() * StrokeShape.POINTS * StrokeShape.WIDTH];
    float[] labels = new float[count()];
    for (int i = 0; i < count(); i++) {
      float[] points = samples.get(i).shape.points();
      System.arraycopy(points, 0, shapes, i * points.length, points.length);
      labels[i] = samples.get(i).label;
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    long[][] sizes = sizes(count()).values().toArray(long[][]::new);
    tensors.put(SHAPES, new Tensor(sizes[0], shapes));
    tensors.put(LABELS, new Tensor(sizes[1], labels));
    return tensors;
  }

  /** The arrays of so many drawings, and their shapes; none where there is no drawing. */
  static Map<String, long[]> sizes(int count) {
    Map<String, long[]> sizes = new LinkedHashMap<>();
    if (count > 0) {
      sizes.put(SHAPES, new long[] {count, StrokeShape.POINTS, StrokeShape.WIDTH});
      sizes.put(LABELS, new long[] {count});
    }
    return sizes;
  }

  /**
   * What {@link #tensors} gave.
   *
   * @param classes that there are
   * @throws IllegalArgumentException where a drawing is of no such class
   */
  static OwnStrokes of(Weights weights, int classes) {
    if (!weights.tensors().containsKey(SHAPES)) {
      return NONE;
    }
    float[] shapes = weights.tensor(SHAPES).values();
    float[] labels = weights.tensor(LABELS).values();
    int each = StrokeShape.POINTS * StrokeShape.WIDTH;
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      int label = (int) labels[i];
      if (label != labels[i] || label < 0 || label >= classes) {
        throw new IllegalArgumentException("a drawing of class " + labels[i]);
      }
      float[] points = Arrays.copyOfRange(shapes, i * each, (i + 1) * each);
      samples.add(new Sample(StrokeShape.of(points), label));
    }
    return new OwnStrokes(samples);
  }
}
