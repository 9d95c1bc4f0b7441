package dev.inkling.model;

import ai.djl.ndarray.types.Shape;
import dev.inkling.kernel.Loss;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Weights.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Computes on MXNet with a whole network bound at once: for one picture in a quarter of the time
 * that DJL's operators take. An executor uses scratch memory of the thread that bound it, so when
 * another thread comes they are bound anew.
 */
final class MxnetBackend implements Backend {
  /** Lanes where nothing is trained: what is broader only makes more to compute there. */
  private static final int FORWARD_LANES = 8;

  /** Symbols and arrays. */
  private final MxnetHandles handles = new MxnetHandles();

  private final List<Layer> layers;
  private final Size image;
  private final int lanes;
  private final boolean isTraining;

  /** How many stages there are. */
  private final int depth;

  /** How many stages are before the last one with weights. */
  private final int last;

  private final Map<String, Shape> shapes;
  private final Map<String, MxnetArray> parameters = new LinkedHashMap<>();
  private final Map<String, MxnetArray> gradients = new HashMap<>();
  private final Map<Part, MxnetSymbol> symbols = new HashMap<>();
  private final Map<Bound, MxnetExecutor> executors = new HashMap<>();
  private @Nullable Thread owner;

  /** The first stages, for pictures of one size. */
  private record Part(int depth, Size image) {}

  /** What an executor is bound for. */
  private record Bound(Part part, int batch) {}

  MxnetBackend(List<Layer> layers, Weights weights, boolean isTraining) {
    this(layers, Stage.IMAGE, weights, isTraining);
  }

  MxnetBackend(List<Layer> layers, Size image, Weights weights, boolean isTraining) {
    // The first layer's gradient is a general matrix product with 8 filters, with 16 a kernel that
    // is five times as quick.
    this(layers, image, weights, isTraining, isTraining ? EngineSetup.lanes() : FORWARD_LANES);
  }

  /** For 28×28, with filters and units in multiples of {@code lanes}. */
  MxnetBackend(List<Layer> layers, Weights weights, boolean isTraining, int lanes) {
    this(layers, Stage.IMAGE, weights, isTraining, lanes);
  }

  private MxnetBackend(
      List<Layer> layers, Size image, Weights weights, boolean isTraining, int lanes) {
    this.layers = List.copyOf(layers);
    this.image = image;
    this.lanes = lanes;
    this.isTraining = isTraining;
    List<Stage> stages = Stage.of(layers, image);
    depth = stages.size();
    last = Stage.last(stages);
    shapes = Network.shapes(layers, image);
    Network.check(layers, image, weights);
    try {
      for (String name : shapes.keySet()) {
        create(name, weights.tensor(name).values(), isTraining && Stage.isTrained(name));
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void create(String name, float[] values, boolean isTrained) {
    MxnetSymbol whole = symbol(new Part(depth, image));
    int[] padded = Objects.requireNonNull(whole.shapes().get(name), name);
    parameters.put(name, handles.add(MxnetArray.zeros(padded)));
    write(name, values);
    if (isTrained) {
      gradients.put(name, handles.add(MxnetArray.zeros(padded)));
    }
  }

  private MxnetSymbol symbol(Part part) {
    return symbols.computeIfAbsent(
        part,
        p -> handles.add(new MxnetSymbol(Stage.of(layers, p.image), p.depth, lanes, isTraining)));
  }

  /** The first stages, for pictures as wide as those of an input. */
  private Part part(int stages, float[] input, int count) {
    return new Part(stages, image.asWideAs(input.length / count));
  }

  private MxnetExecutor executor(Part part, int batch) {
    if (owner != Thread.currentThread()) {
      closeExecutors();
      owner = Thread.currentThread();
    }
    return executors.computeIfAbsent(
        new Bound(part, batch), _ -> new MxnetExecutor(symbol(part), batch, parameters, gradients));
  }

  @Override
  public float[] forward(float[] input, int count) {
    return forward(depth, input, count);
  }

  @Override
  public float[] features(float[] input, int count) {
    return last == 0 ? input : forward(last, input, count);
  }

  /** Bound for the next power of two, so that there are few executors. */
  private float[] forward(int stages, float[] input, int count) {
    int batch = count == 1 ? 1 : 2 * Integer.highestOneBit(count - 1);
    Part part = part(stages, input, count);
    return executor(part, batch).forward(input, count, symbol(part).width(), false);
  }

  @Override
  public void backward(float[] input, int count, Loss loss) {
    Part part = part(depth, input, count);
    MxnetExecutor executor = executor(part, count);
    float[] logits = executor.forward(input, count, symbol(part).width(), true);
    executor.backward(loss.gradient(logits, 0), count);
  }

  @Override
  public void readGradient(String parameter, float[] into) {
    Objects.requireNonNull(gradients.get(parameter), parameter).read(into, rows(parameter));
  }

  @Override
  public void write(String parameter, float[] values) {
    array(parameter).write(values, rows(parameter));
  }

  private MxnetArray array(String parameter) {
    return Objects.requireNonNull(parameters.get(parameter), parameter);
  }

  private int rows(String parameter) {
    return (int) Objects.requireNonNull(shapes.get(parameter), parameter).get(0);
  }

  @Override
  public Weights weights() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> {
          float[] values = new float[(int) shape.size()];
          array(name).read(values, rows(name));
          tensors.put(name, new Tensor(shape.getShape(), values));
        });
    return new Weights(tensors);
  }

  private void closeExecutors() {
    executors.values().forEach(MxnetExecutor::close);
    executors.clear();
  }

  @Override
  public void close() {
    closeExecutors();
    handles.close();
  }
}
