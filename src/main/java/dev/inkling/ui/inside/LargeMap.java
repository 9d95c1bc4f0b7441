package dev.inkling.ui.inside;

import atlantafx.base.theme.Styles;
import dev.inkling.diagram.BlockCaptions;
import dev.inkling.diagram.MapFigure;
import dev.inkling.diagram.Spot;
import dev.inkling.diagram.Sums;
import dev.inkling.diagram.TilesFigure;
import dev.inkling.explain.Activation;
import dev.inkling.explain.Origin;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One feature map large, with its filter, in place of the network. */
final class LargeMap extends HBox {
  private final NetworkViewModel network;
  private final Texts texts;
  private final SpotText text;
  private final FigureChart map = figure("inside-map");
  private final FigureChart filter = figure("inside-filter");
  private final Label title = new Label();
  private final Label about = new Label();

  LargeMap(NetworkViewModel network, Texts texts) {
    this.network = network;
    this.texts = texts;
    text = new SpotText(network, texts);
    getStyleClass().add("large-map");
    title.getStyleClass().add("headline");
    about.getStyleClass().add("facts");
    about.setWrapText(true);
    IconButton close = new IconButton(texts, "inside.network.close", "bi-x", network::close);
    close.getStyleClass().add(Styles.FLAT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    IconButton loves = new IconButton(texts, "inside.network.loves", "bi-heart", network::want);
    loves.getStyleClass().add(Styles.FLAT);
    VBox beside = new VBox(10, new HBox(title, gap, loves, close), about, filter);
    beside.setPrefWidth(300); // as much as the map
    VBox.setVgrow(filter, Priority.ALWAYS);
    setHgrow(map, Priority.ALWAYS);
    setHgrow(beside, Priority.ALWAYS);
    getChildren().addAll(map, beside);
    map.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    visibleProperty().bind(network.openProperty());
    network.openProperty().subscribe(_ -> show());
    network.originProperty().subscribe(_ -> show());
    texts.messagesProperty().subscribe(_ -> show());
  }

  private static FigureChart figure(String id) {
    FigureChart chart = DiagramView.chart(id);
    chart.setPrefWidth(300);
    return chart;
  }

  private void point(MouseEvent event) {
    if (map.figureProperty().get() instanceof MapFigure large) {
      Cell cell = large.at(event.getX(), event.getY(), map.getWidth(), map.getHeight());
      Spot now = network.spotProperty().get();
      if (cell.isWithin(network.walk().size(now.column())) && !cell.equals(now.cell())) {
        network.point(new Spot(now.column(), cell));
      }
    }
  }

  private void show() {
    Origin origin = network.originProperty().get();
    Activation layer = network.shownLayer();
    if (!network.openProperty().get() || origin == null || layer == null) {
      return;
    }
    Size size = layer.stage().output();
    boolean isMap = size.height() * size.width() > 1;
    title.setText(isMap ? title(origin, size) : text.place());
    map.setVisible(isMap);
    map.setManaged(isMap);
    map.figureProperty().set(new MapFigure(text.place(), layer, origin.cell()));
    filter(origin.stage(), origin.cell().channel());
  }

  private String title(Origin origin, Size size) {
    return texts.get(
        "inside.network.large",
        BlockCaptions.name(origin.stage()),
        origin.cell().channel() + 1,
        size.channels());
  }

  private void filter(Stage stage, int channel) {
    boolean hasFilter = stage.layer().isWeighted();
    filter.setVisible(hasFilter);
    String words = texts.get(hasFilter ? "inside.network.filter" : "inside.network.noFilter");
    about.setText(words);
    if (hasFilter) {
      TilesFigure.Group weights =
          new TilesFigure.Group(
              "", Sums.weights(network.seenProperty().get().pass().model(), stage, channel));
      filter.figureProperty().set(new TilesFigure(words, List.of(weights)));
    }
  }
}
