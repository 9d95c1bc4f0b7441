package dev.inkling.ui.training;

import dev.inkling.chart.CurveStyle;
import dev.inkling.chart.Palette;
import dev.inkling.run.LayerFindings;
import dev.inkling.run.LayerMeasure;
import dev.inkling.run.LayerRow;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.text.Phrase;
import dev.inkling.train.TrainingListener.LayersMetrics;
import dev.inkling.ui.chart.Series;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * How the layers of a run learn: for each measure a curve of each layer, the same layer in the same
 * colour, and hidden in all at once; x is the number of examples seen.
 */
public final class LayerCurves {
  /** Rows of a layer that a sentence is made of. */
  private static final int NEWEST = 5;

  private final Map<LayerMeasure, ObservableList<Series>> curves =
      new EnumMap<>(LayerMeasure.class);
  private final Map<LayerMeasure, ObservableList<Series>> readable =
      new EnumMap<>(LayerMeasure.class);
  private final List<List<LayerRow>> newest = new ArrayList<>();
  private List<String> names = List.of();

  // Properties
  private final ReadOnlyObjectWrapper<List<Phrase>> findings =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper old = new ReadOnlyBooleanWrapper(false);

  /** What a run's files hold of its layers. */
  record Saved(List<String> names, List<LayerRow> rows) {
    /** As {@link RunCurves.Saved#upTo}. */
    Saved upTo(int epoch, long examples) {
      return new Saved(
          names,
          rows.stream().filter(row -> row.epoch() <= epoch && row.examples() <= examples).toList());
    }
  }

  static Saved read(Run run, RunInfo info) {
    return new Saved(info.layerNames(), LayerRow.read(run));
  }

  /** Without points. */
  public LayerCurves() {
    for (LayerMeasure measure : LayerMeasure.values()) {
      ObservableList<Series> own = FXCollections.observableArrayList();
      curves.put(measure, own);
      readable.put(measure, FXCollections.unmodifiableObservableList(own));
    }
  }

  /** A curve for each layer, the first layer's first. */
  ObservableList<Series> of(LayerMeasure measure) {
    return Objects.requireNonNull(readable.get(measure)); // each has some
  }

  /** What the newest numbers say for certain. */
  ReadOnlyObjectProperty<List<Phrase>> findingsProperty() {
    return findings.getReadOnlyProperty();
  }

  /** Whether the run was trained, but nothing of its layers was kept. */
  ReadOnlyBooleanProperty oldProperty() {
    return old.getReadOnlyProperty();
  }

  void clear() {
    show(new Saved(List.of(), List.of()), false);
  }

  /**
   * Shows what was read.
   *
   * @param isTrained whether the run has seen any images
   */
  void show(Saved saved, boolean isTrained) {
    name(saved.names);
    curves.values().forEach(all -> all.forEach(Series::clear));
    newest.forEach(List::clear);
    saved.rows.forEach(this::add);
    find();
    old.set(isTrained && saved.rows.isEmpty());
  }

  void add(LayersMetrics metrics) {
    LayerRow.of(metrics).forEach(this::add);
    find();
    old.set(false);
  }

  /** The same layers keep their curves, and what somebody hid of them. */
  private void name(List<String> layers) {
    if (names.equals(layers)) {
      return;
    }
    names = List.copyOf(layers);
    newest.clear();
    names.forEach(_ -> newest.add(new ArrayList<>()));
    List<Series> first = series();
    for (LayerMeasure measure : LayerMeasure.values()) {
      List<Series> own = measure.ordinal() == 0 ? first : series();
      for (int k = 0; k < own.size() && own != first; k++) {
        own.get(k).visibleProperty().bindBidirectional(first.get(k).visibleProperty());
      }
      Objects.requireNonNull(curves.get(measure)).setAll(own);
    }
  }

  private List<Series> series() {
    List<Series> all = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      all.add(new Series(names.get(k), CurveStyle.of(Palette.inOrder(k, names.size()))));
    }
    return all;
  }

  /** A layer that the network has not comes from a file that somebody changed. */
  private void add(LayerRow row) {
    int layer = names.indexOf(row.layer());
    if (layer < 0) {
      return;
    }
    curves.forEach(
        (measure, all) -> {
          double value = measure.of(row);
          if (!Double.isNaN(value)) { // nothing was probed: no gap
            all.get(layer).append(row.examples(), value);
          }
        });
    List<LayerRow> rows = newest.get(layer);
    rows.add(row);
    if (rows.size() > NEWEST) {
      rows.remove(isLastProbe(rows) ? 1 : 0);
    }
  }

  /** Whether the first row alone says what was probed, which is seldom done. */
  private static boolean isLastProbe(List<LayerRow> rows) {
    return !Double.isNaN(rows.getFirst().dead())
        && rows.stream().skip(1).allMatch(row -> Double.isNaN(row.dead()));
  }

  private void find() {
    findings.set(LayerFindings.of(newest));
  }
}
