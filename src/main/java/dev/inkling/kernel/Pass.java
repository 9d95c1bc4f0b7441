package dev.inkling.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A network with maps of its own: what one thread takes chunks of images through. */
final class Pass {
  private final List<Step> steps = new ArrayList<>();

  /** The way back through each of them, where there is one. */
  private final List<Step> back = new ArrayList<>();

  private final List<Maps> maps = new ArrayList<>();
  private int[] inputPlaces = {};

  /** The images of a chunk, as they are written. */
  private float[] written = {};

  private final Map<String, Sums> gradients = new HashMap<>();

  /** Sets what comes in. */
  void begin(Maps input) {
    maps.add(input);
  }

  /** Adds a step and what it puts out. */
  void add(Step step, Maps out) {
    steps.add(step);
    maps.add(out);
  }

  /** Adds the way back through the last step. */
  void addBack(Step step) {
    back.add(step);
  }

  /** Likewise, with the sums of gradients that it adds to. */
  void addBack(String layer, Sums sums, Step step) {
    gradients.put(layer, sums);
    back.add(step);
  }

  /** The gradients of a layer. */
  Sums gradient(String layer) {
    return Objects.requireNonNull(gradients.get(layer), layer);
  }

  /** How many steps there are. */
  int depth() {
    return steps.size();
  }

  /** Values of an image after so many steps. */
  int size(int depth) {
    return maps.get(depth).size();
  }

  /** Writes images and puts them into the lanes. */
  void load(Kernels.Images images, int first, int count) {
    int size = size(0);
    if (written.length == 0) {
      written = new float[Vectors.LANES * size];
    }
    for (int i = 0; i < count; i++) {
      images.write(first + i, written, i * size);
    }
    load(written, 0, count);
  }

  /** Puts images into the lanes; those that are left get the last one once more. */
  void load(float[] images, int first, int count) {
    if (inputPlaces.length == 0) {
      inputPlaces = maps.getFirst().allPlaces();
    }
    int size = inputPlaces.length;
    int[] lanes = new int[Vectors.LANES];
    Arrays.setAll(lanes, lane -> Math.min(lane, count - 1) * size);
    float[] values = maps.getFirst().values;
    for (int i = 0; i < size; i++) {
      Vectors.gather(images, first * size + i, lanes, values, inputPlaces[i]);
    }
  }

  void forward(int depth) {
    for (Step step : steps.subList(0, depth)) {
      step.run();
    }
  }

  void backward() {
    for (Step step : back.reversed()) {
      step.run();
    }
  }

  /** Writes the values after so many steps, row-major, a row for each image. */
  void read(int depth, float[] into, int first, int count) {
    Maps from = maps.get(depth);
    int[] places = from.allPlaces();
    for (int lane = 0; lane < count; lane++) {
      int to = (first + lane) * places.length;
      for (int i = 0; i < places.length; i++) {
        into[to + i] = from.values[places[i] + lane];
      }
    }
  }

  /** Begins the way back with the gradient by what the last layer put out. */
  void loadGradient(float[] gradient, int count) {
    Maps output = maps.getLast();
    int[] places = output.allGradientPlaces();
    for (int lane = 0; lane < Vectors.LANES; lane++) {
      int from = lane * places.length;
      for (int i = 0; i < places.length; i++) {
        output.gradient[places[i] + lane] = lane < count ? gradient[from + i] : 0;
      }
    }
  }
}
