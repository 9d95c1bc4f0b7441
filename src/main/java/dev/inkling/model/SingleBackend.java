package dev.inkling.model;

import dev.inkling.kernel.Cache;
import dev.inkling.kernel.Kernels;
import dev.inkling.kernel.Kernels.Images;
import dev.inkling.kernel.SingleImage;
import dev.inkling.kernel.SingleImage.Part;
import dev.inkling.kernel.SingleImages;
import dev.inkling.layer.Conv;
import dev.inkling.layer.Dense;
import dev.inkling.layer.Depthwise;
import dev.inkling.layer.Dropout;
import dev.inkling.layer.Flatten;
import dev.inkling.layer.GlobalPool;
import dev.inkling.layer.Layer;
import dev.inkling.layer.LeakyRelu;
import dev.inkling.layer.LogSoftmax;
import dev.inkling.layer.Pool;
import dev.inkling.layer.Primitive;
import dev.inkling.layer.Relu;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.layer.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads images one by one without an engine, by {@link SingleImages}. */
final class SingleBackend extends KernelBackend implements ReadingBackend {
  /** Filters of a layer that fill the vectors of four places, which stay in registers together. */
  private static final int WIDE = 32;

  private final SingleImages network;
  private final Weights weights;

  /** Parts before the last layer with weights. */
  private final int featureDepth;

  /**
   * One that is made while others answer: with the second answer that somebody waits for, as most
   * programs that read one image read no other. Until Java has compiled what it takes, it is not
   * there either.
   */
  static final class Soon {
    /** More images than this are quicker side by side. */
    private static final int MOST = 15;

    private final Supplier<Backend> maker;
    private boolean isFirst = true;
    private @Nullable CompletableFuture<Backend> made;

    Soon(Supplier<Backend> maker) {
      this.maker = maker;
    }

    /** Whether it is there, and quicker with so many images than others. */
    boolean suits(int count) {
      if (count > MOST) {
        return false;
      }
      if (!isFirst && made == null) {
        SingleImage.compile();
        made = CompletableFuture.supplyAsync(maker);
      }
      isFirst = false;
      return made != null && made.isDone() && SingleImage.isCompiled();
    }

    /** The one that is there. */
    Backend get() {
      return Objects.requireNonNull(made).join();
    }
  }

  /** For one thread at a time, which computes. */
  SingleBackend(List<Layer> layers, Size image, Weights weights) {
    this(layers, image, weights, 1, false);
  }

  /** For one thread at a time, which computes with others, each of which reads other images. */
  SingleBackend(List<Layer> layers, Size image, Weights weights, int threads) {
    this(layers, image, weights, threads, false);
  }

  /**
   * For one thread at a time, which another one helps with each image of a larger network, where
   * there are two: smaller ones are read before somebody else could begin.
   */
  static SingleBackend helped(List<Layer> layers, Size image, Weights weights) {
    boolean isHelped = EngineSetup.threads() > 1 && !VectorBackend.isSmall(layers, image);
    return new SingleBackend(layers, image, weights, 1, isHelped);
  }

  private SingleBackend(
      List<Layer> layers, Size image, Weights weights, int threads, boolean areHelped) {
    super(layers, image);
    Network.check(layers, image, weights);
    this.weights = weights;
    List<Stage> stages = Stage.of(layers, image);
    PartsMaker maker = new PartsMaker(stages, weights);
    network =
        new SingleImages(
            maker.parts, image.channels(), image.height(), image.width(), threads, areHelped);
    featureDepth = maker.before.get(Stage.last(stages));
  }

  /** True for layers that this can go through, where Java has what it takes. */
  static boolean canRead(List<Layer> layers, Size image) {
    List<Primitive> all = Stage.of(layers, image).stream().map(Stage::layer).toList();
    List<Primitive> some =
        all.stream()
            .filter(layer -> !(layer instanceof Dropout || layer instanceof Flatten))
            .toList();
    return Kernels.areHere()
        && some.stream().anyMatch(SingleBackend::isComputed)
        && IntStream.range(0, some.size()).allMatch(i -> fits(some, i));
  }

  /**
   * True where this is quicker with many images, too, than those side by side: on processors with a
   * small second cache, with larger networks whose filters fill the vectors from the second layer
   * on and go Winograd's way.
   */
  static boolean suitsMany(List<Layer> layers, Size image) {
    return Cache.isSmall()
        && canRead(layers, image)
        && !VectorBackend.isSmall(layers, image)
        && layers.stream()
            .filter(Conv.class::isInstance)
            .map(Conv.class::cast)
            .skip(1)
            .allMatch(conv -> conv.filters() >= WIDE && conv.kernel() == 3);
  }

  private static boolean isComputed(Primitive layer) {
    return switch (layer) {
      case Conv _, Depthwise _, Sum _, Dense _, Pool _, GlobalPool _ -> true;
      default -> false;
    };
  }

  /** Whether a layer can follow the one before: an activation is part of it. */
  private static boolean fits(List<Primitive> layers, int i) {
    return switch (layers.get(i)) {
      case Relu _, LeakyRelu _ -> i > 0 && isComputed(layers.get(i - 1));
      case LogSoftmax _ -> i == layers.size() - 1;
      default -> isComputed(layers.get(i));
    };
  }

  /** Makes parts of stages, an activation being a part of what it follows. */
  private static final class PartsMaker {
    private final List<Stage> stages;
    private final Weights weights;
    private final List<Part> parts = new ArrayList<>();

    /** How many parts there are before each stage. */
    private final List<Integer> before = new ArrayList<>();

    PartsMaker(List<Stage> stages, Weights weights) {
      this.stages = stages;
      this.weights = weights;
      for (int i = 0; i < stages.size(); i++) {
        before.add(parts.size());
        add(i, stages.get(i));
      }
    }

    private void add(int i, Stage stage) {
      float slope = slope(i + 1);
      switch (stage.layer()) {
        case Conv conv ->
            parts.add(
                new Part.Filters(
                    conv.filters(),
                    conv.kernel(),
                    conv.stride(),
                    conv.padding(),
                    values(stage, "weight"),
                    values(stage, "bias"),
                    slope));
        case Depthwise own ->
            parts.add(
                new Part.Depthwise(
                    own.kernel(),
                    own.stride(),
                    own.padding(),
                    values(stage, "weight"),
                    values(stage, "bias"),
                    slope));
        case Dense dense ->
            parts.add(
                new Part.Units(
                    dense.units(), values(stage, "weight"), values(stage, "bias"), slope));
        case Pool pool ->
            parts.add(
                new Part.Window(pool.max(), pool.window(), pool.window(), pool.stride(), slope));
        case GlobalPool _ -> {
          Size all = stage.input();
          parts.add(new Part.Window(false, all.height(), all.width(), 1, slope));
        }
        case Sum sum -> {
          int back = parts.size() - before.get(i - sum.back());
          parts.add(new Part.Sum(back, sum.stride(), values(stage, "weight"), slope));
        }
        default -> {} // done with the part before, or with what comes out
      }
    }

    /** What the activation does to negative numbers that comes next, if one does. */
    private float slope(int next) {
      for (Stage stage : stages.subList(next, stages.size())) {
        switch (stage.layer()) {
          case Dropout _, Flatten _ -> {}
          case Relu _ -> {
            return 0;
          }
          case LeakyRelu leaky -> {
            return (float) leaky.slope();
          }
          default -> {
            return 1;
          }
        }
      }
      return 1;
    }

    /** A parameter's numbers; none where the stage does not have it. */
    private float[] values(Stage stage, String part) {
      String name = stage.parameter(part);
      return stage.shapes().containsKey(name) ? weights.tensor(name).values() : new float[0];
    }
  }

  @Override
  float[] outputs(Images images, int count) {
    return network.forward(images, count, network.depth());
  }

  @Override
  public float[] features(Images images, int count, int size) {
    return network.forward(images, count, featureDepth);
  }

  @Override
  public Weights weights() {
    return weights;
  }

  @Override
  public void close() {
    network.close();
  }
}
