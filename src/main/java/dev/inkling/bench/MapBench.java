package dev.inkling.bench;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.MapFeatures;
import dev.inkling.explore.Umap;
import dev.inkling.model.Classifier;
import java.util.List;

/** How long a map of 10,000 images takes, from the images to where they lie in the end. */
final class MapBench {
  private static final int IMAGES = 10_000;
  private static final int AGAIN = 3;

  private final Classifier classifier;
  private final Digits images = Synthetic.digits(IMAGES, 1);

  MapBench(Classifier classifier) {
    this.classifier = classifier;
  }

  /** The first one apart: Java has compiled nothing of it yet, as in a window just opened. */
  List<BenchRow> measure() {
    double first = seconds();
    double[] again = new double[AGAIN];
    for (int k = 0; k < AGAIN; k++) {
      again[k] = seconds();
    }
    long begin = System.nanoTime();
    MapFeatures.of(classifier, images, _ -> {});
    double features = (System.nanoTime() - begin) / 1e9;
    return List.of(
        BenchRow.of("map-first", "s", first),
        BenchRow.of("map", "s", again),
        BenchRow.of("map-features", "s", features),
        BenchRow.of("map-memory", "MB", Memory.heapOf(this::seconds)));
  }

  private double seconds() {
    long begin = System.nanoTime();
    MapFeatures features = MapFeatures.of(classifier, images, _ -> {});
    Umap.of(features.values(), features.width(), _ -> {});
    return (System.nanoTime() - begin) / 1e9;
  }
}
