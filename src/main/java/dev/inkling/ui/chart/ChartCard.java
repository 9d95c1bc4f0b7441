package dev.inkling.ui.chart;

import dev.inkling.file.AtomicFile;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A chart on a panel, with the menu that saves it. */
public final class ChartCard extends StackPane {
  /**
   * A card.
   *
   * @param save writes a picture into a file, in the background
   * @param chart with an id
   * @param more controls below the chart
   */
  public ChartCard(
      BiConsumer<AtomicFile.Content, Path> save, Texts texts, Region chart, Node... more) {
    VBox card = new VBox(4, chart);
    card.getChildren().addAll(more);
    VBox.setVgrow(chart, Priority.ALWAYS);
    card.getStyleClass().addAll("panel", "chart-card");
    ChartMenu menu = new ChartMenu(save, texts, chart);
    setAlignment(menu, Pos.TOP_RIGHT);
    setMargin(menu, new Insets(4));
    getChildren().addAll(card, menu);
  }
}
