package dev.inkling.explain;

import dev.inkling.data.Digits;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Model;
import dev.inkling.model.Recipe;
import dev.inkling.model.Weights;
import dev.inkling.train.Checkpoint;
import dev.inkling.train.CrossEntropy;
import dev.inkling.train.OneStep;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns a batch on a copy of a network, step by step, and tells after each all that there is to
 * see. Another network, or another optimizer, begins anew. For one thread at a time.
 */
public final class Lesson implements AutoCloseable {
  private @Nullable OneStep steps;
  private @Nullable Model model;
  private @Nullable Recipe recipe;

  /** The newest way forward and back, and what it was of. */
  private @Nullable Passed passed;

  private record Passed(Weights weights, OneStep.Batch batch, BackwardPass pass) {}

  /** The losses before each step that can be undone, in nats. */
  private final Deque<Double> losses = new ArrayDeque<>();

  /**
   * What is to be learned, and how.
   *
   * @param model that is copied
   * @param recipe whose optimizer is used
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
      return new OneStep.Batch(input, CrossEntropy.targets(labels, classes, 0));
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
    OneStep own = of(question);
    OneStep.Batch batch = question.batch();
    BackwardPass pass = pass(own, batch);
    losses.addLast(pass.loss());
    own.step(batch, learningRate);
    return answer(
        question, learningRate, pass.images().stream().map(ForwardPass::probabilities).toList());
  }

  /** Takes the last step back, if there is one. */
  public Answer undo(Question question, double learningRate) {
    of(question).undo();
    losses.pollLast();
    return answer(question, learningRate, null);
  }

  /** Takes the network as it was. */
  public Answer restart(Question question, double learningRate) {
    close();
    return answer(question, learningRate, null);
  }

  /** The losses along the gradient, see {@link OneStep#along}. */
  public double[] along(Question question, double[] learningRates) {
    return of(question).along(question.batch(), learningRates);
  }

  private Answer answer(Question question, double learningRate, @Nullable List<float[]> before) {
    OneStep own = of(question);
    OneStep.Batch batch = question.batch();
    BackwardPass pass = pass(own, batch);
    Checkpoint now = own.checkpoint();
    own.step(batch, learningRate);
    Weights next = own.model().weights();
    own.undo();
    while (losses.size() > own.undoable()) { // what is not kept cannot be undone
      losses.removeFirst();
    }
    double[] all = Arrays.copyOf(losses.stream().mapToDouble(x -> x).toArray(), losses.size() + 1);
    all[losses.size()] = pass.loss();
    return new Answer(question, pass, before, now, next, own.undoable(), all);
  }

  /** Forward and back with the present weights; not again where that was done last. */
  private BackwardPass pass(OneStep own, OneStep.Batch batch) {
    Passed known = passed;
    if (known != null && known.weights == own.model().weights() && known.batch.isSame(batch)) {
      return known.pass;
    }
    BackwardPass pass = BackwardPass.of(own.model(), batch.input(), batch.targets());
    passed = new Passed(own.model().weights(), batch, pass);
    return pass;
  }

  private OneStep of(Question question) {
    OneStep known = steps;
    if (known != null && question.model == model && question.recipe.equals(recipe)) {
      return known;
    }
    close();
    OneStep made = new OneStep(OneStep.withoutDropout(question.model), question.recipe);
    steps = made;
    model = question.model;
    recipe = question.recipe;
    return made;
  }

  @Override
  public void close() {
    if (steps != null) {
      steps.close();
    }
    steps = null;
    passed = null;
    losses.clear();
  }
}
