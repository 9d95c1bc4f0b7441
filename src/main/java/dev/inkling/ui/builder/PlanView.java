package dev.inkling.ui.builder;

import dev.inkling.diagram.Block;
import dev.inkling.diagram.DiagramLayout;
import dev.inkling.diagram.PlanDiagram;
import dev.inkling.diagram.TilesFigure;
import dev.inkling.layer.Stage;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/** The network as a picture, as Inside has it: all maps to scale, as far as they are possible. */
final class PlanView extends StackPane {
  private final BuilderViewModel builder;
  private final Texts texts;
  private final FigureChart picture = new FigureChart(new TilesFigure("", List.of()));

  PlanView(BuilderViewModel builder, Texts texts) {
    this.builder = builder;
    this.texts = texts;
    picture.setId("builder-plan");
    picture.setPrefSize(0, 0);
    ScrollPane scroll = new LivePane(picture);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("clear-scroll");
    getStyleClass().addAll("panel", "builder-plan");
    getChildren().add(scroll);
    managedProperty().bind(visibleProperty());
    builder.costsProperty().subscribe(_ -> draw());
    texts.messagesProperty().subscribe(_ -> draw());
    picture.lettersProperty().subscribe(_ -> draw());
  }

  private void draw() {
    List<Stage> stages =
        builder.costsProperty().get().items().stream()
            .filter(Costs.Item::isPossible)
            .flatMap(item -> item.brick().stages().stream())
            .toList();
    if (stages.isEmpty()) {
      picture.setMinSize(0, 0);
      picture.figureProperty().set(new TilesFigure("", List.of()));
      return;
    }
    List<Block> blocks = Block.of(stages, false);
    picture.setMinSize(
        DiagramLayout.minWidth(blocks.size(), picture.lettersProperty().getValue()), 0);
    picture
        .figureProperty()
        .set(new PlanDiagram(texts.get("window.builder"), blocks, texts.messagesProperty().get()));
  }
}
