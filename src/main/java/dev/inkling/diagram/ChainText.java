package dev.inkling.diagram;

import dev.inkling.explain.BackwardPass.From;
import dev.inkling.layer.Chain;
import dev.inkling.layer.Chain.Link;
import dev.inkling.train.WeightStep;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The chain rule and an optimizer's step with their numbers, in the signs of mathematics, which
 * need no language.
 */
public final class ChainText {
  /** Products that are written out. */
  private static final int SHOWN = 3;

  private ChainText() {}

  /** With four digits that count: gradients are small. */
  public static String number(double value) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    String text =
        size < 1e-4 || size >= 1e4
            ? String.format(Locale.ROOT, "%.2e", value).replace("e-0", "e-").replace("e+0", "e")
            : String.format(Locale.ROOT, size < 0.01 ? "%.5f" : size < 1 ? "%.4f" : "%.3f", value);
    return text.replace('-', '−');
  }

  /** By an output: what its probability is too much. */
  public static String ofOutput(double probability, double target, int images) {
    String mean = images == 1 ? "" : " / " + images;
    String difference = number(probability) + " − " + number(target);
    double value = (probability - target) / images;
    return "∂L/∂z = p − t = "
        + (images == 1 ? difference : "(" + difference + ")" + mean)
        + " = "
        + number(value);
  }

  /** By a value: all ways on which it changes the loss. */
  public static String ofValue(List<From> from) {
    double sum = from.stream().mapToDouble(one -> one.chain().value()).sum();
    String parts =
        from.stream().map(one -> of(one.chain(), "∂y/∂x")).collect(Collectors.joining(" + "));
    return "∂L/∂x = " + parts + " = " + number(sum);
  }

  /** By a number of a parameter: what it is multiplied with, times what came back there. */
  public static String ofParameter(Chain chain, boolean isFactor) {
    String name = isFactor ? "∂L/∂w" : "∂L/∂b";
    return name + " = " + of(chain, isFactor ? "x" : "1") + " = " + number(chain.value());
  }

  private static String of(Chain chain, String factor) {
    return switch (chain) {
      case Chain.Products products when products.links().isEmpty() -> "0";
      case Chain.Products products -> of(products.links(), factor);
      case Chain.Normalized norm ->
          "γ/√(σ² + ε) · (g − ḡ − x̂·m) = "
              + number(norm.scale())
              + " · ("
              + number(norm.gradient())
              + " − "
              + factor(norm.mean())
              + " − "
              + factor(norm.normalized())
              + "·"
              + factor(norm.product())
              + ")";
    };
  }

  private static String of(List<Link> links, String factor) {
    String products =
        links.stream()
            .sorted(Comparator.comparingDouble(link -> -Math.abs(link.product())))
            .limit(SHOWN)
            .map(link -> number(link.factor()) + "·" + factor(link.gradient()))
            .collect(Collectors.joining(" + "))
            .replace("+ −", "− ");
    if (links.size() == 1) {
      return factor + " · g = " + products;
    }
    String more = links.size() > SHOWN ? " + … (" + links.size() + ")" : "";
    return "Σ " + factor + " · g = " + products + more;
  }

  private static String factor(double value) {
    return value < 0 ? "(" + number(value) + ")" : number(value);
  }

  /** What the next step makes of a weight. */
  public static String of(WeightStep step) {
    return "w ← " + terms(step) + " = " + number(step.after());
  }

  private static String terms(WeightStep step) {
    String w = number(step.weight());
    String rate = number(step.rate());
    String pull = pull(step);
    String g = step.kept() < 1 ? "(c/‖g‖·g)" : "g";
    return switch (step.optimizer()) {
      case SGD -> "w − η·" + g + " = " + w + " − " + rate + "·" + pull;
      case MOMENTUM ->
          "w + μ·v − η·"
              + g
              + " = "
              + w
              + " + "
              + number(step.momentum())
              + "·"
              + factor(step.speed())
              + " − "
              + rate
              + "·"
              + pull;
      case ADAM -> "w − η·m̂/(√ŝ + ε) = " + w + moved(step);
      case ADAMW ->
          "(1 − η·λ)·w − η·m̂/(√ŝ + ε) = "
              + number(1 - step.rate() * step.decay())
              + "·"
              + factor(step.weight())
              + moved(step);
    };
  }

  /** The gradient, with what clipping leaves of it and what decay adds to it. */
  private static String pull(WeightStep step) {
    boolean isClipped = step.kept() < 1;
    String own = isClipped ? number(step.kept()) + "·" : "";
    if (step.decay() == 0) {
      String gradient = own + factor(step.gradient());
      return isClipped ? "(" + gradient + ")" : gradient;
    }
    String gradient = isClipped ? factor(step.gradient()) : number(step.gradient());
    return "(" + own + gradient + " + " + number(step.decay()) + "·w)";
  }

  private static String moved(WeightStep step) {
    return " − "
        + number(step.rate())
        + "·"
        + factor(step.trueMean())
        + "/√"
        + number(step.trueSquare());
  }
}
