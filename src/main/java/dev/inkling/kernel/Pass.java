package dev.inkling.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A network with maps of its own: what one thread takes chunks of images through. */
final class Pass {
  /** Steps up to where all threads meet, up to where they meet again, and so on. */
  private final List<List<Step>> stretches = new ArrayList<>(List.of(new ArrayList<>()));

  /** The way back, where there is one: the last steps first. */
  private final List<List<Step>> back = new ArrayList<>(List.of(new ArrayList<>()));

  /** How many steps there are up to what each layer puts out. */
  private final List<Integer> ends = new ArrayList<>();

  private final List<Maps> maps = new ArrayList<>();
  private final Chunk chunk = new Chunk();

  /** Room for maps; an array for each chunk whose values have to stay until it goes on. */
  private final Memory.Plan plan;

  private final List<float[]> arrays = new ArrayList<>();
  private int[] inputPlaces = {};

  /** The images of a chunk, as they are written. */
  private float[] written = {};

  private final Map<String, Sums> gradients = new HashMap<>();

  /**
   * A pass without layers.
   *
   * @param plan where its maps have their room
   */
  Pass(Memory.Plan plan) {
    this.plan = plan;
  }

  /** Sets what comes in. */
  void begin(Maps input) {
    maps.add(input);
  }

  /** Adds a step that is not a layer's last. */
  void add(Step step) {
    stretches.getLast().add(step);
  }

  /** Adds a layer's last step and what it puts out. */
  void add(Step step, Maps out) {
    add(step);
    ends.add(stretches.stream().mapToInt(List::size).sum());
    maps.add(out);
  }

  /** Before the next step all chunks of the batch have to be where this one is. */
  void meet() {
    stretches.add(new ArrayList<>());
  }

  /** Adds the way back through the last step. */
  void addBack(Step step) {
    back.getFirst().addFirst(step);
  }

  /** Likewise, with the sums of gradients that it adds to. */
  void addBack(String layer, Sums sums, Step step) {
    gradients.put(layer, sums);
    addBack(step);
  }

  /** As {@link #meet}, before the step back that was added last. */
  void meetBack() {
    back.addFirst(new ArrayList<>());
  }

  /** What it is taken through at present. */
  Chunk chunk() {
    return chunk;
  }

  /** Goes on with one of the chunks whose values stay: the maps' numbers are in its array. */
  void use(int index) {
    while (arrays.size() <= index) {
      arrays.add(plan.make());
    }
    maps.forEach(own -> own.use(arrays.get(index)));
  }

  /** The gradients of a layer. */
  Sums gradient(String layer) {
    return Objects.requireNonNull(gradients.get(layer), layer);
  }

  /** Says that the gradients have been added up: the next chunk's are the first again. */
  void clearGradients() {
    gradients.values().forEach(Sums::clear);
  }

  /** How many layers there are. */
  int depth() {
    return ends.size();
  }

  /** How often all threads meet on the way forward, and as often on the way back. */
  int meetings() {
    return stretches.size() - 1;
  }

  /** Values of an image after so many layers. */
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

  /** Goes forward through so many layers. */
  void forward(int depth) {
    int count = depth == 0 ? 0 : ends.get(depth - 1);
    stretches.stream().flatMap(List::stream).limit(count).forEach(Step::run);
  }

  /** Goes forward from a meeting to the next. */
  void forwardFrom(int meeting) {
    stretches.get(meeting).forEach(Step::run);
  }

  /** Likewise back. */
  void backwardFrom(int meeting) {
    back.get(meeting).forEach(Step::run);
  }

  /** Writes the values after so many layers, row-major, a row for each image. */
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
