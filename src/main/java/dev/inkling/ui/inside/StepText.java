package dev.inkling.ui.inside;

import dev.inkling.diagram.Block;
import dev.inkling.diagram.ChainText;
import dev.inkling.diagram.Spot;
import dev.inkling.explain.BackwardPass;
import dev.inkling.explain.BackwardPass.From;
import dev.inkling.layer.Chain;
import dev.inkling.train.WeightStep;
import dev.inkling.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of the gradient that is looked at, and of the weight. */
final class StepText {
  private final StepViewModel step;
  private final Texts texts;
  private final SpotText where;

  StepText(StepViewModel step, Texts texts) {
    this.step = step;
    this.texts = texts;
    where = new SpotText(step.network(), texts);
  }

  /**
   * A line of arithmetic.
   *
   * @param words it, with all numbers; empty where there is nothing to say
   * @param engine the engine's own number for what it gives
   * @param agrees whether both are the same, but for rounding
   */
  record Line(String words, double engine, boolean agrees) {
    static final Line NONE = new Line("", 0, true);
  }

  /** Where the value is whose gradient is looked at. */
  String place() {
    boolean isNone = step.network().spotProperty().get() == null;
    return isNone ? texts.get("inside.step.hint") : where.place();
  }

  private Block block(Spot spot) {
    return step.network().blocksProperty().get().get(spot.column() - 1);
  }

  /** The chain rule for the value: from what it goes to. */
  Line value() {
    Spot spot = step.network().spotProperty().get();
    if (spot == null || !step.isShown()) {
      return Line.NONE;
    }
    BackwardPass pass = step.pass();
    int image = step.shownProperty().get();
    int layer = spot.column() == 0 ? -1 : block(spot).last();
    int index = spot.cell().index(step.network().walk().size(spot.column()));
    float engine = pass.gradient(image, layer)[index];
    if (layer == pass.stages().size() - 1) {
      double ours = pass.ofOutput(image, index);
      double target = pass.targets()[image * outputs() + index];
      double p = ours * pass.count() + target;
      return line(ChainText.ofOutput(p, target, pass.count()), ours, engine, 1);
    }
    List<From> from = pass.origin(image, layer, spot.cell());
    double ours = from.stream().mapToDouble(one -> one.chain().value()).sum();
    double size = from.stream().mapToDouble(one -> one.chain().size()).sum();
    return line(ChainText.ofValue(from), ours, engine, size);
  }

  private int outputs() {
    return step.pass().stages().getLast().output().count();
  }

  /** How the weight's gradient comes about. */
  Line gradient() {
    StepWeight weight = weight();
    if (weight == null) {
      return Line.NONE;
    }
    Chain chain = step.pass().origin(weight.layer(), weight.part(), weight.index());
    double engine = weight.gradient(step.pass());
    return line(
        ChainText.ofParameter(chain, weight.isFactor()), chain.value(), engine, chain.size());
  }

  /** What the next step makes of the weight. */
  Line next() {
    StepWeight weight = weight();
    if (weight == null) {
      return Line.NONE;
    }
    WeightStep next =
        WeightStep.of(
            step.answer().question().recipe(),
            step.answer().now(),
            step.pass().parameters(),
            weight.name(step.pass()),
            weight.index(),
            step.foundProperty().get().asked().rate());
    float engine = step.answer().next().tensor(weight.name(step.pass())).values()[weight.index()];
    return line(ChainText.of(next), next.after(), engine, Math.max(0.01, Math.abs(engine)));
  }

  private static Line line(String words, double ours, double engine, double size) {
    return new Line(words, engine, Math.abs(ours - engine) <= 1e-5 * size + 1e-9);
  }

  /** The weight that is looked at, or null. */
  private @Nullable StepWeight weight() {
    List<StepWeight> all = StepWeight.of(step);
    return all.isEmpty() ? null : all.get(Math.min(step.weightProperty().get(), all.size() - 1));
  }

  /** All of it, for those who do not see it. */
  String all() {
    List<String> parts = new ArrayList<>(List.of(place()));
    for (Line line : List.of(value(), gradient(), next())) {
      if (!line.words().isEmpty()) {
        parts.add(line.words());
      }
    }
    return String.join(" ", parts);
  }
}
