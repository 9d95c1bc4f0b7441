package dev.inkling.ui.inside;

import dev.inkling.chart.ValueFormat;
import dev.inkling.diagram.BlockCaptions;
import dev.inkling.diagram.FormulaText;
import dev.inkling.diagram.Spot;
import dev.inkling.explain.Origin;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Size;
import dev.inkling.model.Normalization;
import dev.inkling.ui.kit.Texts;

/** What is said of the value that is looked at. */
final class SpotText {
  private final NetworkViewModel network;
  private final Texts texts;

  SpotText(NetworkViewModel network, Texts texts) {
    this.network = network;
    this.texts = texts;
  }

  /** Where it is, counted from 1, as people do. */
  String place() {
    Spot spot = network.spotProperty().get();
    if (spot == null) {
      return texts.get("inside.network.hint");
    }
    Cell cell = spot.cell();
    if (spot.column() == 0) {
      return texts.get("inside.network.at.pixel", cell.y() + 1, cell.x() + 1);
    }
    Size size = network.walk().size(spot.column());
    int block = spot.column() - 1;
    String layer = BlockCaptions.name(network.blocksProperty().get().get(block).main());
    if (network.walk().isOutput(spot.column())) {
      return texts.get("inside.network.at.output", layer, cell.channel());
    }
    return size.height() * size.width() > 1
        ? texts.get(
            "inside.network.at.map",
            layer,
            cell.channel() + 1,
            size.channels(),
            cell.y() + 1,
            cell.x() + 1)
        : texts.get("inside.network.at.unit", layer, cell.channel() + 1, size.channels());
  }

  /** How it is computed, with all numbers. */
  String formula() {
    Spot spot = network.spotProperty().get();
    if (spot == null) {
      return "";
    }
    Origin origin = network.originProperty().get();
    if (origin == null) {
      return pixel(spot.cell());
    }
    boolean isOutput = network.walk().isOutput(spot.column());
    return FormulaText.of(origin) + (isOutput ? probability(spot.cell().channel()) : "");
  }

  private String pixel(Cell cell) {
    Normalization normalization =
        network.seenProperty().get().pass().model().card().normalization();
    float value = network.seenProperty().get().pass().input()[cell.y() * 28 + cell.x()];
    return texts.get(
        "inside.network.pixel",
        FormulaText.number(normalization.ink(value)),
        FormulaText.number(normalization.mean()),
        FormulaText.number(normalization.std()),
        FormulaText.number(value));
  }

  private String probability(int digit) {
    float[] probabilities = network.seenProperty().get().pass().probabilities();
    return "  →  softmax = " + ValueFormat.percent(probabilities[digit], 1);
  }

  /** The engine's own number for what the formula gives; not for a pixel. */
  String engine() {
    return FormulaText.number(network.originProperty().get().value());
  }

  /** Whether both are the same, but for the last digits of a float. */
  boolean agrees() {
    Origin origin = network.originProperty().get();
    double size = Math.max(1, Math.abs(origin.value()));
    return Math.abs(origin.formula().value() - origin.value()) < 1e-4 * size;
  }
}
