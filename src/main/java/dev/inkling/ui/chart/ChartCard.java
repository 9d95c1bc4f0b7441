package dev.inkling.ui.chart;

import atlantafx.base.theme.Styles;
import dev.inkling.file.AtomicFile;
import dev.inkling.ui.kit.InfoButton;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A chart on a panel, with the menu that saves it. */
public final class ChartCard extends StackPane {
  /** Width of the tools that lies over the card's edge and the heading's own air. */
  private static final double AIR = 16;

  private final HBox tools;

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
    HBox tools = new HBox(4, new ChartMenu(save, texts, chart));
    tools.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    tools.setAlignment(Pos.CENTER_RIGHT);
    if (chart instanceof LineChart curves) {
      tools.getChildren().addFirst(whole(curves, texts));
      curves.headingEndProperty().bind(tools.widthProperty().subtract(AIR));
    }
    this.tools = tools;
    setAlignment(tools, Pos.TOP_RIGHT);
    setMargin(tools, new Insets(4));
    getChildren().addAll(card, tools);
  }

  /**
   * The same with an ⓘ.
   *
   * @param key of what the chart shows; behind it {@code .help} has the words
   */
  public ChartCard explained(Texts texts, String key) {
    tools.getChildren().addFirst(InfoButton.of(texts, key));
    return this;
  }

  /** Shows all again; only there while a part is shown. */
  private static Button whole(LineChart chart, Texts texts) {
    Button whole = new Button(null, new FontIcon("bi-arrows-angle-contract"));
    whole.setId(chart.getId() + "-whole");
    whole.textProperty().bind(texts.bind("training.chart.whole"));
    whole.getStyleClass().addAll(Styles.SMALL, "chart-whole");
    whole.setOnAction(
        _ -> {
          chart.resetZoom();
          chart.requestFocus(); // the button goes away
        });
    whole.visibleProperty().bind(chart.zoomedProperty());
    whole.managedProperty().bind(whole.visibleProperty());
    return whole;
  }
}
