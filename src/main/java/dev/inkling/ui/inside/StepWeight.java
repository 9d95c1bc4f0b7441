package dev.inkling.ui.inside;

import dev.inkling.diagram.Block;
import dev.inkling.diagram.Spot;
import dev.inkling.explain.BackwardPass;
import dev.inkling.layer.Parameter;
import dev.inkling.layer.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A number that is learned.
 *
 * @param layer index of its layer
 * @param part of the layer's parameters, such as weight
 * @param index in it, row-major
 */
record StepWeight(int layer, String part, int index) {
  /** All that the filter or unit of a value has, weights first; none for a pixel. */
  static List<StepWeight> of(StepViewModel step) {
    Spot spot = step.network().spotProperty().get();
    if (spot == null || spot.column() == 0 || !step.isShown()) {
      return List.of();
    }
    Block block = step.network().blocksProperty().get().get(spot.column() - 1);
    List<StepWeight> all = new ArrayList<>();
    for (int i = 0; i < block.stages().size(); i++) {
      Stage stage = block.stages().get(i);
      for (Parameter parameter : stage.parameters()) {
        if (Stage.isTrained(stage.parameter(parameter.part()))) {
          add(all, block.first() + i, parameter, spot.cell().channel());
        }
      }
    }
    return all;
  }

  private static void add(List<StepWeight> to, int layer, Parameter parameter, int channel) {
    int each = (int) (parameter.count() / parameter.shape()[0]);
    for (int i = channel * each; i < (channel + 1) * each; i++) {
      to.add(new StepWeight(layer, parameter.part(), i));
    }
  }

  /** Whether inputs are multiplied with it; else it is added. */
  boolean isFactor() {
    return part.equals("weight") || part.equals("gamma");
  }

  /** The whole parameter's name. */
  String name(BackwardPass pass) {
    return pass.stages().get(layer).parameter(part);
  }

  /** The loss's gradient by it. */
  float gradient(BackwardPass pass) {
    return Objects.requireNonNull(pass.parameters().get(name(pass)))[index];
  }
}
