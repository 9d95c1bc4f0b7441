package dev.inkling.diagram;

import dev.inkling.diagram.TilesFigure.Group;
import dev.inkling.explain.Origin;
import dev.inkling.layer.Formula;
import dev.inkling.layer.Formula.Input;
import dev.inkling.layer.Formula.Term;
import dev.inkling.layer.Formula.WeightedSum;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Weights, what they are multiplied with, and the products, as pictures. */
public final class Sums {
  private static final Size ONE = new Size(1, 1, 1);

  private Sums() {}

  /**
   * What a value is made of.
   *
   * @param title for those who do not see it
   */
  public static TilesFigure of(Origin origin, String title) {
    return new TilesFigure(title, groups(origin));
  }

  private static List<Group> groups(Origin origin) {
    Size size = window(origin.stage());
    return switch (origin.formula()) {
      case WeightedSum sum ->
          List.of(
              new Group("x", Tiles.of(size, values(sum.terms(), term -> term.input().value()))),
              new Group("w", Tiles.of(size, values(sum.terms(), Term::weight))),
              new Group("w·x", Tiles.of(size, values(sum.terms(), Term::product))));
      case Formula.Maximum maximum -> List.of(inputs(size, maximum.inputs()));
      case Formula.Mean mean -> List.of(inputs(size, mean.inputs()));
      case Formula.LogSoftmax all -> List.of(inputs(size, all.all()));
      case Formula.Normalized one -> List.of(inputs(size, List.of(one.input())));
      case Formula.Added sum ->
          List.of(
              new Group("x", Tiles.of(ONE, new float[] {sum.input().value()})),
              new Group("x₀", Tiles.of(size, values(sum.before(), term -> term.input().value()))));
      case Formula.Applied one -> List.of(inputs(size, List.of(one.input())));
    };
  }

  private static Group inputs(Size size, List<Input> inputs) {
    return new Group("x", Tiles.of(size, values(inputs, Input::value)));
  }

  private static <T> float[] values(List<T> terms, ToDoubleFunction<T> value) {
    float[] values = new float[terms.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) value.applyAsDouble(terms.get(i));
    }
    return values;
  }

  /** The weights of one filter, or of one unit, as they lie on what the layer reads. */
  public static Tiles weights(Model model, Stage stage, int channel) {
    float[] all = model.weights().tensor(stage.parameter("weight")).values();
    Size size = window(stage);
    int from = channel * size.count();
    return Tiles.of(size, Arrays.copyOfRange(all, from, from + size.count()));
  }

  /** Size of what one value is computed from. */
  private static Size window(Stage stage) {
    return stage.layer().window(stage.input());
  }
}
