package dev.inkling.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A network of convolutions, pools and dense layers, computed by several threads: each takes every
 * so manieth chunk of a batch through all layers and back. The same numbers go in the same order on
 * a machine with as many threads, so the same come out.
 */
public final class Kernels implements AutoCloseable {
  private final Crew crew;
  private final List<Pass> passes = new ArrayList<>();
  private final Map<String, Parameters> parameters = new HashMap<>();
  private final Map<String, Parameters> gradients = new HashMap<>();

  /** Whether the newest weights are laid out as filters take them. */
  private boolean isPacked;

  /** One layer: what it does, and the activation that follows. */
  public sealed interface Part {
    /** Whether what comes out is rectified. */
    boolean isRectified();

    /** Square filters; their parameters are found by the layer's name. */
    record Filters(String name, int count, int kernel, int padding, boolean isRectified)
        implements Part {}

    /** Every input to every output. */
    record Units(String name, int count, boolean isRectified) implements Part {}

    /** Maximum or mean of square windows. */
    record Window(boolean isMaximum, int size, boolean isRectified) implements Part {}
  }

  /** True where Java brings its vectors: its module is asked for when the program starts. */
  public static boolean areHere() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  /**
   * A network, all of whose parameters are 0.
   *
   * @param channels of a picture that goes in
   * @param threads that compute
   * @param isTraining whether images go back, too
   */
  public Kernels(
      List<Part> parts, int channels, int height, int width, int threads, boolean isTraining) {
    crew = new Crew(threads);
    for (int i = 0; i < threads; i++) {
      passes.add(new PassMaker(parts, parameters, isTraining).make(channels, height, width));
    }
    parameters.forEach((name, own) -> gradients.put(name, own.alike()));
  }

  /** The loss of a batch, chunk by chunk. */
  @FunctionalInterface
  public interface Loss {
    /**
     * The gradient by a chunk's outputs; may be called by several threads at once.
     *
     * @param outputs a row for each image of the chunk
     * @param first number of its first image
     */
    float[] gradient(float[] outputs, int first);
  }

  /** Sets the weights of a layer, row-major, a row for each filter or unit. */
  public void writeWeights(String layer, float[] values) {
    of(parameters, layer).writeWeights(values);
    isPacked = false;
  }

  /** Sets the biases of a layer. */
  public void writeBias(String layer, float[] values) {
    System.arraycopy(values, 0, of(parameters, layer).bias, 0, values.length);
  }

  /** Reads what {@link #writeWeights} wrote. */
  public void readWeights(String layer, float[] into) {
    of(parameters, layer).readWeights(into);
  }

  /** Reads what {@link #writeBias} wrote. */
  public void readBias(String layer, float[] into) {
    of(parameters, layer).readBias(into);
  }

  /** Writes the newest gradient by a layer's weights. */
  public void readWeightGradient(String layer, float[] into) {
    of(gradients, layer).readWeights(into);
  }

  /** Writes the newest gradient by a layer's biases. */
  public void readBiasGradient(String layer, float[] into) {
    of(gradients, layer).readBias(into);
  }

  private static Parameters of(Map<String, Parameters> all, String layer) {
    return Objects.requireNonNull(all.get(layer), layer);
  }

  /** Images that are written when they are needed. */
  @FunctionalInterface
  public interface Images {
    /** Writes an image, (channels, height, width); may be called by several threads at once. */
    void write(int i, float[] out, int at);

    /** Those that lie one after the other in an array. */
    static Images of(float[] numbers, int size) {
      return (i, out, at) -> System.arraycopy(numbers, i * size, out, at, size);
    }
  }

  /**
   * Takes images through the first layers.
   *
   * @param depth how many layers
   * @return (count, channels, height, width) of the last of them
   */
  public float[] forward(Images images, int count, int depth) {
    float[] result = new float[count * passes.getFirst().size(depth)];
    share(
        count,
        (pass, first, lanes) -> {
          pass.load(images, first, lanes);
          pass.forward(depth);
          pass.read(depth, result, first, lanes);
        });
    return result;
  }

  /**
   * Takes images through all layers and back.
   *
   * @param loss of each chunk; it goes back at once, so what it was on the way is not kept
   */
  public void backward(float[] images, int count, Loss loss) {
    share(
        count,
        (pass, first, lanes) -> {
          pass.load(images, first, lanes);
          pass.forward(pass.depth());
          float[] outputs = new float[lanes * pass.size(pass.depth())];
          pass.read(pass.depth(), outputs, 0, lanes);
          pass.loadGradient(loss.gradient(outputs, first), lanes);
          pass.backward();
        });
    addUp();
  }

  /**
   * What is done with a chunk: images from {@code first} on, as many as there are lanes, or fewer.
   */
  private interface ChunkTask {
    void run(Pass pass, int first, int lanes);
  }

  /** Deals the chunks of a batch to the threads in turn. */
  private void share(int count, ChunkTask task) {
    if (!isPacked) {
      int shares = passes.size();
      crew.share(worker -> parameters.values().forEach(own -> own.pack(worker, shares)));
      isPacked = true;
    }
    int step = passes.size() * Vectors.LANES;
    crew.share(
        worker -> {
          for (int first = worker * Vectors.LANES; first < count; first += step) {
            task.run(passes.get(worker), first, Math.min(Vectors.LANES, count - first));
          }
        });
  }

  /** The gradients of all passes in one place. */
  private void addUp() {
    crew.share(
        worker ->
            gradients.forEach(
                (name, sum) ->
                    Sums.addUp(
                        passes.stream().map(pass -> pass.gradient(name)).toList(),
                        sum,
                        worker,
                        passes.size())));
  }

  @Override
  public void close() {
    crew.close();
  }
}
