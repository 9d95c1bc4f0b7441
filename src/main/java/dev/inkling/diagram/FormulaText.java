package dev.inkling.diagram;

import dev.inkling.explain.Origin;
import dev.inkling.layer.Formula;
import dev.inkling.layer.Formula.Input;
import dev.inkling.layer.Formula.Term;
import dev.inkling.layer.Formula.WeightedSum;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A value's formula with its numbers, in the signs of mathematics, which need no language. */
public final class FormulaText {
  /** Products, or inputs, that are written out. */
  private static final int SHOWN = 4;

  private FormulaText() {}

  /** With three decimals and a minus that is as wide as a plus. */
  public static String number(double value) {
    return number(value, 3);
  }

  static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0\\.0*") ? text.substring(1) : text.replace('-', '−');
  }

  /** How a value is computed: from its inputs to what becomes of it behind its layer. */
  public static String of(Origin origin) {
    StringBuilder text = new StringBuilder(of(origin.formula()));
    text.append(" = ").append(number(origin.formula().value()));
    for (Origin.After after : origin.after()) {
      text.append("  →  ").append(after.stage().layer().label());
      text.append(" = ").append(number(after.value()));
    }
    return text.toString();
  }

  private static String of(Formula formula) {
    return switch (formula) {
      case WeightedSum sum -> sum(sum);
      case Formula.Maximum maximum -> "max(" + listed(maximum.inputs(), ", ") + ")";
      case Formula.Mean mean -> "(" + listed(mean.inputs(), " + ") + ") / " + mean.inputs().size();
      case Formula.Normalized x ->
          String.format(
              Locale.ROOT,
              "γ·(x − μ)/√(σ² + ε) + β = %s·(%s − %s)/√(%s + %s) + %s",
              number(x.gamma()),
              number(x.input().value()),
              number(x.mean()),
              number(x.variance()),
              x.epsilon(),
              number(x.beta()));
      case Formula.Added x -> added(x);
      case Formula.Applied x -> x.form().replace("%s", number(x.input().value()));
      case Formula.LogSoftmax x -> "x − log Σ exp = " + number(x.input().value()) + " − log Σ exp";
    };
  }

  /** The products that count the most, then what they all add up to. */
  private static String sum(WeightedSum sum) {
    List<Term> strongest =
        sum.terms().stream()
            .sorted(Comparator.comparingDouble(term -> -Math.abs(term.product())))
            .limit(SHOWN)
            .toList();
    String products =
        strongest.stream()
            .map(term -> number(term.weight()) + "·" + factor(term.input().value()))
            .collect(Collectors.joining(" + "))
            .replace("+ −", "− ");
    String more = sum.terms().size() > SHOWN ? " + …" : "";
    double bias = sum.bias();
    String sign = bias < 0 ? " − " : " + ";
    return "Σ w·x + b = "
        + products
        + more
        + " = "
        + number(sum.value() - bias)
        + sign
        + number(Math.abs(bias));
  }

  private static String added(Formula.Added sum) {
    boolean isOne = sum.before().size() == 1 && sum.before().getFirst().weight() == 1;
    double before = sum.value() - sum.input().value();
    String sign = before < 0 ? " − " : " + ";
    String value = number(sum.input().value()) + sign + number(Math.abs(before));
    return (isOne ? "x + x₀ = " : "x + Σ w·x₀ = ") + value;
  }

  private static String factor(double value) {
    return value < 0 ? "(" + number(value) + ")" : number(value);
  }

  private static String listed(List<Input> inputs, String between) {
    String more = inputs.size() > SHOWN * 2 ? between + "…" : "";
    return inputs.stream()
            .limit(SHOWN * 2)
            .map(input -> number(input.value()))
            .collect(Collectors.joining(between))
            .replace("+ −", "− ")
        + more;
  }
}
