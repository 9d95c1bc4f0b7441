package dev.inkling.ui.inside;

import dev.inkling.chart.Figure;
import dev.inkling.export.ExportFormat;
import dev.inkling.ui.chart.ChartMenu;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the network: the tour, all layers or few, and what can be taken elsewhere. */
final class NetworkTools extends HBox {
  private final InsideViewModel inside;
  private final Texts texts;

  /**
   * The tools.
   *
   * @param picture of the network, with a {@link Figure} that can be saved
   */
  NetworkTools(InsideViewModel inside, Texts texts, FigureChart picture) {
    super(8);
    this.inside = inside;
    this.texts = texts;
    setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(whole(), copy(), menu(picture), tour());
    setMinWidth(USE_PREF_SIZE);
  }

  private ToggleButton whole() {
    ToggleButton whole = new ToggleButton();
    whole.setId("inside-whole");
    whole.textProperty().bind(texts.bind("inside.network.whole"));
    whole.selectedProperty().bindBidirectional(inside.network().wholeProperty());
    whole.visibleProperty().bind(inside.pageProperty().isEqualTo(Page.NETWORK));
    return whole;
  }

  private Button copy() {
    IconButton copy = new IconButton(texts, "inside.copy", "bi-bricks", inside::copy);
    copy.disableProperty().bind(inside.network().seenProperty().isNull());
    copy.visibleProperty().bind(inside.pageProperty().isEqualTo(Page.NETWORK));
    return copy;
  }

  private Button tour() {
    Button tour = new Button(null, new FontIcon("bi-signpost-2"));
    tour.setId("inside-begin-tour");
    tour.textProperty().bind(texts.bind("inside.tour"));
    tour.setOnAction(_ -> inside.tour().begin());
    return tour;
  }

  /** The picture as the other charts' menus have it, and the network itself. */
  private ChartMenu menu(FigureChart picture) {
    ChartMenu menu = new ChartMenu(inside::save, texts, picture);
    for (ExportFormat format : ExportFormat.values()) {
      MenuItem item = new MenuItem();
      item.setId("network-" + format.typed());
      item.textProperty().bind(texts.bind("inside.save." + format.typed()));
      item.setOnAction(_ -> export(format));
      menu.getItems().add(item);
    }
    menu.visibleProperty().bind(inside.pageProperty().isEqualTo(Page.NETWORK));
    menu.disableProperty().bind(inside.network().seenProperty().isNull());
    return menu;
  }

  private void export(ExportFormat format) {
    String name = inside.network().seenProperty().get().pass().model().card().name();
    String title = texts.get("inside.save." + format.typed());
    SaveDialog.ask(getScene().getWindow(), title, format.title(), name, format.ending())
        .ifPresent(file -> inside.export(format, file));
  }
}
