package dev.inkling.ui.data;

import dev.inkling.chart.ValueFormat;
import dev.inkling.ui.data.ImageMap.Readings;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The image that is pointed at on the map, or else the one that was clicked, and what is read. */
final class PointedPane extends HBox {
  private static final int ZOOM = 4;

  private final MapViewModel map;
  private final Texts texts;
  private final ImageWords words;

  PointedPane(MapViewModel map, Texts texts) {
    super(12);
    this.map = map;
    this.texts = texts;
    words = new ImageWords(texts);
    setId("data-pointed");
    getStyleClass().addAll("panel", "map-pointed");
    setAlignment(Pos.CENTER_LEFT);
    ImageView view = new ImageView();
    view.imageProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    index() == null
                        ? null
                        : InkImages.of(
                            map.imagesProperty().get().image(index()), Color.WHITE, ZOOM),
                map.pointedProperty(),
                map.selectedProperty(),
                map.imagesProperty()));
    StackPane black = new StackPane(view);
    black.getStyleClass().add("network-input");
    black.setMinSize(28 * ZOOM, 28 * ZOOM);
    black.setMaxSize(28 * ZOOM, 28 * ZOOM);
    Label facts = new Label();
    facts.setId("data-pointed-facts");
    facts.setWrapText(true);
    HBox.setHgrow(facts, Priority.ALWAYS);
    facts
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::facts,
                map.pointedProperty(),
                map.selectedProperty(),
                map.readingsProperty(),
                map.imagesProperty(),
                texts.messagesProperty()));
    view.accessibleTextProperty().bind(facts.textProperty());
    getChildren().addAll(black, facts);
  }

  private @Nullable Integer index() {
    LoadedImages all = map.imagesProperty().get();
    ImageMap now = map.mapProperty().get();
    Integer point = map.pointedProperty().get();
    if (all == null) {
      return null;
    }
    return point != null && now != null
        ? Integer.valueOf(now.images()[point])
        : map.selectedProperty().get();
  }

  private String facts() {
    Integer i = index();
    LoadedImages all = map.imagesProperty().get();
    if (i == null || all == null) {
      return texts.get("data.map.point");
    }
    Readings read = map.readingsProperty().get();
    Integer point = map.pointedProperty().get();
    String image = words.of(all, i);
    return read == null || point == null
        ? image
        : image
            + "\n"
            + texts.get(
                "data.map.read",
                all.classes().get(read.classes()[point]),
                ValueFormat.percent(read.confidences()[point], 1));
  }
}
