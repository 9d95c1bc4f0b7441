package dev.inkling.ui.inside;

import dev.inkling.diagram.Sums;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Below the network: where the value that is looked at comes from. */
final class OriginView extends VBox {
  private final NetworkViewModel network;
  private final SpotText text;
  private final Label place = new Label();
  private final EngineLabel engine;
  private final Label formula = new Label();
  private final FigureChart sums = DiagramView.chart("inside-sums");

  OriginView(NetworkViewModel network, Texts texts) {
    this.network = network;
    text = new SpotText(network, texts);
    engine = new EngineLabel(texts);
    setId("inside-origin");
    getStyleClass().add("origin");
    place.setId("inside-place");
    place.setWrapText(true);
    place.getStyleClass().add("origin-place");
    engine.setId("inside-engine");
    formula.setId("inside-formula");
    formula.setWrapText(true);
    formula.setMinHeight(USE_PREF_SIZE);
    formula.getStyleClass().add("origin-formula");
    setVgrow(sums, Priority.ALWAYS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, place, gap, engine);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, formula, sums);
    network.spotProperty().subscribe(_ -> show());
    network.originProperty().subscribe(_ -> show());
    texts.messagesProperty().subscribe(_ -> show());
  }

  private void show() {
    boolean isWhole =
        network.spotProperty().get() == null
            || network.spotProperty().get().column() == 0
            || network.originProperty().get() != null;
    if (!isWhole) {
      return; // the two properties change one after the other
    }
    place.setText(text.place());
    formula.setText(text.formula());
    boolean isComputed = network.originProperty().get() != null;
    sums.setVisible(isComputed);
    engine.clear();
    if (isComputed) {
      engine.show(text.engine(), text.agrees());
      sums.figureProperty().set(Sums.of(network.originProperty().get(), text.formula()));
    }
  }
}
