package dev.inkling.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import dev.inkling.data.Classes;
import dev.inkling.data.Lesson;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a network is trained; all that has to be known to train it again. {@link RecipeField} says
 * what is possible in each field.
 *
 * @param epochs passes over the training images
 * @param batchSize images a step
 * @param optimizer that turns gradients into steps
 * @param momentum of the optimizer MOMENTUM; the others ignore it
 * @param learningRate the highest one of the schedule
 * @param schedule how the learning rate moves over the run
 * @param warmUp part of the steps in which the learning rate rises to where the schedule begins
 * @param weightDecay L2 penalty on weights, 0 for none
 * @param clip norm of all gradients together that none goes beyond; 0 for no limit
 * @param dropout rate of all the network's dropout layers; null for the rates they have
 * @param labelSmoothing part of a label that is shared out among all classes
 * @param augmentation how training images are varied
 * @param synthetic digits that Inkling writes itself, new ones for each epoch, learned from beside
 *     the training images
 * @param doodles drawings of no digit, likewise, that the network learns to be unsure of; with any,
 *     its confidence is calibrated and it may say that something is no digit
 * @param patience epochs without a lower validation loss after which the run ends; 0 for never
 * @param from name of the model whose weights the training begins with; null for its own
 * @param frozen how many of the first layers with weights stay as they are at the beginning
 * @param part of the training images of each class that is learned; null for all
 * @param labelNoise part of them that is learned with a label of another class
 * @param imbalance of the classes, see {@link Lesson}; 0 leaves them as they are
 * @param leftOut a class that is never shown; null for none
 * @param init how weights are drawn before the first step
 * @param seed of initial weights, order, dropout and augmentation
 */
public record Recipe(
    int epochs,
    int batchSize,
    Optimizer optimizer,
    double momentum,
    double learningRate,
    Schedule schedule,
    double warmUp,
    double weightDecay,
    double clip,
    @Nullable Double dropout,
    double labelSmoothing,
    Augmentation augmentation,
    int synthetic,
    int doodles,
    int patience,
    @Nullable String from,
    int frozen,
    @Nullable Double part,
    double labelNoise,
    int imbalance,
    @Nullable String leftOut,
    Init init,
    long seed) {
  /** As files have it; a recipe of a file may have any numbers. */
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().serializeSpecialFloatingPointValues().create();

  /** A recipe of a file from before there was a choice begins as all did then. */
  public Recipe {
    init = init == null ? Init.DEFAULT : init;
  }

  /** What most recipes have: a constant rate, momentum 0.9, nothing besides, seed 1. */
  public Recipe(int epochs, int batchSize, Optimizer optimizer, double learningRate) {
    this(new Draft(epochs, batchSize, optimizer, learningRate));
  }

  private Recipe(Draft draft) {
    this(
        draft.epochs,
        draft.batchSize,
        draft.optimizer,
        draft.momentum,
        draft.learningRate,
        draft.schedule,
        draft.warmUp,
        draft.weightDecay,
        draft.clip,
        draft.dropout,
        draft.labelSmoothing,
        draft.augmentation,
        draft.synthetic,
        draft.doodles,
        draft.patience,
        draft.from,
        draft.frozen,
        draft.part,
        draft.labelNoise,
        draft.imbalance,
        draft.leftOut,
        draft.init,
        draft.seed);
  }

  /** What of the training images is learned. */
  public Lesson lesson() {
    return new Lesson(part == null ? 1 : part, labelNoise, imbalance, leftOut, seed);
  }

  /** Images of an epoch: those of the data set and those that Inkling makes. */
  public int imagesPerEpoch(int training) {
    return training + synthetic + doodles;
  }

  /**
   * This recipe for classes: what Inkling draws besides, digits and others, is for digits alone.
   */
  public Recipe suited(List<String> classes) {
    boolean drawsNothing = synthetic == 0 && doodles == 0;
    return drawsNothing || Classes.areDigits(classes)
        ? this
        : with(
            r -> {
              r.synthetic = 0;
              r.doodles = 0;
            });
  }

  /**
   * How much of the augmentation an epoch has: all of it in the first half of the run, then less
   * and less, so that a network ends with images as it will be given them.
   *
   * @param epoch counted from 1
   * @return {@value #LEAST_VARIATION}…1
   */
  public double variation(int epoch) {
    return Math.clamp(2 * (epochs - epoch + 0.5) / epochs, LEAST_VARIATION, 1);
  }

  /**
   * The learning rate of a step.
   *
   * @param step from 0
   * @param steps of the whole run
   */
  public double learningRate(double step, double steps) {
    double rising = Math.rint(warmUp * steps);
    double factor =
        step < rising
            ? schedule.factor(0) * (step + 1) / rising
            : schedule.factor((step - rising) / (steps - rising));
    return learningRate * factor;
  }

  /** This recipe with changes: {@code recipe.with(r -> r.epochs = 3)}. */
  public Recipe with(Consumer<Draft> changes) {
    Draft draft = GSON.fromJson(GSON.toJsonTree(this), Draft.class);
    changes.accept(draft);
    return new Recipe(draft);
  }

  /** This recipe with another value in a field, as files have it. */
  Recipe with(RecipeField field, @Nullable Object value) {
    JsonObject json = GSON.toJsonTree(this).getAsJsonObject();
    json.add(field.key(), GSON.toJsonTree(value));
    return GSON.fromJson(json, Recipe.class);
  }

  /**
   * A recipe whose fields can still be changed. They are those of {@link Recipe}, by the same
   * names, with what a field has when nobody says otherwise.
   */
  public static final class Draft {
    public int epochs;
    public int batchSize;
    public Optimizer optimizer;
    public double momentum = 0.9;
    public double learningRate;
    public Schedule schedule = Schedule.CONSTANT;
    public double warmUp;
    public double weightDecay;
    public double clip;
    public @Nullable Double dropout;
    public double labelSmoothing;
    public Augmentation augmentation = Augmentation.NONE;
    public int synthetic;
    public int doodles;
    public int patience;
    public @Nullable String from;
    public int frozen;
    public @Nullable Double part;
    public double labelNoise;
    public int imbalance;
    public @Nullable String leftOut;
    public Init init = Init.DEFAULT;
    public long seed = 1;

    private Draft(int epochs, int batchSize, Optimizer optimizer, double learningRate) {
      this.epochs = epochs;
      this.batchSize = batchSize;
      this.optimizer = optimizer;
      this.learningRate = learningRate;
    }
  }

  /** Ways to step. */
  public enum Optimizer {
    /** Plain stochastic gradient descent. */
    @SerializedName("sgd")
    SGD,
    /** SGD with momentum. */
    @SerializedName("momentum")
    MOMENTUM,
    /** Kingma and Ba, 2015; β 0.9 and 0.999, ε 1e-8. */
    @SerializedName("adam")
    ADAM,
    /** Adam with decoupled weight decay: Loshchilov and Hutter, 2019. */
    @SerializedName("adamw")
    ADAMW
  }

  /** Ways in which the learning rate moves. */
  public enum Schedule {
    /** Always the same. */
    @SerializedName("constant")
    CONSTANT,
    /** A tenth after half of the steps, a hundredth after three quarters. */
    @SerializedName("step")
    STEP,
    /** Down to zero along half a cosine. */
    @SerializedName("cosine")
    COSINE,
    /** From a tenth up to the peak in the first fifth, then down along half a cosine. */
    @SerializedName("one-cycle")
    ONE_CYCLE;

    /**
     * The factor on the learning rate.
     *
     * @param progress through the run, 0…1
     * @return 0…1
     */
    public double factor(double progress) {
      return switch (this) {
        case CONSTANT -> 1;
        case STEP -> progress < 0.5 ? 1 : progress < 0.75 ? 0.1 : 0.01;
        case COSINE -> cosine(progress);
        case ONE_CYCLE ->
            progress < WARM_UP
                ? 0.1 + 0.9 * progress / WARM_UP
                : cosine((progress - WARM_UP) / (1 - WARM_UP));
      };
    }

    /** As it is written in files and on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double cosine(double progress) {
      return (1 + Math.cos(Math.PI * progress)) / 2;
    }
  }

  /** How weights are drawn before the first step; all but the usual way begin with biases at 0. */
  public enum Init {
    /** Weights and biases uniform in ±1/√inputs: LeCun et al., 1998; PyTorch’s usual way. */
    @SerializedName("default")
    DEFAULT,
    /** Normal, of the variance 2/inputs, which ReLU keeps: He et al., 2015. */
    @SerializedName("he")
    HE,
    /** Uniform, of the variance 2/(inputs + outputs): Glorot and Bengio, 2010. */
    @SerializedName("xavier")
    XAVIER,
    /** Normal, with a deviation of 0.01 whatever the layer: what deep networks lose signals by. */
    @SerializedName("small")
    SMALL,
    /** All alike, so that all units of a layer go on to be: to see why weights are drawn at all. */
    @SerializedName("zero")
    ZERO
  }

  /** How much training images are varied. */
  public enum Augmentation {
    /** Not at all. */
    @SerializedName("none")
    NONE,
    /** Turned, scaled, sheared and shifted a little. */
    @SerializedName("light")
    LIGHT,
    /**
     * For ink: scaled and sheared more but shifted less, with elastic distortion, thinner or
     * thicker strokes and gaps.
     */
    @SerializedName("full")
    FULL
  }

  private static final double LEAST_VARIATION = 0.3;

  /** Part of a one-cycle run in which the learning rate rises. */
  private static final double WARM_UP = 0.2;
}
