package dev.inkling.explain;

import dev.inkling.layer.Cell;
import dev.inkling.layer.Flow;
import dev.inkling.layer.Numbers;
import dev.inkling.layer.Stage;

/** What a stage's chain rule is filled in with. */
record FlowReader(BackwardPass pass, int layer, Stage stage) implements Flow {
  FlowReader(BackwardPass pass, int layer) {
    this(pass, layer, pass.stages().get(layer));
  }

  @Override
  public int count() {
    return pass.count();
  }

  @Override
  public Numbers numbers(int image) {
    return new FormulaReader(pass.images().get(image), layer);
  }

  @Override
  public float output(int image, Cell cell) {
    return pass.images().get(image).layers().get(layer).at(cell);
  }

  @Override
  public float gradient(int image, Cell cell) {
    return pass.gradient(image, layer)[cell.index(stage.output())];
  }
}
