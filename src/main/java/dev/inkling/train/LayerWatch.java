package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.layer.Stage;
import dev.inkling.model.Architecture;
import dev.inkling.model.Backend;
import dev.inkling.train.LayerProbe.Activity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the layers in some steps of a training, and changes nothing. Norms of weights, gradients
 * and updates cost little: a few steps of each epoch are looked at so, always the same. What the
 * layers put out takes a pass of its own, and is probed at the beginning and after every 25,000
 * images. Who asks for more gets both as often as a fiftieth of the time allows.
 */
final class LayerWatch implements AutoCloseable {
  /** Steps of an epoch that are looked at, unless they would be too near each other. */
  private static final int PER_EPOCH = 16;

  /** Batches from one of them to the next, at least. */
  private static final int APART = 50;

  /** Images from one probe that nobody asked for to the next. */
  private static final long PROBE_AFTER = 25_000;

  /** Of all time, looks that were asked for take this part. */
  private static final int PART_OF_TIME = 50;

  private final List<Stage> stages;
  private final LayerProbe probe;
  private final boolean isWanted;
  private final int epochs;
  private volatile boolean isAsked;
  private long restUntil = System.nanoTime();

  /** Whether Java has been through a look: the first one takes many times as long. */
  private boolean isWarm;

  /**
   * A watch that has seen nothing.
   *
   * @param digits of which a few are probed
   * @param isWanted whether it looks at steps that nobody asks for
   * @param epochs of the whole training
   */
  LayerWatch(Architecture architecture, Digits digits, boolean isWanted, int epochs) {
    stages = Stage.of(architecture.layers()).stream().filter(Stage::isWeighted).toList();
    probe = new LayerProbe(architecture, digits);
    this.isWanted = isWanted;
    this.epochs = epochs;
  }

  /** Asks for a look at the next step; safe from any thread. */
  void ask() {
    isAsked = true;
  }

  /**
   * Before a step, when its gradients are known.
   *
   * @param step which one it is
   * @return nothing where it is not looked at
   */
  @Nullable Look before(Step step, Backend network, Optimizer optimizer) {
    boolean isLive = isAsked && System.nanoTime() >= restUntil;
    boolean isProbed = isLive || (isWanted && step.isProbed(epochs));
    return isProbed || (isWanted && step.isKept())
        ? new Look(network, optimizer, isProbed, isLive)
        : null;
  }

  /** Frees what probes took; after that it may be looked again. */
  @Override
  public void close() {
    probe.close();
  }

  /**
   * One of a training's steps.
   *
   * @param batch in the epoch, counted from 1
   * @param batches of an epoch
   * @param images of an epoch
   */
  record Step(int epoch, int batch, int batches, long images) {
    private boolean isKept() {
      return (batch - 1) % Math.max(APART, Math.ceilDiv(batches, PER_EPOCH)) == 0;
    }

    private boolean isProbed(int epochs) {
      boolean isDue = epoch * images / PROBE_AFTER > (epoch - 1) * images / PROBE_AFTER;
      boolean isFirst = epoch == 1 && batch == 1;
      return isFirst || (batch == batches && (isDue || epoch == epochs));
    }
  }

  /** A look at a step, from before it to after it. */
  final class Look {
    private final Backend network;
    private final Optimizer optimizer;
    private final boolean isProbed;
    private final boolean isLive;
    private final long begin = System.nanoTime();
    private final Map<String, float[]> before = new HashMap<>();
    private final Map<String, Double> gradients = new HashMap<>();

    private Look(Backend network, Optimizer optimizer, boolean isProbed, boolean isLive) {
      this.network = network;
      this.optimizer = optimizer;
      this.isProbed = isProbed;
      this.isLive = isLive;
      for (Stage stage : stages) {
        String name = stage.parameter("weight");
        float[] weight = optimizer.weight(name).clone();
        float[] gradient = new float[weight.length];
        network.readGradient(name, gradient);
        before.put(name, weight);
        gradients.put(name, Math.sqrt(Optimizer.squares(gradient)));
      }
    }

    /** After the step: what it did to each layer with weights, from the first to the last. */
    List<LayerMetrics> after() {
      Map<String, Activity> activities = isProbed ? probe.look(network.weights()) : Map.of();
      List<LayerMetrics> layers = new ArrayList<>();
      for (Stage stage : stages) {
        layers.add(metrics(stage, activities.getOrDefault(stage.name(), Activity.NONE)));
      }
      if (isLive) {
        isAsked = false;
        long now = System.nanoTime();
        restUntil = isWarm ? now + PART_OF_TIME * (now - begin) : now;
      }
      isWarm |= isProbed;
      return layers;
    }

    private LayerMetrics metrics(Stage stage, Activity activity) {
      String name = stage.parameter("weight");
      float[] old = Objects.requireNonNull(before.get(name));
      double norm = Math.sqrt(Optimizer.squares(old));
      float[] change = optimizer.weight(name).clone();
      for (int i = 0; i < change.length; i++) {
        change[i] -= old[i];
      }
      return new LayerMetrics(
          stage.name(),
          norm,
          Objects.requireNonNull(gradients.get(name)),
          Math.sqrt(Optimizer.squares(change)),
          activity.spread(),
          activity.dead());
    }
  }
}
