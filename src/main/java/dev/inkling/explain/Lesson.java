package dev.inkling.explain;

import dev.inkling.data.Digits;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Model;
import dev.inkling.model.Recipe;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.train.Checkpoint;
import dev.inkling.train.CrossEntropy;
import dev.inkling.train.OneStep;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Learns a batch on a copy of a network, step by step, and tells after each all that there is to
 * see. Another network, or another optimizer, begins anew. For one thread at a time.
 */
public final class Lesson implements AutoCloseable {
  private @Nullable Copy copy;

  /** The newest way forward and back, and what it was of. */
  private @Nullable Passed passed;

  /** The step that the copy has made already, as {@link Answer#next} tells of it. */
  private @Nullable Ahead ahead;

  /** What learns, and what numbers are read from. */
  private record Copy(Model model, Recipe recipe, OneStep steps, Backward backward)
      implements AutoCloseable {
    static Copy of(Question question) {
      Model model = OneStep.withoutDropout(question.model);
      OneStep steps = new OneStep(model, question.recipe);
      return new Copy(question.model, question.recipe, steps, new Backward(model));
    }

    @Override
    public void close() {
      steps.close();
      backward.close();
    }
  }

  private record Passed(Weights weights, OneStep.Batch batch, BackwardPass pass) {}

  private record Ahead(OneStep.Batch batch, double learningRate) {}

  /** The losses before each step that can be undone, in nats. */
  private final Deque<Double> losses = new ArrayDeque<>();

  /**
   * What is to be learned, and how.
   *
   * @param model that is copied
   * @param recipe whose optimizer is used, with momentum, weight decay and clipping, and whose
   *     label smoothing
   * @param images framed, 28×28
   * @param labels the class of each, counted from 0
   */
  public record Question(Model model, Recipe recipe, List<GreyImage> images, int[] labels) {
    /** Copies what is not to be changed. */
    public Question {
      images = List.copyOf(images);
    }

    private OneStep.Batch batch() {
      float[] input = new float[images.size() * Digits.PIXELS];
      for (int i = 0; i < images.size(); i++) {
        System.arraycopy(images.get(i).ink(), 0, input, i * Digits.PIXELS, Digits.PIXELS);
      }
      model.card().normalization().apply(input, 0, input.length);
      int classes = model.card().classes().size();
      float[] targets = CrossEntropy.targets(labels, classes, recipe.labelSmoothing());
      return new OneStep.Batch(input, targets);
    }
  }

  /**
   * Where the copy stands.
   *
   * @param question that was asked
   * @param pass of the batch, forward and back
   * @param before probabilities of each image before the last step; null when none was made
   * @param now the copy and its optimizer
   * @param next weights after one more step
   * @param undoable how many steps can be undone
   * @param losses in nats, before each of these steps, then the present one
   */
  public record Answer(
      Question question,
      BackwardPass pass,
      @Nullable List<float[]> before,
      Checkpoint now,
      Weights next,
      int undoable,
      double[] losses) {
    /** True when every image's likeliest class is its own. */
    public boolean isRight() {
      for (int i = 0; i < pass.count(); i++) {
        if (Evaluation.best(pass.images().get(i).probabilities()) != question.labels[i]) {
          return false;
        }
      }
      return true;
    }
  }

  /** Goes forward and back, and learns nothing. */
  public Answer look(Question question, double learningRate) {
    return answer(question, learningRate, null);
  }

  /** Learns the batch once. */
  public Answer step(Question question, double learningRate) {
    OneStep.Batch batch = question.batch();
    Copy own = of(question);
    BackwardPass pass;
    if (isAhead(batch, learningRate)) {
      pass = Objects.requireNonNull(passed).pass;
      ahead = null; // it is where it should be
    } else {
      pass = pass(here(question), batch);
      own.steps.step(batch, learningRate);
    }
    losses.addLast(pass.loss());
    return answer(
        question, learningRate, pass.images().stream().map(ForwardPass::probabilities).toList());
  }

  private boolean isAhead(OneStep.Batch batch, double learningRate) {
    return ahead != null && ahead.batch.isSame(batch) && ahead.learningRate == learningRate;
  }

  /** Takes the last step back, if there is one. */
  public Answer undo(Question question, double learningRate) {
    here(question).steps.undo();
    losses.pollLast();
    return answer(question, learningRate, null);
  }

  /** Takes the network as it was. */
  public Answer restart(Question question, double learningRate) {
    close();
    return answer(question, learningRate, null);
  }

  /**
   * The losses of the batch along the line on which its gradient lies, from the present weights on:
   * what a step of plain SGD would lead to.
   *
   * @param learningRates 0 for where the network is
   * @return in nats, one for each
   */
  public double[] along(Question question, double[] learningRates) {
    Copy own = here(question);
    OneStep.Batch batch = question.batch();
    BackwardPass pass = pass(own, batch);
    Weights weights = own.steps.model().weights();
    return Arrays.stream(learningRates)
        .map(rate -> own.backward.loss(moved(weights, pass.parameters(), rate), batch))
        .toArray();
  }

  private static Weights moved(Weights from, Map<String, float[]> gradients, double rate) {
    Map<String, Tensor> moved = new LinkedHashMap<>(from.tensors());
    gradients.forEach(
        (name, gradient) -> {
          float[] values = from.tensor(name).values().clone();
          for (int i = 0; i < values.length; i++) {
            values[i] -= (float) (rate * gradient[i]);
          }
          moved.put(name, new Tensor(from.tensor(name).shape(), values));
        });
    return new Weights(moved);
  }

  /** With the next step made: it is told of, and who asks for it need not wait. */
  private Answer answer(Question question, double learningRate, @Nullable List<float[]> before) {
    Copy own = here(question);
    OneStep.Batch batch = question.batch();
    BackwardPass pass = pass(own, batch);
    Checkpoint now = own.steps.checkpoint();
    int undoable = own.steps.undoable();
    own.steps.step(batch, learningRate);
    ahead = new Ahead(batch, learningRate);
    Weights next = own.steps.model().weights();
    while (losses.size() > undoable) { // what is not kept cannot be undone
      losses.removeFirst();
    }
    double[] all = Arrays.copyOf(losses.stream().mapToDouble(x -> x).toArray(), losses.size() + 1);
    all[losses.size()] = pass.loss();
    return new Answer(question, pass, before, now, next, undoable, all);
  }

  /** Forward and back with the present weights; not again where that was done last. */
  private BackwardPass pass(Copy own, OneStep.Batch batch) {
    Weights weights = own.steps.model().weights();
    Passed known = passed;
    if (known != null && known.weights == weights && known.batch.isSame(batch)) {
      return known.pass;
    }
    BackwardPass pass = own.backward.pass(weights, batch);
    passed = new Passed(weights, batch, pass);
    return pass;
  }

  /** The copy where it stands, no step ahead. */
  private Copy here(Question question) {
    Copy own = of(question);
    if (ahead != null) {
      own.steps.undo();
      ahead = null;
    }
    return own;
  }

  private Copy of(Question question) {
    Copy known = copy;
    if (known != null && question.model == known.model && question.recipe.equals(known.recipe)) {
      return known;
    }
    close();
    Copy made = Copy.of(question);
    copy = made;
    return made;
  }

  @Override
  public void close() {
    if (copy != null) {
      copy.close();
    }
    copy = null;
    passed = null;
    ahead = null;
    losses.clear();
  }
}
