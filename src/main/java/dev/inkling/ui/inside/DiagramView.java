package dev.inkling.ui.inside;

import dev.inkling.chart.Box;
import dev.inkling.chart.Figure;
import dev.inkling.diagram.Block;
import dev.inkling.diagram.DiagramLayout;
import dev.inkling.diagram.Highlight;
import dev.inkling.diagram.TilesFigure;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A network as a picture, in which one points at values with the mouse or the keyboard; below it
 * what is said of the value that is pointed at.
 */
abstract class DiagramView extends StackPane {
  private final NetworkViewModel network;
  private final Texts texts;
  private final FigureChart picture;
  private final FigureChart highlight;
  private final Pane columns = new Pane();
  private final String name;

  /**
   * Nothing yet, see {@link #show}.
   *
   * @param name its parts' ids begin so
   * @param pictureId the picture's, and the name of its file when it is saved
   */
  DiagramView(NetworkViewModel network, Texts texts, String name, String pictureId) {
    this.network = network;
    this.texts = texts;
    this.name = name;
    picture = chart(pictureId);
    highlight = chart(name + "-highlight");
    getStyleClass().add("network-page");
  }

  /**
   * Puts it together.
   *
   * @param above the picture, or null
   * @param over the picture when a value is opened, or null where the picture stays
   * @param below the picture
   */
  final void show(@Nullable Node above, @Nullable Node over, Node below) {
    highlight.setMouseTransparent(true);
    highlight.setAccessibleRole(AccessibleRole.NODE);
    columns.setMouseTransparent(true);
    ScrollPane scroll = new LivePane(new StackPane(picture, highlight, columns));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("about-scroll");
    StackPane place = new StackPane(scroll);
    place.minHeightProperty().bind(picture.minHeightProperty());
    place.setPrefHeight(0);
    if (over != null) {
      place.getChildren().add(over);
      scroll.visibleProperty().bind(network.openProperty().not());
    }
    VBox content = new VBox(10);
    if (above != null) {
      content.getChildren().add(above);
    }
    content.getChildren().addAll(place, below);
    content.getStyleClass().add("network-content");
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().addAll(panel(), content);
    listen();
  }

  /** The surface below, kept as pixels: without a graphics card round corners take their time. */
  private static Region panel() {
    Region panel = new Region();
    panel.getStyleClass().add("panel");
    panel.setCache(true);
    return panel;
  }

  /** A place for a figure that takes what room there is. */
  static FigureChart chart(String id) {
    FigureChart chart = new FigureChart(new TilesFigure("", List.of()));
    chart.setId(id);
    chart.setMinSize(0, 0);
    chart.setPrefSize(0, 0);
    return chart;
  }

  private void listen() {
    network.seenProperty().subscribe(_ -> draw());
    network.blocksProperty().subscribe(_ -> draw());
    texts.messagesProperty().subscribe(_ -> draw());
    network.blocksProperty().subscribe(_ -> mark());
    network.spotProperty().subscribe(_ -> mark());
    network.blocksProperty().subscribe(_ -> makeRoom());
    picture.lettersProperty().subscribe(_ -> makeRoom());
    network.blocksProperty().subscribe(_ -> placeColumns());
    picture.lettersProperty().subscribe(_ -> placeColumns());
    picture.layoutBoundsProperty().subscribe(_ -> placeColumns());
    picture.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    picture.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    network.openProperty().addListener((_, _, isOpen) -> requestFocus()); // its button goes away
    addEventHandler(KeyEvent.KEY_PRESSED, new NetworkKeys(network)::handle);
  }

  /** Draws the network anew. */
  final void draw() {
    if (!network.blocksProperty().get().isEmpty()) {
      picture
          .figureProperty()
          .set(figure(network.seenProperty().get(), network.blocksProperty().get()));
    }
  }

  /** The network with what is shown of it. */
  abstract Figure figure(Seen seen, List<Block> blocks);

  private void mark() {
    if (!network.blocksProperty().get().isEmpty()) {
      highlight
          .figureProperty()
          .set(
              new Highlight(
                  network.stages(), network.blocksProperty().get(), network.spotProperty().get()));
    }
  }

  private DiagramLayout places() {
    return DiagramLayout.of(
        network.blocksProperty().get(),
        picture.getWidth(),
        picture.getHeight(),
        picture.lettersProperty().getValue());
  }

  private void makeRoom() {
    int blocks = network.blocksProperty().get().size();
    double letters = picture.lettersProperty().getValue();
    picture.setMinSize(DiagramLayout.minWidth(blocks, letters), DiagramLayout.minHeight(letters));
  }

  /** Nodes in the places of the columns, which can be asked where they are. */
  private void placeColumns() {
    columns.getChildren().clear();
    if (network.blocksProperty().get().isEmpty() || picture.getWidth() == 0) {
      return;
    }
    DiagramLayout layout = places();
    for (int i = 0; i < layout.columns(); i++) {
      add(layout.isOutput(i) ? name + "-output" : name + "-column-" + i, layout.column(i));
    }
    deeper(layout);
  }

  /** All layers behind the first two, as one place. */
  private void deeper(DiagramLayout layout) {
    int first = Math.min(3, layout.columns() - 2);
    Box from = layout.column(first);
    Box to = layout.column(layout.columns() - 2);
    add(name + "-deeper", new Box(from.x(), 0, to.right() - from.x(), from.height()));
  }

  private void add(String id, Box box) {
    Region place = new Region();
    place.setId(id);
    place.setManaged(false);
    place.resizeRelocate(box.x(), box.y(), box.width(), box.height());
    columns.getChildren().add(place);
  }

  /** The picture, to be saved. */
  FigureChart picture() {
    return picture;
  }

  /** An opened value stays. */
  private void point(MouseEvent event) {
    if (!network.blocksProperty().get().isEmpty() && !network.openProperty().get()) {
      places()
          .at(event.getX(), event.getY())
          .filter(spot -> !spot.equals(network.spotProperty().get()))
          .ifPresent(network::point);
    }
  }

  private void click(MouseEvent event) {
    requestFocus();
    if (!network.blocksProperty().get().isEmpty()) {
      Optional.of(places())
          .flatMap(layout -> layout.at(event.getX(), event.getY()))
          .ifPresent(
              spot -> {
                network.point(spot);
                network.open();
              });
    }
  }
}
