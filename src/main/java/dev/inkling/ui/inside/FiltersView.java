package dev.inkling.ui.inside;

import dev.inkling.explain.WeightHistory.Epoch;
import dev.inkling.ui.inside.FiltersViewModel.Source;
import dev.inkling.ui.inside.WeightSource.Found;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.EpochPlayer;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The first layer's filters and the weights of all layers, and a slider through the epochs. */
final class FiltersView extends VBox {
  private final FiltersViewModel filters;
  private final Texts texts;

  FiltersView(FiltersViewModel filters, Texts texts, ObservableValue<Boolean> dark) {
    this.filters = filters;
    this.texts = texts;
    setId("inside-filters");
    getStyleClass().add("column");
    Region body =
        new SideBySide(new KernelsPanel(filters, texts, dark), new HistogramsPanel(filters, texts));
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head(), body);
  }

  private Node head() {
    Choice<Source> source =
        new Choice<>(texts, filters.sources(), filters.sourceProperty(), this::name);
    source.setId("filters-source");
    source.setPrefWidth(270);
    source.setMinWidth(160);
    source.accessibleTextProperty().bind(texts.bind("inside.filters.source"));
    EpochPlayer player =
        new EpochPlayer(texts, "filters", filters.countProperty(), filters.positionProperty());
    HBox.setHgrow(player, Priority.ALWAYS);
    Label facts = new Label();
    facts.setId("filters-facts");
    facts.setMinWidth(Region.USE_PREF_SIZE);
    facts
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::facts,
                filters.epochProperty(),
                filters.foundProperty(),
                filters.failureProperty(),
                texts.messagesProperty()));
    HBox head = new HBox(12, source, player, facts);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().addAll("panel", "pair-head");
    return head;
  }

  private String name(Source source) {
    return source.item() == null
        ? texts.get("inside.filters.pad")
        : source.item().name(texts.messagesProperty().get());
  }

  private String facts() {
    if (filters.failureProperty().get() != null) {
      return texts.get(filters.failureProperty().get());
    }
    Found found = filters.foundProperty().get();
    Epoch epoch = filters.epochProperty().get();
    if (found == null) {
      return texts.get("inside.working");
    }
    if (epoch == null) {
      return texts.get("inside.filters.none");
    }
    String key = found.run() == null ? "inside.filters.alone" : "inside.filters.epoch";
    int last = found.history().epochs().getLast().epoch();
    return texts.get(key, epoch.epoch(), last);
  }
}
