package dev.inkling.export;

import dev.inkling.model.ModelCard;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Init;
import java.util.LinkedHashMap;
import java.util.Map;

/** A script in Python that stands alone: a network with its recipe, for PyTorch. */
final class PytorchScript {
  private PytorchScript() {}

  /**
   * The script's text.
   *
   * @param file its name
   */
  static String of(ModelCard card, String file) {
    Recipe recipe = Python.recipe(card);
    Map<String, String> parts = new LinkedHashMap<>(Python.head(card, recipe, file, "PyTorch"));
    parts.put("main", Python.main("torch.manual_seed", "Network"));
    parts.put("recipe", RecipeLines.constants(recipe));
    parts.put("network", PytorchNetwork.of(card.parsedLayers()));
    parts.put("functions", draw(recipe.init()) + RecipeLines.learningRate(recipe) + groups(recipe));
    parts.put("begin", recipe.init() == Init.DEFAULT ? "" : "    draw_weights(network)\n");
    parts.put("optimizer", optimizer(recipe));
    parts.put("smoothing", recipe.labelSmoothing() > 0 ? ", label_smoothing=LABEL_SMOOTHING" : "");
    parts.put("clip", recipe.clip() > 0 ? CLIP : "");
    return Python.fill("pytorch", parts);
  }

  private static final String CLIP =
      "            nn.utils.clip_grad_norm_(network.parameters(), CLIP)\n";

  private static String optimizer(Recipe recipe) {
    String learned = recipe.weightDecay() > 0 ? "decayed(network)" : "network.parameters()";
    return switch (recipe.optimizer()) {
      case SGD -> "torch.optim.SGD(" + learned + ", lr=LEARNING_RATE)";
      case MOMENTUM -> "torch.optim.SGD(" + learned + ", lr=LEARNING_RATE, momentum=MOMENTUM)";
      case ADAM -> "torch.optim.Adam(" + learned + ", lr=LEARNING_RATE)";
      case ADAMW -> {
        // PyTorch's own default is a decay of 0.01, also where the recipe has none.
        String plain = recipe.weightDecay() > 0 ? "" : ", weight_decay=0";
        yield "torch.optim.AdamW(" + learned + ", lr=LEARNING_RATE" + plain + ")";
      }
    };
  }

  private static String groups(Recipe recipe) {
    return recipe.weightDecay() == 0
        ? ""
        : """

        def decayed(network):
            ""\"Weights, which are decayed, apart from biases and what batch norm learns, which are not.""\"
            weights = [parameter for parameter in network.parameters() if parameter.dim() > 1]
            others = [parameter for parameter in network.parameters() if parameter.dim() == 1]
            return [{"params": weights, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0}]

        """;
  }

  /** Nothing where weights begin as PyTorch draws them anyway. */
  private static String draw(Init init) {
    return init == Init.DEFAULT
        ? ""
        : """

        def draw_weights(network):
            ""\"Weights as they are before the first step; biases begin at 0.""\"
            for module in network.modules():
                if isinstance(module, (nn.Conv2d, nn.Linear)):
        """
            + lines(init).indent(12)
            + """
                        if module.bias is not None:
                            nn.init.zeros_(module.bias)

            """;
  }

  private static String lines(Init init) {
    return switch (init) {
      case DEFAULT -> "";
      case HE -> "nn.init.kaiming_normal_(module.weight, nonlinearity=\"relu\")";
      case XAVIER ->
          """
          # PyTorch's own rule takes each input of a depthwise convolution to go into all of its filters.
          groups = getattr(module, "groups", 1)
          inputs, outputs = module.weight[0].numel(), module.weight[:, 0].numel() / groups
          bound = math.sqrt(6 / (inputs + outputs))
          nn.init.uniform_(module.weight, -bound, bound)
          """;
      case SMALL -> "nn.init.normal_(module.weight, std=0.01)";
      case ZERO -> "nn.init.zeros_(module.weight)";
    };
  }
}
