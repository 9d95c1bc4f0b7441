package dev.inkling.model;

import dev.inkling.data.Classes;
import dev.inkling.layer.Dropout;
import dev.inkling.layer.Layer;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Recipe.Schedule;
import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A network's layers, what its pixels go through first, and the recipe it is trained by when nobody
 * says otherwise. All of them stand here, as data.
 *
 * @param name that users type
 * @param task what it reads, which says what its input and its outputs are
 * @param normalization of its input
 * @param layers from the input to the outputs
 * @param recipe its own
 * @param origin what it was copied from, of one's own that was; null otherwise
 */
public record Architecture(
    String name,
    Task task,
    Normalization normalization,
    List<Layer> layers,
    Recipe recipe,
    @Nullable Origin origin) {

  /** The flagship first, then the others as they came. */
  private static final List<Architecture> ALL =
      List.of(
          // Filters in sixteens, as oneDNN computes them at once: with 24, 40 and 80 instead of 16,
          // 32 and 96 it took twice as long for fewer parameters.
          new Architecture(
              "inkling",
              Normalization.MNIST,
              Layer.list(
                  """
                  conv 16@5x5 pad 2, max-pool 2, batch-norm, relu,
                  conv 48@3x3 pad 1, batch-norm, relu,
                  conv 48@3x3 pad 1, max-pool 2, batch-norm, relu,
                  conv 128@3x3 pad 1, batch-norm, relu, conv 128@3x3 pad 1, batch-norm, relu,
                  dropout 0.3, dense 10\
                  """),
              new Recipe(70, 128, Optimizer.ADAM, 0.004)
                  .with(
                      r -> {
                        r.schedule = Schedule.ONE_CYCLE;
                        r.augmentation = Augmentation.FULL;
                        r.synthetic = 50_000;
                        r.doodles = 20_000;
                      })),
          // LeNet-5 (LeCun et al., 1998) as it is taught today: ReLU and max-pooling.
          new Architecture(
              "lenet5-relu",
              Normalization.MNIST,
              Layer.list(
                  """
                  conv 6@5x5 pad 2, relu, max-pool 2, conv 16@5x5, relu, max-pool 2,
                  dense 120, relu, dense 84, relu, dense 10\
                  """),
              new Recipe(10, 64, Optimizer.MOMENTUM, 0.02).with(r -> r.schedule = Schedule.COSINE)),
          new Architecture(
              "conv3-adam",
              Normalization.SYMMETRIC,
              Layer.list(
                  """
                  conv 32@3x3 pad 1, max-pool 2, relu, conv 64@3x3 pad 1, max-pool 2, relu,
                  conv 128@3x3 pad 1, max-pool 2, relu,
                  dense 128, relu, dense 64, relu, dense 10\
                  """),
              new Recipe(10, 32, Optimizer.ADAM, 0.001).with(r -> r.schedule = Schedule.COSINE)),
          new Architecture(
              "conv2-wide",
              Normalization.NONE,
              Layer.list(
                  """
                  conv 16@3x3 pad 2, relu, max-pool 2, conv 32@4x4, relu, max-pool 2,
                  dense 160, relu, dense 10\
                  """),
              new Recipe(12, 64, Optimizer.ADAM, 0.001)),
          new Architecture(
              "dropout-sgd",
              Normalization.MNIST,
              Layer.list(
                  """
                  conv 10@5x5, max-pool 2, relu, conv 20@5x5, channel-dropout 0.5, max-pool 2, relu,
                  dense 50, relu, dropout 0.5, dense 10, log-softmax\
                  """),
              new Recipe(3, 64, Optimizer.MOMENTUM, 0.01).with(r -> r.momentum = 0.5)),
          new Architecture(
              "lenet-dropout",
              Normalization.NONE,
              Layer.list(
                  """
                  conv 6@5x5, relu, max-pool 2, dropout 0.25,
                  conv 16@5x5, relu, max-pool 2, dropout 0.25,
                  dense 120, relu, dropout 0.5, dense 10\
                  """),
              new Recipe(10, 128, Optimizer.ADAM, 0.001)),
          // Made to be quick: averages take less time than maxima, and one cycle little of it.
          new Architecture(
              "sprint",
              Normalization.MNIST,
              Layer.list(
                  """
                  conv 8@5x5 pad 2, relu, avg-pool 2, conv 16@5x5, relu, avg-pool 2,
                  dense 120, relu, dense 84, relu, dense 10\
                  """),
              new Recipe(3, 128, Optimizer.ADAM, 0.01).with(r -> r.schedule = Schedule.ONE_CYCLE)));

  /**
   * Reads whole lines. Its filters are square: those that are not padded take the height down to
   * one row, and leave columns.
   */
  public static final Architecture LINE =
      new Architecture(
          "line",
          Task.LINE,
          Normalization.NONE,
          Layer.list(
              """
              conv 16@3x3 pad 1, max-pool 2, relu,
              conv 32@3x3 pad 1, max-pool 2, batch-norm, relu,
              conv 64@3x3 pad 1, batch-norm, relu, conv 64@3x3, batch-norm, relu,
              conv 96@3x3, batch-norm, relu, conv 128@3x3, batch-norm, relu,
              conv 192@2x2, batch-norm, relu, dropout 0.2, conv 36@1x1\
              """),
          new Recipe(26, 64, Optimizer.ADAM, 0.003)
              .with(
                  r -> {
                    r.schedule = Schedule.ONE_CYCLE;
                    r.synthetic = 20_000;
                  }),
          null);

  public Architecture {
    layers = List.copyOf(layers);
  }

  /** An architecture that reads single digits. */
  public Architecture(String name, Normalization normalization, List<Layer> layers, Recipe recipe) {
    this(name, Task.DIGIT, normalization, layers, recipe, null);
  }

  /** The name of a network that has none of its own. */
  public static final String CUSTOM = "custom";

  /** What one's own network is trained by when nobody says otherwise. */
  public static final Recipe USUAL =
      new Recipe(5, 128, Optimizer.ADAM, 0.003).with(r -> r.schedule = Schedule.ONE_CYCLE);

  /**
   * A network that somebody thought of.
   *
   * @param where its layers stand, to be named where they do not fit: a file or an option
   * @throws Problem that names the layer that does not fit, or what is too large
   */
  public static Architecture own(
      String name, Normalization normalization, List<Layer> layers, Object where) {
    NetworkBounds.checkCount(layers, where);
    Architecture own = new Architecture(name, normalization, layers, USUAL);
    int classes = Classes.DIGITS.size();
    NetworkFit.check(own.withClasses(classes).layers(), own.task, classes, where);
    return own;
  }

  /**
   * The network that a file keeps.
   *
   * @param layers in their text forms, of one's own; null where the name says all
   * @param normalization likewise; null where it is as usual
   * @param where it is kept
   * @throws Problem when none that ships has the name, or the layers do not fit
   */
  public static Architecture kept(
      String name,
      @Nullable List<String> layers,
      @Nullable Normalization normalization,
      Object where) {
    if (layers == null) {
      return named(name);
    }
    List<Layer> own = layers.stream().map(Layer::parse).toList();
    return own(name, normalization == null ? Normalization.MNIST : normalization, own, where);
  }

  /** The network of a model, which is one's own where none that ships is built so. */
  public static Architecture of(ModelCard card) {
    Optional<Architecture> known =
        Stream.concat(ALL.stream(), Stream.of(LINE))
            .filter(architecture -> architecture.name.equals(card.architecture()))
            .findFirst();
    return known
        .filter(architecture -> Beginning.isBuiltAs(architecture, card))
        .orElseGet(
            () ->
                new Architecture(
                    known.isEmpty() ? card.architecture() : CUSTOM,
                    card.reads(),
                    card.normalization(),
                    card.parsedLayers(),
                    USUAL,
                    null));
  }

  /** True for a network that is none of {@link #all}, nor that for lines. */
  public boolean isOwn() {
    return find(name).isEmpty() && !name.equals(LINE.name);
  }

  /** All architectures that read single digits, the flagship first. */
  public static List<Architecture> all() {
    return ALL;
  }

  /** The one of {@link #all} that has a name; nothing where none has. */
  public static Optional<Architecture> find(String name) {
    return ALL.stream().filter(architecture -> architecture.name.equals(name)).findFirst();
  }

  /**
   * The architecture of a name.
   *
   * @throws Problem that lists the names there are
   */
  public static Architecture named(String name) {
    return Stream.concat(ALL.stream(), Stream.of(LINE))
        .filter(architecture -> architecture.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Problem(
                    "problem.architecture",
                    name,
                    Stream.concat(ALL.stream(), Stream.of(LINE))
                        .map(Architecture::name)
                        .collect(Collectors.joining(", "))));
  }

  /** True when a recipe's dropout rate means something here. */
  public boolean hasDropout() {
    return !dropoutRates().isEmpty();
  }

  /** The rates of its dropout layers, each once, from the input to the output. */
  public List<Double> dropoutRates() {
    return layers.stream()
        .filter(Dropout.class::isInstance)
        .map(layer -> ((Dropout) layer).rate())
        .distinct()
        .toList();
  }

  /**
   * The same network with a rate in all its dropout layers.
   *
   * @param rate 0 (inclusive) to 1 (exclusive), or null to leave them as they are
   */
  public Architecture withDropout(@Nullable Double rate) {
    return rate == null
        ? this
        : withLayers(layers.stream().map(layer -> withDropout(layer, rate)).toList());
  }

  /** The same network with as many outputs as there are classes. */
  public Architecture withClasses(int count) {
    List<Layer> changed = new ArrayList<>(layers);
    for (int last = layers.size() - 1; last >= 0; last--) {
      Optional<Layer> other = layers.get(last).withOutputs(count);
      if (other.isPresent()) {
        changed.set(last, other.get());
        break;
      }
    }
    return withLayers(changed);
  }

  /** The same network with other layers. */
  public Architecture withLayers(List<Layer> others) {
    return new Architecture(name, task, normalization, others, recipe, origin);
  }

  /** The same network with something else done to pixels first. */
  public Architecture withNormalization(Normalization other) {
    return new Architecture(name, task, other, layers, recipe, origin);
  }

  /** The same network with a recipe. */
  public Architecture withRecipe(Recipe other) {
    return new Architecture(name, task, normalization, layers, other, origin);
  }

  /** The same network under a name. */
  public Architecture called(String other) {
    return new Architecture(other, task, normalization, layers, recipe, origin);
  }

  /** The same network as a copy of something, or of nothing. */
  public Architecture from(@Nullable Origin other) {
    return new Architecture(name, task, normalization, layers, recipe, other);
  }

  private static Layer withDropout(Layer layer, double rate) {
    return layer instanceof Dropout dropout ? new Dropout(dropout.ofChannels(), rate) : layer;
  }
}
