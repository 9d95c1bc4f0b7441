package dev.inkling.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A network with maps of its own: what one thread takes chunks of images through. */
final class Pass {
  private final List<Step> steps = new ArrayList<>();
  private final List<Maps> maps = new ArrayList<>();
  private int[] inputPlaces = {};
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

  /** Keeps the gradients of a layer with parameters, summed over the chunks that went through. */
  void add(String layer, Sums sums) {
    gradients.put(layer, sums);
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

  /** Puts images into the lanes, and 0 into those that are left. */
  void load(float[] images, int first, int count) {
    if (inputPlaces.length == 0) {
      inputPlaces = maps.getFirst().allPlaces();
    }
    int[] places = inputPlaces;
    float[] values = maps.getFirst().values;
    for (int lane = 0; lane < Vectors.LANES; lane++) {
      int from = (first + lane) * places.length;
      for (int i = 0; i < places.length; i++) {
        values[places[i] + lane] = lane < count ? images[from + i] : 0;
      }
    }
  }

  void forward(int depth) {
    for (Step step : steps.subList(0, depth)) {
      step.forward();
    }
  }

  void backward() {
    for (Step step : steps.reversed()) {
      step.backward();
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
