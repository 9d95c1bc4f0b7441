package dev.inkling.ui.results;

import dev.inkling.data.ImageSource;
import dev.inkling.data.NamedHand;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.DataNames;
import dev.inkling.ui.kit.FolderDialog;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.StatusPane;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.HandMenu;
import dev.inkling.ui.results.ResultsViewModel.Page;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The screen of results: above what is measured on what, below one of four pages. */
public final class ResultsView extends VBox {
  private final ResultsViewModel results;
  private final Texts texts;

  /** The screen. */
  public ResultsView(ResultsViewModel results, Texts texts, ObservableValue<Boolean> dark) {
    this.results = results;
    this.texts = texts;
    getStyleClass().add("results-screen");
    Map<Page, Region> pages = new EnumMap<>(Page.class);
    pages.put(Page.OVERVIEW, new OverviewView(results, texts, dark));
    pages.put(Page.GALLERY, new GalleryView(results, texts, dark));
    pages.put(Page.COMPARE, new PairView(results, texts, dark));
    pages.put(Page.EPOCHS, new EpochsView(results, texts, dark));
    StackPane place = new StackPane();
    pages.forEach((page, view) -> place.getChildren().add(shownOn(page, view)));
    place.getChildren().add(status());
    HBox below = new HBox(place, new SampleView(results, texts, dark));
    below.getStyleClass().add("row");
    HBox.setHgrow(place, Priority.ALWAYS);
    VBox.setVgrow(below, Priority.ALWAYS);
    getChildren().addAll(bar(), below);
    addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
  }

  /** Esc puts the sample's details away, wherever on the screen the focus is. */
  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && results.gallery().selectedProperty().get() != null) {
      results.gallery().selectedProperty().set(null);
      event.consume();
    }
  }

  private Node shownOn(Page page, Region view) {
    view.visibleProperty()
        .bind(
            results
                .pageProperty()
                .isEqualTo(page)
                .and(
                    results
                        .evaluatedProperty()
                        .isNotNull()
                        .or(results.pageProperty().isEqualTo(Page.EPOCHS))));
    view.managedProperty().bind(view.visibleProperty());
    return view;
  }

  private Node status() {
    StatusPane status = StatusView.of(results, texts, this::chooseFolder);
    status
        .visibleProperty()
        .bind(
            results
                .evaluatedProperty()
                .isNull()
                .and(results.pageProperty().isNotEqualTo(Page.EPOCHS)));
    return status;
  }

  private Node bar() {
    Choice<Entry> model =
        new Choice<>(texts, results.models(), results.modelProperty(), Entry::name);
    model.setId("results-model");
    model.setMinWidth(144);
    model.accessibleTextProperty().bind(texts.bind("pad.model"));
    Label on = new Label();
    on.textProperty().bind(texts.bind("results.on"));
    on.setMinWidth(Region.USE_PREF_SIZE);
    Choice<String> data =
        new Choice<>(
            texts, results.dataSets(), results.dataProperty(), name -> DataNames.of(texts, name));
    data.setId("results-data");
    data.accessibleTextProperty().bind(texts.bind("results.data"));
    Tooltip place = new Tooltip();
    place.setOnShowing(_ -> place.setText(place()));
    data.setTooltip(place);
    IconButton folder =
        new IconButton(texts, "training.data.folder", "bi-folder2-open", this::chooseFolder);
    folder.setId("results-data-folder");
    Node whose = whose();
    // Whose they are takes the room of the label, and some of the network's.
    on.visibleProperty().bind(whose.visibleProperty().not());
    on.managedProperty().bind(on.visibleProperty());
    model.prefWidthProperty().bind(Bindings.when(whose.visibleProperty()).then(220).otherwise(300));
    data.prefWidthProperty().bind(Bindings.when(whose.visibleProperty()).then(160).otherwise(196));
    data.minWidthProperty().bind(Bindings.when(whose.visibleProperty()).then(100).otherwise(162));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar =
        new HBox(
            8,
            model,
            copy(),
            on,
            data,
            whose,
            folder,
            undo(),
            gap,
            pages(),
            new ExportMenu(results, texts));
    bar.setAlignment(Pos.CENTER_LEFT);
    for (Node node : new Node[] {model, data, whose}) {
      node.disableProperty().bind(Bindings.equal(results.pageProperty(), Page.EPOCHS));
    }
    return bar;
  }

  /** The network that is measured, to be changed in the builder. */
  private Node copy() {
    IconButton copy = new IconButton(texts, "results.copy", "bi-bricks", results::copy);
    copy.disableProperty().bind(results.modelProperty().isNull());
    return copy;
  }

  /** Whose drawings are read; there where several people drew. */
  private Node whose() {
    Choice<Optional<NamedHand>> whose =
        new Choice<>(
            texts,
            results.hands(),
            results.handProperty(),
            hand ->
                hand.map(one -> HandMenu.name(one, texts))
                    .orElseGet(() -> texts.get("results.hand.all")));
    whose.setId("results-hand");
    whose.setPrefWidth(140);
    whose.setMinWidth(88);
    whose.accessibleTextProperty().bind(texts.bind("results.hand"));
    BooleanBinding areSeveral = Bindings.size(results.hands()).greaterThan(2);
    whose
        .visibleProperty()
        .bind(
            areSeveral.and(
                Bindings.createBooleanBinding(
                    () -> ImageSource.of(results.dataProperty().get()).isDrawnHere(),
                    results.dataProperty())));
    whose.managedProperty().bind(whose.visibleProperty());
    return whose;
  }

  /** A drawing can be deleted on several pages, and others be looked at since. */
  private Node undo() {
    DrawingsViewModel drawings = results.drawings();
    IconButton undo =
        new IconButton(
            texts, "results.drawings.undo", "bi-arrow-counterclockwise", drawings::undoDelete);
    undo.setId("results-drawings-undo");
    undo.visibleProperty().bind(drawings.undoableProperty());
    undo.managedProperty().bind(undo.visibleProperty());
    return undo;
  }

  /** Where the images are, which a person may have chosen long ago on another screen. */
  private String place() {
    return texts.get(results.place());
  }

  private Node pages() {
    return new Segments<>(
        texts,
        List.of(Page.values()),
        page -> "results.page." + page.name().toLowerCase(Locale.ROOT),
        results.pageProperty(),
        results.pageProperty()::set);
  }

  private void chooseFolder() {
    FolderDialog.ask(getScene().getWindow(), texts.get("training.data.folder"))
        .ifPresent(results::choose);
  }
}
