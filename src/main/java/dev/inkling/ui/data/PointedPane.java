package dev.inkling.ui.data;

import dev.inkling.chart.ValueFormat;
import dev.inkling.image.GreyImage;
import dev.inkling.ui.data.ImageMap.Readings;
import dev.inkling.ui.kit.DescribedImage;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import org.jspecify.annotations.Nullable;

/** The image that is pointed at on the map, or else the one that was clicked, and what is read. */
final class PointedPane {
  private static final int ZOOM = 4;

  private final MapViewModel map;
  private final Texts texts;
  private final ImageWords words;

  PointedPane(MapViewModel map, Texts texts) {
    this.map = map;
    this.texts = texts;
    words = new ImageWords(texts);
  }

  DescribedImage view() {
    DescribedImage view = new DescribedImage(ZOOM, "data-pointed-facts");
    view.setId("data-pointed");
    view.getStyleClass().addAll("panel", "map-pointed");
    view.show(
        Bindings.createObjectBinding(
            this::image, map.pointedProperty(), map.selectedProperty(), map.imagesProperty()),
        Bindings.createStringBinding(
            this::facts,
            map.pointedProperty(),
            map.selectedProperty(),
            map.readingsProperty(),
            map.imagesProperty(),
            texts.messagesProperty()));
    return view;
  }

  private @Nullable GreyImage image() {
    Integer i = index();
    LoadedImages all = map.imagesProperty().get();
    return i == null || all == null ? null : all.image(i);
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
