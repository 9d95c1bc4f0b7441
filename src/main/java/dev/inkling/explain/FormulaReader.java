package dev.inkling.explain;

import dev.inkling.layer.Cell;
import dev.inkling.layer.Formula;
import dev.inkling.layer.Formula.Input;
import dev.inkling.layer.Numbers;
import dev.inkling.layer.Stage;

/** Fills a layer's formula in for one cell. */
record FormulaReader(ForwardPass pass, int layer) implements Numbers {
  Formula read(Cell cell) {
    return stage().layer().formula(this, cell);
  }

  @Override
  public Stage stage() {
    return pass.layers().get(layer).stage();
  }

  @Override
  public Input input(int back, Cell cell) {
    return new Input(cell, pass.inputOf(layer - back, cell));
  }

  @Override
  public float[] parameter(String part) {
    return pass.model().weights().tensor(stage().parameter(part)).values();
  }
}
