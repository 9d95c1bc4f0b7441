package dev.inkling.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * A network of convolutions, pools, dense layers, norms and dropout, computed by several threads:
 * each takes every so manieth chunk of a batch through all layers and back. The same numbers go in
 * the same order on a machine with as many threads, so the same come out.
 */
public final class Kernels implements AutoCloseable {
  /** From a batch's seed to the next one's: the golden ratio's bits. */
  private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

  private final Crew crew;
  private final List<Pass> passes = new ArrayList<>();
  private final Map<String, Parameters> parameters = new HashMap<>();
  private final Map<String, Parameters> gradients = new HashMap<>();

  /** In the order that they come in. */
  private final Map<String, Norm> norms = new LinkedHashMap<>();

  /** Of the present batch's random numbers. */
  private long seed;

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

    /** Batch norm; its parameters and statistics are found by the layer's name. */
    record Channels(String name, boolean isRectified) implements Part {}

    /** Dropout, with what probability. */
    record Drops(double rate) implements Part {
      @Override
      public boolean isRectified() {
        return false;
      }
    }

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
      passes.add(new PassMaker(parts, parameters, norms, isTraining).make(channels, height, width));
    }
    parameters.forEach((name, own) -> gradients.put(name, own.alike()));
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

  /** Sets a part of a norm: gamma, beta, or the running mean or variance. */
  public void writeNorm(String layer, String part, float[] values) {
    System.arraycopy(values, 0, norm(layer).part(part), 0, values.length);
  }

  /** Reads what {@link #writeNorm} wrote, or what has become of it. */
  public void readNorm(String layer, String part, float[] into) {
    System.arraycopy(norm(layer).part(part), 0, into, 0, into.length);
  }

  /** Writes the newest gradient by a norm's gamma or beta. */
  public void readNormGradient(String layer, String part, float[] into) {
    System.arraycopy(norm(layer).gradient(part), 0, into, 0, into.length);
  }

  private Norm norm(String layer) {
    return Objects.requireNonNull(norms.get(layer), layer);
  }

  /** Begins random numbers, those of dropout, anew. */
  public void seed(long seed) {
    this.seed = seed;
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
    norms.values().forEach(Norm::useRunning);
    share(
        count,
        false,
        (pass, first, lanes) -> {
          pass.load(images, first, lanes);
          pass.forward(depth);
          pass.read(depth, result, first, lanes);
        });
    return result;
  }

  /**
   * Takes images through all layers and back. Threads meet only at norms, which need all images of
   * the batch: up to there and from there on each takes its chunks one by one.
   *
   * @param loss of each chunk; where there are no norms it goes back at once, so what it was on the
   *     way is not kept
   */
  public void backward(float[] images, int count, Loss loss) {
    List<Norm> all = List.copyOf(norms.values());
    all.forEach(norm -> norm.begin(count));
    seed += SEED_STEP;
    int last = all.size();
    for (int i = 0; i <= 2 * last; i++) {
      int meeting = i;
      if (meeting > last) {
        all.get(2 * last - meeting).goBack();
      } else if (meeting > 0) {
        all.get(meeting - 1).useBatch();
      }
      share(
          count,
          true,
          (pass, first, lanes) -> {
            if (meeting == 0) {
              pass.load(images, first, lanes);
            }
            if (meeting <= last) {
              pass.forwardFrom(meeting);
            }
            if (meeting == last) {
              turn(pass, first, lanes, loss);
            }
            if (meeting >= last) {
              pass.backwardFrom(meeting - last);
            }
          });
    }
    addUp();
  }

  /** From what came out to the gradient by it. */
  private static void turn(Pass pass, int first, int lanes, Loss loss) {
    float[] outputs = new float[lanes * pass.size(pass.depth())];
    pass.read(pass.depth(), outputs, 0, lanes);
    pass.loadGradient(loss.gradient(outputs, first), lanes);
  }

  /** Does what has a number, for each number below {@code count}, on the threads that compute. */
  public void share(int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    crew.share(
        _ -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            task.accept(i);
          }
        });
  }

  /**
   * What is done with a chunk: images from {@code first} on, as many as there are lanes, or fewer.
   */
  private interface ChunkTask {
    void run(Pass pass, int first, int lanes);
  }

  /** Deals the chunks of a batch to the threads in turn. */
  private void share(int count, boolean isTraining, ChunkTask task) {
    if (!isPacked) {
      int shares = passes.size();
      crew.share(worker -> parameters.values().forEach(own -> own.pack(worker, shares)));
      isPacked = true;
    }
    int step = passes.size() * Vectors.LANES;
    crew.share(
        worker -> {
          for (int first = worker * Vectors.LANES; first < count; first += step) {
            Pass pass = passes.get(worker);
            int lanes = Math.min(Vectors.LANES, count - first);
            pass.use(isTraining && pass.meetings() > 0 ? first / step : 0);
            pass.chunk().begin(first, lanes, isTraining, seed);
            task.run(pass, first, lanes);
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
    passes.forEach(Pass::clearGradients);
  }

  @Override
  public void close() {
    crew.close();
  }
}
