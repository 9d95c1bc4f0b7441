package dev.inkling.run;

import dev.inkling.chart.ValueFormat;
import dev.inkling.text.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the newest numbers of a network's layers say for certain, in words. */
public final class LayerFindings {
  /** Part of the last layer's gradient below which a layer's has vanished on its way back. */
  static final double VANISHED = 0.01;

  /** Factor of the last layer's gradient above which a layer's has exploded. */
  static final double EXPLODED = 100;

  /** Factor between gradients that are called alike. */
  static final double SAME = 1.5;

  /**
   * Part of its weights that a step changes in a layer which hardly learns: with a hundredth of
   * what is usual, see {@link LayerMeasure#STEP}, it would take 100,000 such steps to change them
   * once.
   */
  static final double RESTS = 1e-5;

  /** Part of a layer's units whose death is worth a sentence. */
  static final double MANY = 0.1;

  private final List<List<LayerRow>> layers;

  private LayerFindings(List<List<LayerRow>> layers) {
    this.layers = layers;
  }

  /**
   * What is found.
   *
   * @param newest for each layer, from the first to the last, its last rows: what is said of it is
   *     their median, as single batches differ
   * @return sentences, the most important first; none without two layers that have gradients
   */
  public static List<Phrase> of(List<List<LayerRow>> newest) {
    LayerFindings findings =
        new LayerFindings(newest.stream().filter(rows -> !rows.isEmpty()).toList());
    List<Phrase> all = new ArrayList<>();
    if (findings.layers.size() > 1) {
      findings.gradient().ifPresent(all::add);
    }
    findings.dead().ifPresent(all::add);
    return all;
  }

  /** How the first layers' gradients compare with the last one's. */
  private Optional<Phrase> gradient() {
    List<LayerRow> last = layers.getLast();
    double end = median(last, LayerRow::gradient);
    List<LayerRow> least = extreme(Comparator.reverseOrder());
    List<LayerRow> most = extreme(Comparator.naturalOrder());
    double low = median(least, LayerRow::gradient) / end;
    double high = median(most, LayerRow::gradient) / end;
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      return Optional.empty();
    }
    if (low < VANISHED) {
      boolean rests = median(least, LayerMeasure.STEP::of) < RESTS;
      return Optional.of(
          new Phrase(
              rests ? "layers.found.rests" : "layers.found.vanished",
              name(least),
              part(low),
              name(last)));
    }
    if (high > EXPLODED) {
      return Optional.of(new Phrase("layers.found.exploded", name(most), times(high), name(last)));
    }
    return Optional.of(ordinary(median(layers.getFirst(), LayerRow::gradient) / end));
  }

  private Phrase ordinary(double first) {
    String from = name(layers.getFirst());
    String to = name(layers.getLast());
    if (first < 1 / SAME) {
      return new Phrase("layers.found.part", from, part(first), to);
    }
    return first > SAME
        ? new Phrase("layers.found.times", from, times(first), to)
        : new Phrase("layers.found.same", from, to);
  }

  private List<LayerRow> extreme(Comparator<Double> order) {
    return layers.stream()
        .max(Comparator.comparing(rows -> median(rows, LayerRow::gradient), order))
        .orElseThrow();
  }

  /** The layer with the most units that let no gradient through. */
  private Optional<Phrase> dead() {
    return layers.stream()
        .filter(rows -> median(rows, LayerRow::dead) >= MANY)
        .max(Comparator.comparingDouble(rows -> median(rows, LayerRow::dead)))
        .map(rows -> new Phrase("layers.found.dead", name(rows), percent(rows)));
  }

  private static String percent(List<LayerRow> rows) {
    return ValueFormat.percent(median(rows, LayerRow::dead), 0);
  }

  private static String name(List<LayerRow> rows) {
    return rows.getFirst().layer();
  }

  /** Of the values that there are; NaN where there are none. */
  private static double median(List<LayerRow> rows, ToDoubleFunction<LayerRow> of) {
    double[] values = rows.stream().mapToDouble(of).filter(Double::isFinite).sorted().toArray();
    return values.length == 0 ? Double.NaN : values[values.length / 2];
  }

  /** 4100 of 1/4123: two digits are what can be relied on. */
  private static long part(double ratio) {
    return times(1 / ratio);
  }

  private static long times(double ratio) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(ratio)) - 1));
    return (long) (Math.rint(Math.min(ratio, 1e15) / unit) * unit);
  }
}
