package dev.inkling.ui.results;

import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.results.GalleryOrder.By;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** In which order a gallery shows its samples, and how many a page. */
final class OrderPanel extends VBox {
  private static final int MOST_SEED = 999_999;

  private final GalleryViewModel gallery;
  private final Texts texts;
  private final ObjectProperty<GalleryOrder> order;

  OrderPanel(GalleryViewModel gallery, Texts texts) {
    this.gallery = gallery;
    this.texts = texts;
    order = gallery.orderProperty();
    getStyleClass().add("filters");
    HBox both = new HBox(6, by(), direction());
    HBox.setHgrow(both.getChildren().getFirst(), Priority.ALWAYS);
    getChildren().addAll(named("order", both), seed(), named("pageSize", pageSize()));
  }

  private Node named(String key, Node control) {
    Label name = new Label();
    name.textProperty().bind(texts.bind("results." + key));
    name.getStyleClass().add("card-title");
    name.setLabelFor(control);
    return new VBox(2, name, control);
  }

  private Node by() {
    ObjectProperty<By> value = new SimpleObjectProperty<>(order.get().by());
    Choice<By> choice =
        new Choice<>(
            texts,
            FXCollections.observableArrayList(By.values()),
            value,
            by -> texts.get("results.order." + by.name().toLowerCase(Locale.ROOT)));
    choice.setId("results-order");
    choice.accessibleTextProperty().bind(texts.bind("results.order"));
    order.subscribe(now -> value.set(now.by()));
    value.addListener((_, _, now) -> order.set(order.get().withBy(now)));
    return choice;
  }

  private Node direction() {
    IconButton button =
        new IconButton(
            texts,
            "results.order.turn",
            "bi-sort-down",
            () -> order.set(order.get().withDescending(!order.get().isDescending())));
    order.subscribe(
        now ->
            ((FontIcon) button.getGraphic())
                .setIconLiteral(now.isDescending() ? "bi-sort-down" : "bi-sort-up"));
    button.disableProperty().bind(order.map(now -> now.by() == By.SHUFFLED));
    return button;
  }

  /** The same seed shuffles the same way. */
  private Node seed() {
    Spinner<Integer> seed = new Spinner<>(0, MOST_SEED, (int) order.get().seed());
    seed.setId("results-seed");
    seed.accessibleTextProperty().bind(texts.bind("results.seed"));
    seed.setEditable(true);
    seed.setMaxWidth(Double.MAX_VALUE);
    seed.valueProperty().addListener((_, _, now) -> order.set(order.get().withSeed(now)));
    HBox row = new HBox(6, seed);
    HBox.setHgrow(seed, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    Node named = named("seed", row);
    named.visibleProperty().bind(order.map(now -> now.by() == By.SHUFFLED));
    named.managedProperty().bind(named.visibleProperty());
    return named;
  }

  private Node pageSize() {
    Choice<Number> choice =
        new Choice<>(
            texts,
            FXCollections.observableArrayList(GalleryViewModel.ENDLESS, 50, 100, 200, 500),
            gallery.pageSizeProperty(),
            size ->
                size.intValue() == GalleryViewModel.ENDLESS
                    ? texts.get("results.pageSize.endless")
                    : String.valueOf(size));
    choice.setId("results-page-size");
    choice.accessibleTextProperty().bind(texts.bind("results.pageSize"));
    return choice;
  }
}
