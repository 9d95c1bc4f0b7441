package dev.inkling.explain;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Formula;
import dev.inkling.layer.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one value in a network comes from.
 *
 * @param stage its layer
 * @param cell its place there
 * @param value the engine's own number
 * @param formula how it was computed; its value differs from the engine's by rounding alone
 * @param fields what it depends on: first the box on the 28×28 picture, see {@link ReceptiveField}
 * @param after what becomes of it in the layers behind that work on each value alone: batch norm,
 *     ReLU, dropout
 */
public record Origin(
    Stage stage, Cell cell, float value, Formula formula, List<Box> fields, List<After> after) {

  /**
   * The same cell one layer on.
   *
   * @param stage the layer
   * @param value the engine's number behind it
   */
  public record After(Stage stage, float value) {}

  /**
   * Traces one value back.
   *
   * @param layer index of its layer
   * @throws IndexOutOfBoundsException when there is no such layer or cell
   */
  public static Origin of(ForwardPass pass, int layer, Cell cell) {
    Activation activation = pass.layers().get(layer);
    List<Stage> stages = pass.layers().stream().map(Activation::stage).toList();
    return new Origin(
        activation.stage(),
        cell,
        activation.at(cell),
        new FormulaReader(pass, layer).read(cell),
        ReceptiveField.of(stages, layer, cell),
        after(pass, layer, cell));
  }

  /** The receptive field: the box on the 28×28 picture. */
  public Box receptiveField() {
    return fields.getFirst();
  }

  private static List<After> after(ForwardPass pass, int layer, Cell cell) {
    List<After> after = new ArrayList<>();
    for (Activation next : pass.layers().subList(layer + 1, pass.layers().size())) {
      if (!next.stage().layer().isPointwise()) {
        break;
      }
      after.add(new After(next.stage(), next.at(cell)));
    }
    return List.copyOf(after);
  }
}
