package dev.inkling.model;

import ai.djl.ndarray.types.Shape;
import dev.inkling.kernel.Kernels;
import dev.inkling.kernel.Kernels.Images;
import dev.inkling.kernel.Kernels.Part;
import dev.inkling.kernel.Loss;
import dev.inkling.layer.BatchNorm;
import dev.inkling.layer.Conv;
import dev.inkling.layer.Dense;
import dev.inkling.layer.Dropout;
import dev.inkling.layer.Layer;
import dev.inkling.layer.LogSoftmax;
import dev.inkling.layer.Pool;
import dev.inkling.layer.Relu;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Weights.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Computes networks without an engine, by {@link Kernels}: convolutions, pools, dense layers and,
 * while training, norms, each rectified or not, and dropout.
 */
final class VectorBackend extends KernelBackend {
  /**
   * Operations of an image, forward, up to which this is quicker than an engine. Twice as quick
   * with a million, as quick with 15 million: there the engine has no time to lose between
   * operators.
   */
  private static final long SMALL = 20_000_000;

  /** Operations of an image, forward, up to which networks are trained by this. */
  private static final long TRAINED = 50_000_000;

  /** Images that fill the lanes of a vector. */
  private static final int LANES_FULL = 16;

  /** Images of a data set, and never those of a drawing. */
  static final int MANY = 128;

  private final Kernels kernels;
  private final Map<String, Shape> shapes;

  /** Parts before the last layer with weights. */
  private final int featureDepth;

  private final int depth;

  VectorBackend(List<Layer> layers, Size image, Weights weights, boolean isTraining) {
    super(layers, image);
    List<Stage> stages = Stage.of(layers, image);
    List<Part> parts = parts(stages, isTraining);
    depth = parts.size();
    featureDepth = parts(stages.subList(0, Stage.last(stages)), isTraining).size();
    shapes = Network.shapes(layers, image);
    Network.check(layers, image, weights);
    kernels =
        new Kernels(
            parts,
            image.channels(),
            image.height(),
            image.width(),
            EngineSetup.threads(),
            isTraining);
    shapes.keySet().forEach(name -> write(name, weights.tensor(name).values()));
  }

  /** True for layers that this can go back through, where Java has what it takes. */
  static boolean canTrain(List<Layer> layers, Size image) {
    return areHere(layers)
        && fit(layers, true)
        && operations(layers, image) <= TRAINED
        && !(layers.getLast() instanceof LogSoftmax)
        && IntStream.range(1, layers.size())
            .noneMatch(i -> layers.get(i) instanceof Dense && isConv(layers, i - 1));
  }

  /** True for networks that an engine loses most of its time with, between operators. */
  static boolean isSmall(List<Layer> layers, Size image) {
    return operations(layers, image) <= SMALL;
  }

  private static long operations(List<Layer> layers, Size image) {
    return Stage.of(layers, image).stream().mapToLong(Stage::operations).sum();
  }

  /**
   * From how many images on this reads quicker than an engine. Small networks: when the vectors'
   * lanes are full. Larger ones: before Java has compiled what the vectors do, a few images would
   * take it long.
   */
  static int many(List<Layer> layers, Size image) {
    return isSmall(layers, image) ? LANES_FULL : MANY;
  }

  /** True for layers that this can go forward through. */
  static boolean canRead(List<Layer> layers, Size image) {
    return areHere(layers)
        && fit(layers.stream().filter(layer -> !(layer instanceof Dropout)).toList(), false);
  }

  private static boolean areHere(List<Layer> layers) {
    return Kernels.areHere() && layers.stream().anyMatch(layer -> layer instanceof Dense);
  }

  /** Whether each layer can follow the one before. */
  private static boolean fit(List<Layer> layers, boolean isTraining) {
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      Layer before = i == 0 ? new Relu() : layers.get(i - 1);
      boolean fits =
          switch (layer) {
            case Conv conv ->
                conv.stride() == 1 && conv.hasBias() && conv.padding() < conv.kernel();
            case Dense _ -> true;
            case BatchNorm _ -> isTraining && !(before instanceof LogSoftmax);
            case Dropout dropout -> isTraining && !dropout.ofChannels();
            case Relu _ ->
                !(before instanceof Relu
                    || before instanceof Dropout
                    || before instanceof LogSoftmax);
            case LogSoftmax _ -> i == layers.size() - 1;
            case Pool pool -> pool.stride() == pool.window();
            default -> false;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** A dense layer's gradients go to maps without a border, which a convolution's have. */
  private static boolean isConv(List<Layer> layers, int index) {
    return layers.get(index) instanceof Conv
        || (layers.get(index) instanceof Relu && index > 0 && isConv(layers, index - 1));
  }

  private static List<Part> parts(List<Stage> all, boolean isTraining) {
    List<Stage> stages =
        all.stream().filter(stage -> isTraining || !(stage.layer() instanceof Dropout)).toList();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      String name = stages.get(i).name();
      boolean isRectified = i + 1 < stages.size() && stages.get(i + 1).layer() instanceof Relu;
      switch (stages.get(i).layer()) {
        case Conv conv ->
            parts.add(
                new Part.Filters(name, conv.filters(), conv.kernel(), conv.padding(), isRectified));
        case Dense dense -> parts.add(new Part.Units(name, dense.units(), isRectified));
        case BatchNorm _ -> parts.add(new Part.Channels(name, isRectified));
        case Dropout dropout -> parts.add(new Part.Drops(dropout.rate()));
        case Pool pool -> parts.add(new Part.Window(pool.max(), pool.window(), isRectified));
        default -> {} // done with the part before, or with what comes out
      }
    }
    return parts;
  }

  @Override
  float[] outputs(Images images, int count) {
    return kernels.forward(images, count, depth);
  }

  @Override
  public float[] features(Images images, int count, int size) {
    return kernels.forward(images, count, featureDepth);
  }

  @Override
  public void backward(float[] input, int count, Loss loss) {
    kernels.backward(input, count, loss);
  }

  @Override
  public void seed(int seed) {
    kernels.seed(seed);
  }

  @Override
  public boolean hasThreads() {
    return true;
  }

  @Override
  public void share(int count, IntConsumer task) {
    kernels.share(count, task);
  }

  @Override
  public void readGradient(String parameter, float[] into) {
    if (isNorm(parameter)) {
      kernels.readNormGradient(layer(parameter), part(parameter), into);
    } else if (isBias(parameter)) {
      kernels.readBiasGradient(layer(parameter), into);
    } else {
      kernels.readWeightGradient(layer(parameter), into);
    }
  }

  @Override
  public void write(String parameter, float[] values) {
    if (isNorm(parameter)) {
      kernels.writeNorm(layer(parameter), part(parameter), values);
    } else if (isBias(parameter)) {
      kernels.writeBias(layer(parameter), values);
    } else {
      kernels.writeWeights(layer(parameter), values);
    }
  }

  private static boolean isNorm(String parameter) {
    return !isBias(parameter) && !parameter.endsWith(".weight");
  }

  private static String part(String parameter) {
    return parameter.substring(parameter.indexOf('.') + 1);
  }

  private static boolean isBias(String parameter) {
    return parameter.endsWith(".bias");
  }

  private static String layer(String parameter) {
    return parameter.substring(0, parameter.indexOf('.'));
  }

  @Override
  public Weights weights() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> {
          float[] values = new float[(int) shape.size()];
          if (isNorm(name)) {
            kernels.readNorm(layer(name), part(name), values);
          } else if (isBias(name)) {
            kernels.readBias(layer(name), values);
          } else {
            kernels.readWeights(layer(name), values);
          }
          tensors.put(name, new Tensor(shape.getShape(), values));
        });
    return new Weights(tensors);
  }

  @Override
  public void close() {
    kernels.close();
  }
}
