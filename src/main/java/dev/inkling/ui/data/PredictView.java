package dev.inkling.ui.data;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.ValueFormat;
import dev.inkling.data.Classes;
import dev.inkling.evaluate.Answers;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.DataNames;
import dev.inkling.ui.kit.SampleTile;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.TileGrid;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Above who reads and what to do with it, below each image with what is read and how surely. */
final class PredictView extends VBox {
  /** Classes that are named of an image. */
  private static final int NAMED = 3;

  private final PredictViewModel predict;
  private final Texts texts;
  private final ObservableValue<Boolean> dark;

  PredictView(PredictViewModel predict, Texts texts, ObservableValue<Boolean> dark) {
    this.predict = predict;
    this.texts = texts;
    this.dark = dark;
    getStyleClass().add("data-part");
    VBox below = new VBox(controls(), grid());
    below.getStyleClass().addAll("panel", "gallery-tiles");
    VBox.setVgrow(below, Priority.ALWAYS);
    getChildren().addAll(head(), below);
  }

  private PartHead head() {
    PartHead head =
        new PartHead(
                texts,
                "data.predict.",
                predict.imagesProperty(),
                predict.answersProperty(),
                predict.selectedProperty(),
                predict.workingProperty(),
                texts.messagesProperty())
            .say("headline", "chart-title", this::headline)
            .say("facts", "facts", this::facts)
            .show(predict);
    head.button("stop", "bi-stop-fill", predict::stop, this::isWorking);
    head.button("read", "bi-eye", predict::read, () -> !isWorking() && !isRead())
        .getStyleClass()
        .add(Styles.ACCENT);
    head.button("save", "bi-download", this::save, this::isRead).getStyleClass().add(Styles.ACCENT);
    return head;
  }

  private boolean isWorking() {
    return predict.workingProperty().get();
  }

  private boolean isRead() {
    return predict.answersProperty().get() != null;
  }

  private String headline() {
    Answers read = predict.answersProperty().get();
    LoadedImages images = predict.imagesProperty().get();
    if (images == null) {
      return "";
    }
    String name = DataNames.brief(texts, images.name());
    if (isWorking()) {
      return texts.get("data.predict.working", name);
    }
    return read == null
        ? texts.get("data.predict.idle", name)
        : texts.get("data.predict.done", read.count(), name);
  }

  private String facts() {
    Integer i = predict.selectedProperty().get();
    Answers read = predict.answersProperty().get();
    if (read != null && i != null) {
      return texts.get("data.predict.image", i + 1, most(read, i));
    }
    if (!predict.unknown().isEmpty()) {
      return texts.get(
          "data.predict.unknown", Classes.brief(predict.unknown()), Classes.brief(read.classes()));
    }
    return texts.get("data.predict.facts");
  }

  private static String most(Answers read, int i) {
    return read.most(i, NAMED).stream()
        .map(k -> read.classes().get(k) + " " + ValueFormat.percent(read.probabilities()[i][k], 1))
        .collect(Collectors.joining(" · "));
  }

  private Node controls() {
    Choice<Entry> network =
        new Choice<>(texts, predict.networks(), predict.networkProperty(), Entry::name);
    network.setId("data-predict-network");
    network.setMinWidth(120);
    network.setPrefWidth(220);
    network.accessibleTextProperty().bind(texts.bind("pad.model"));
    HBox controls =
        new HBox(
            12,
            network,
            box("unsureFirst", predict.unsureFirstProperty()),
            box("probabilities", predict.probabilitiesProperty()));
    controls.setAlignment(Pos.CENTER_LEFT);
    controls.setMinHeight(USE_PREF_SIZE);
    return controls;
  }

  private CheckBox box(String name, BooleanProperty value) {
    CheckBox box = new CheckBox();
    box.setId("data-predict-" + name);
    box.textProperty().bind(texts.bind("data.predict." + name));
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  private Node grid() {
    TileGrid<ImageTile> grid =
        new TileGrid<>(ImageTile::new, this::fill, ImageTile.HEIGHT, predict.selectedProperty());
    grid.setId("data-predict-tiles");
    Label hint = new Label();
    hint.setWrapText(true);
    hint.getStyleClass().add("status-text");
    hint.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(isWorking() ? "results.working" : "data.predict.hint"),
                predict.workingProperty(),
                texts.messagesProperty()));
    grid.setPlaceholder(hint);
    predict.orderProperty().subscribe(grid::show);
    dark.subscribe(_ -> grid.refresh());
    texts.messagesProperty().subscribe(_ -> grid.refresh());
    grid.accessibleTextProperty().bind(texts.bind("data.part.predict"));
    VBox.setVgrow(grid, Priority.ALWAYS);
    return grid;
  }

  private void fill(ImageTile tile, int i) {
    Answers read = predict.answersProperty().get();
    if (read != null && i < read.count()) {
      String sure = ValueFormat.percent(read.confidence(i), 0);
      tile.show(
          i,
          read.images().image(i),
          read.read(i) + " · " + sure,
          false,
          SampleTile.ink(dark.getValue()),
          () -> texts.get("data.predict.image", i + 1, read.read(i) + " " + sure));
    }
  }

  private void save() {
    SaveDialog.ask(
            getScene().getWindow(), texts.get("data.predict.save"), "CSV", "submission", ".csv")
        .ifPresent(predict::save);
  }
}
