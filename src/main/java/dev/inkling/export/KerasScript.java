package dev.inkling.export;

import dev.inkling.model.ModelCard;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Init;
import dev.inkling.model.Recipe.Optimizer;
import java.util.LinkedHashMap;
import java.util.Map;

/** A script in Python that stands alone: a network with its recipe, for Keras 3. */
final class KerasScript {
  private KerasScript() {}

  /**
   * The script's text.
   *
   * @param file its name
   */
  static String of(ModelCard card, String file) {
    Recipe recipe = Python.recipe(card);
    Map<String, String> parts = new LinkedHashMap<>(Python.head(card, recipe, file, "Keras"));
    parts.put("main", Python.main("keras.utils.set_random_seed", "build"));
    parts.put("recipe", RecipeLines.constants(recipe));
    parts.put("network", KerasNetwork.of(card.parsedLayers()));
    String penalty = isPenalized(recipe) ? PENALTY : "";
    parts.put("functions", draw(recipe.init()) + penalty + RecipeLines.learningRate(recipe));
    parts.put("penalty", isPenalized(recipe) ? "    penalize(network)\n" : "");
    parts.put("optimizer", optimizer(recipe));
    parts.put("undecayed", isDecayed(recipe) ? UNDECAYED : "");
    boolean isSmooth = recipe.labelSmoothing() > 0;
    parts.put("labels", isSmooth ? SMOOTH : "");
    parts.put("loss", isSmooth ? SMOOTH_LOSS : LOSS);
    return Python.fill("keras", parts);
  }

  private static final String LOSS = "keras.losses.SparseCategoricalCrossentropy(from_logits=True)";

  private static final String SMOOTH =
      """
          labels = keras.utils.to_categorical(labels, len(CLASSES))
          loss = keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=LABEL_SMOOTHING)
      """;
  private static final String SMOOTH_LOSS = "loss";

  /** Keras’ own decay shrinks weights by themselves, as AdamW does, and SGD in effect. */
  private static boolean isDecayed(Recipe recipe) {
    boolean isApart = recipe.optimizer() == Optimizer.SGD || recipe.optimizer() == Optimizer.ADAMW;
    return recipe.weightDecay() > 0 && isApart;
  }

  private static boolean isPenalized(Recipe recipe) {
    return recipe.weightDecay() > 0 && !isDecayed(recipe);
  }

  private static final String UNDECAYED =
      "    optimizer.exclude_from_weight_decay(var_names=[\"bias\", \"beta\", \"gamma\"])\n";

  private static final String PENALTY =
      """

      def penalize(network):
          ""\"Weights decay by a penalty on their squares, those of biases and batch norm apart.""\"
          for variable in network.trainable_variables:
              if len(variable.shape) > 1:
                  variable.regularizer = keras.regularizers.L2(WEIGHT_DECAY / 2)

      """;

  private static String optimizer(Recipe recipe) {
    String own =
        switch (recipe.optimizer()) {
          case SGD -> "SGD(Rates(steps)";
          case MOMENTUM -> "SGD(Rates(steps), momentum=MOMENTUM";
          case ADAM -> "Adam(Rates(steps), epsilon=1e-8";
          case ADAMW -> "AdamW(Rates(steps), epsilon=1e-8";
        };
    // AdamW's own default is a decay of 0.004, also where the recipe has none.
    String plain = recipe.optimizer() == Optimizer.ADAMW ? ", weight_decay=0.0" : "";
    return ("keras.optimizers." + own)
        + (isDecayed(recipe) ? ", weight_decay=WEIGHT_DECAY" : plain)
        + (recipe.clip() > 0 ? ", global_clipnorm=CLIP)" : ")");
  }

  /** Keras draws weights in another way by itself, and differently so for depthwise layers. */
  private static String draw(Init init) {
    return """

    def draw_weights(network):
        ""\"Weights as they are before the first step.""\"
        random = numpy.random.default_rng(SEED)
        for layer in network.layers:
            if hasattr(layer, "kernel"):
                shape = tuple(layer.kernel.shape)
    """
        + lines(init).indent(12)
        + "\n";
  }

  private static String lines(Init init) {
    return switch (init) {
      case DEFAULT ->
          INPUTS
              + """
              bound = 1 / math.sqrt(inputs)
              layer.kernel.assign(random.uniform(-bound, bound, shape))
              if layer.use_bias:
                  layer.bias.assign(random.uniform(-bound, bound, tuple(layer.bias.shape)))
              """;
      case HE -> INPUTS + "layer.kernel.assign(random.normal(0, math.sqrt(2 / inputs), shape))";
      case XAVIER ->
          INPUTS
              + """
              bound = math.sqrt(6 / (inputs + places * shape[-1]))
              layer.kernel.assign(random.uniform(-bound, bound, shape))
              """;
      case SMALL -> "layer.kernel.assign(random.normal(0, 0.01, shape))";
      case ZERO -> "layer.kernel.assign(numpy.zeros(shape))";
    };
  }

  private static final String INPUTS =
      """
      places = math.prod(shape[:-2])
      inputs = places if isinstance(layer, layers.DepthwiseConv2D) else places * shape[-2]
      """;
}
