package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;

/** Silences inputs at random while training, whole channels or single values. */
public record Dropout(boolean ofChannels, double rate) implements Primitive {
  static final Kind KIND = kind("dropout");
  static final Kind OF_CHANNELS = kind("channel-dropout");

  private static Kind kind(String word) {
    return new Kind(
        word + " RATE",
        word + " 0.5",
        word + " (?<rate>" + Kind.DECIMAL + ")",
        matcher ->
            new Dropout(word.equals("channel-dropout"), Double.parseDouble(matcher.group("rate"))));
  }

  @Override
  public String text() {
    return (ofChannels ? "channel-dropout " : "dropout ") + rate;
  }

  @Override
  public List<Setting> settings() {
    return List.of(Setting.part("rate", rate, other -> new Dropout(ofChannels, other)));
  }

  @Override
  public boolean needsMaps() {
    return ofChannels;
  }

  @Override
  public String label() {
    return "dropout";
  }

  @Override
  public NDArray compute(Tensors tensors) {
    return tensors.isTraining() ? drop(tensors.input()) : tensors.input();
  }

  private NDArray drop(NDArray x) {
    if (!ofChannels) {
      return ai.djl.nn.norm.Dropout.dropout(x, (float) rate, true).singletonOrThrow();
    }
    // Whole feature maps at once (Tompson et al., 2015); DJL has no block for it.
    Shape maps = new Shape(x.getShape().get(0), x.getShape().get(1), 1, 1);
    NDArray kept = x.getManager().randomUniform(0, 1, maps).gte((float) rate);
    return x.mul(kept.toType(x.getDataType(), false).mul(1 / (1 - (float) rate)));
  }

  /**
   * Where it does nothing, it is left out: MXNet 1.9.1 cannot bind two of them in a row when it
   * fuses what follows.
   */
  @Override
  public Symbol symbol(SymbolNodes nodes) {
    if (!nodes.isTraining()) {
      return nodes.input();
    }
    String axes = ofChannels ? "(2,3)" : "()"; // of which all is dropped together
    return nodes.node("Dropout", Map.of("p", String.valueOf(rate), "axes", axes));
  }

  /** Does nothing outside of training; it is there to be seen. */
  @Override
  public void onnx(OnnxNodes nodes) {
    String ratio = nodes.constant("ratio", (float) rate);
    nodes.output("Dropout", List.of(nodes.input(), ratio), Map.of());
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    nodes.layer((ofChannels ? "nn.Dropout2d(" : "nn.Dropout(") + rate + ")");
  }

  @Override
  public void keras(PythonNodes nodes) {
    boolean isOfMaps = ofChannels && !nodes.isFlat();
    nodes.layer((isOfMaps ? "layers.SpatialDropout2D(" : "layers.Dropout(") + rate + ")");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    return Formula.unchanged(numbers.input(cell));
  }
}
