package dev.inkling.ui.results;

import dev.inkling.ui.kit.InfoButton;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.results.NeighbourFinder.Found;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The training images that the network takes for the most similar to a sample. */
final class NeighboursView extends VBox {
  private final Texts texts;
  private final ObservableValue<Boolean> dark;
  private final FlowPane found = new FlowPane(6, 4);

  NeighboursView(SampleViewModel sample, Texts texts, ObservableValue<Boolean> dark) {
    this.texts = texts;
    this.dark = dark;
    getStyleClass().add("neighbours");
    found.setId("neighbours");
    Label title = new Label();
    title.textProperty().bind(texts.bind("results.neighbours"));
    title.getStyleClass().add("card-title");
    HBox term = new HBox(title, InfoButton.of(texts, "results.neighbours"));
    term.getStyleClass().add("term");
    ProgressBar progress = new ProgressBar();
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.progressProperty().bind(sample.progressProperty());
    Label failure = new Label();
    failure.getStyleClass().add("facts");
    failure.setWrapText(true);
    failure.setMinHeight(USE_PREF_SIZE);
    failure
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    sample.failureProperty().get() == null
                        ? ""
                        : texts.get(sample.failureProperty().get()),
                sample.failureProperty(),
                texts.messagesProperty()));
    StackPane state = new StackPane(found, progress, failure);
    state.setAlignment(Pos.TOP_LEFT);
    progress.visibleProperty().bind(sample.searchingProperty());
    failure.visibleProperty().bind(failure.textProperty().isNotEmpty());
    getChildren().addAll(term, state);
    sample.neighboursProperty().subscribe(this::show);
    dark.subscribe(_ -> show(sample.neighboursProperty().get()));
  }

  private void show(List<Found> neighbours) {
    found.getChildren().setAll(neighbours.stream().map(this::picture).toList());
  }

  private Node picture(Found each) {
    ImageView view = new ImageView(InkImages.of(each.image(), Tile.ink(dark.getValue()), 2));
    view.setAccessibleRole(AccessibleRole.NODE);
    String name = each.name();
    Label label = new Label(name, view);
    label.getStyleClass().add("neighbour");
    String facts =
        texts.get(
            "results.neighbours.each",
            name,
            String.valueOf(each.neighbour().index()),
            texts.format("%.3f", each.neighbour().distance()));
    label.setTooltip(new Tooltip(facts));
    label.setAccessibleText(facts);
    return label;
  }
}
