package dev.inkling.train;

import dev.inkling.layer.Dropout;
import dev.inkling.layer.Layer;
import dev.inkling.model.Backend;
import dev.inkling.model.Model;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.Weights;
import dev.inkling.train.Checkpoint.Best;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A copy of a network that learns one batch, a step at a time, with the same backend and optimizer
 * as {@link Training}: a step here is one there, to the last bit. Steps can be undone. For one
 * thread at a time.
 */
public final class OneStep implements AutoCloseable {
  /** Numbers that are kept to undo steps: 100 MB. */
  private static final long KEPT = 25_000_000;

  private final Model model;
  private final Recipe recipe;
  private final Backend network;
  private final Deque<Checkpoint> before = new ArrayDeque<>();
  private Optimizer optimizer;
  private Weights weights;

  /**
   * What is learned at once.
   *
   * @param input (count, 1, 28, 28), normalized
   * @param targets probabilities that should come out, (count, classes) row-major
   */
  public record Batch(float[] input, float[] targets) {
    /** Whether another has the same numbers. */
    public boolean isSame(Batch other) {
      return Arrays.equals(input, other.input) && Arrays.equals(targets, other.targets);
    }
  }

  /**
   * A network before its first step.
   *
   * @param model to be copied, see {@link #withoutDropout}
   * @param recipe whose optimizer, momentum, weight decay and clipping are used
   */
  public OneStep(Model model, Recipe recipe) {
    this.model = model;
    this.recipe = recipe;
    weights = model.weights();
    network = Backend.forTraining(model.card().parsedLayers(), weights);
    optimizer =
        new Optimizer(recipe, new Checkpoint(0, 0, Best.NONE, weights, new Weights(Map.of())));
  }

  /**
   * The same network with dropout that lets everything through, and plain softmax, as in training:
   * what is left to chance cannot be followed.
   */
  public static Model withoutDropout(Model model) {
    List<Layer> layers =
        model.card().parsedLayers().stream()
            .map(layer -> layer instanceof Dropout one ? new Dropout(one.ofChannels(), 0) : layer)
            .toList();
    return new Model(
        model.card().of(model.card().classes(), layers, Network.parameterCount(layers)),
        model.weights());
  }

  /** The network as it is now. */
  public Model model() {
    return new Model(model.card(), weights);
  }

  /** How many steps can be undone. */
  public int undoable() {
    return before.size();
  }

  /** Learns a batch once. */
  public void step(Batch batch, double learningRate) {
    keep();
    backward(batch);
    optimizer.step(network, learningRate);
    weights = network.weights();
  }

  /** Takes the last step back, if there is one that is kept. */
  public void undo() {
    Checkpoint last = before.pollLast();
    if (last != null) {
      set(last.weights());
      optimizer = new Optimizer(recipe, last);
    }
  }

  private void keep() {
    before.addLast(checkpoint());
    long each = numbers(weights) + numbers(before.getLast().optimizer());
    while (before.size() > 1 && before.size() * each > KEPT) {
      before.removeFirst();
    }
  }

  /** The network and its optimizer as they are now, with copies of all numbers. */
  public Checkpoint checkpoint() {
    return new Checkpoint(0, optimizer.steps(), Best.NONE, weights, optimizer.state());
  }

  private static long numbers(Weights of) {
    return of.tensors().values().stream().mapToLong(tensor -> tensor.values().length).sum();
  }

  private void set(Weights others) {
    others.tensors().forEach((name, tensor) -> network.write(name, tensor.values()));
    weights = others;
  }

  private void backward(Batch batch) {
    int classes = model.card().classes().size();
    CrossEntropy loss = new CrossEntropy(batch.targets, classes);
    network.backward(batch.input, batch.targets.length / classes, loss::gradient);
  }

  @Override
  public void close() {
    network.close();
  }
}
