package dev.inkling.support;

import dev.inkling.layer.Layer;
import dev.inkling.layer.Primitive;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Networks as nobody would build them, drawn by chance from layers of all kinds. */
public final class RandomNetworks {
  private static final int MOST_LAYERS = 8;

  /** Numbers that a layer gives, and additions and multiplications, so that all are quick. */
  private static final int MOST_VALUES = 8_000;

  private static final long MOST_OPERATIONS = 4_000_000;

  /** How each kind is drawn; its text forms are read like all others. */
  private static final List<Function<SplittableRandom, String>> KINDS =
      List.of(
          r -> "conv " + upTo(12, r) + "@" + square(upTo(5, r)) + sliding(r, " no-bias"),
          r -> "conv " + upTo(12, r) + "@" + square(2 * upTo(3, r) - 1) + " same",
          r -> "depthwise " + square(upTo(4, r)) + sliding(r, " no-bias"),
          r -> "residual " + upTo(9, r) + "@" + square(2 * upTo(2, r) - 1) + step(r) + norm(r),
          r -> "dense " + upTo(40, r),
          r -> "max-pool " + upTo(4, r) + step(r),
          r -> "avg-pool " + upTo(4, r) + step(r),
          r -> r.nextInt(3) == 0 ? "global-avg-pool" : "batch-norm",
          r -> r.nextInt(3) == 0 ? "flatten" : "relu",
          r -> r.nextInt(4) == 0 ? "log-softmax" : "tanh",
          r -> "dropout 0." + upTo(8, r),
          r -> "channel-dropout 0." + upTo(5, r),
          r -> "leaky-relu 0." + upTo(5, r),
          _ -> "relu",
          _ -> "batch-norm",
          _ -> "sigmoid",
          _ -> "gelu");

  private RandomNetworks() {}

  private static int upTo(int most, SplittableRandom random) {
    return random.nextInt(1, most + 1);
  }

  private static String square(int side) {
    return side + "x" + side;
  }

  private static String step(SplittableRandom random) {
    return random.nextBoolean() ? "" : " stride " + upTo(3, random);
  }

  private static String norm(SplittableRandom random) {
    return random.nextInt(3) == 0 ? " no-norm" : "";
  }

  private static String sliding(SplittableRandom random, String plain) {
    String padding = random.nextBoolean() ? "" : " pad " + upTo(3, random);
    return step(random) + padding + (random.nextInt(3) == 0 ? plain : "");
  }

  /** The layers of a network that reads 28×28 and gives ten numbers. */
  public static List<Layer> draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Layer> layers = new ArrayList<>();
    int count = random.nextInt(MOST_LAYERS);
    while (layers.size() < count) {
      Layer next = Layer.parse(KINDS.get(random.nextInt(KINDS.size())).apply(random));
      if (fits(layers, next)) {
        layers.add(next);
      }
    }
    boolean isFlat = layers.stream().anyMatch(Layer::flattens);
    if (isFlat || random.nextInt(3) > 0) {
      layers.add(Layer.parse("dense 10"));
    } else {
      layers.addAll(Layer.list("conv 10@1x1, global-avg-pool"));
    }
    if (random.nextInt(4) == 0) {
      layers.add(Layer.parse("log-softmax"));
    }
    return layers;
  }

  private static boolean fits(List<Layer> before, Layer next) {
    boolean isFlat = before.stream().anyMatch(Layer::flattens);
    if (isFlat && next.needsMaps()) {
      return false;
    }
    List<Layer> layers = new ArrayList<>(before);
    layers.add(next);
    Size size = Stage.IMAGE;
    long operations = 0;
    for (Layer layer : layers) {
      for (Primitive primitive : layer.expanded(size)) {
        Size output = primitive.output(size);
        operations += 2 * output.values() * primitive.window(size).values();
        size = output;
        if (size.height() < 1 || size.width() < 1 || size.values() > MOST_VALUES) {
          return false;
        }
      }
    }
    return operations <= MOST_OPERATIONS;
  }
}
