package dev.inkling.ui.data;

import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.DataNames;
import dev.inkling.ui.kit.FolderDialog;
import dev.inkling.ui.kit.ImagesMenu;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.StatusPane;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The screen of data: above what is looked at, below one of its parts. */
public final class DataView extends VBox {
  private final DataViewModel data;
  private final Texts texts;
  private final ObservableValue<Boolean> dark;
  private final Shortcuts shortcuts;
  private final Map<DataPart, Region> views = new HashMap<>();
  private final StackPane place = new StackPane();

  /** The screen. */
  public DataView(
      DataViewModel data, Texts texts, ObservableValue<Boolean> dark, Shortcuts shortcuts) {
    this.data = data;
    this.texts = texts;
    this.dark = dark;
    this.shortcuts = shortcuts;
    getStyleClass().add("data-screen");
    StackPane below = new StackPane(place, status());
    place.visibleProperty().bind(data.imagesProperty().isNotNull());
    VBox.setVgrow(below, Priority.ALWAYS);
    getChildren().addAll(bar(), below);
    data.partProperty().subscribe(this::show);
    acceptDrops();
  }

  /** A folder or a file with images that is dropped is looked at. */
  private void acceptDrops() {
    setOnDragOver(
        event -> {
          if (dropped(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
        });
    setOnDragDropped(
        event -> {
          dropped(event).ifPresent(data::choose);
          event.setDropCompleted(dropped(event).isPresent());
        });
  }

  private static Optional<Path> dropped(DragEvent event) {
    return event.getDragboard().getFiles().size() == 1
        ? Optional.of(event.getDragboard().getFiles().getFirst().toPath())
        : Optional.empty();
  }

  private void show(DataPart part) {
    place
        .getChildren()
        .setAll(views.computeIfAbsent(part, made -> made.view(texts, dark, shortcuts)));
  }

  private Node status() {
    StatusPane status = DataStatusView.of(data, texts, this::chooseFolder);
    status.visibleProperty().bind(data.imagesProperty().isNull());
    return status;
  }

  private Node bar() {
    Choice<String> choice =
        new Choice<>(
            texts, data.dataSets(), data.dataProperty(), name -> DataNames.whole(texts, name));
    choice.setId("data-set");
    choice.setPrefWidth(260);
    choice.setMinWidth(170);
    choice.accessibleTextProperty().bind(texts.bind("data.set"));
    Tooltip where = new Tooltip();
    where.setOnShowing(_ -> where.setText(texts.get(data.where())));
    choice.setTooltip(where);
    ImagesMenu folder = new ImagesMenu(texts, data::dataSets, data::choose, data::show);
    folder.setId("data-images");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(8, choice, folder, train(), gap, parts());
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private Node train() {
    Button train = new Button(null, new FontIcon("bi-graph-down"));
    train.setId("data-train");
    train.textProperty().bind(texts.bind("data.train"));
    train.setMinWidth(USE_PREF_SIZE);
    train
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> !data.isForTraining(), data.imagesProperty()));
    train.setOnAction(_ -> data.useForTraining());
    return train;
  }

  private Node parts() {
    return new Segments<>(
        texts, data.parts(), DataPart::key, data.partProperty(), data.partProperty()::set);
  }

  private void chooseFolder() {
    FolderDialog.ask(getScene().getWindow(), texts.get("data.folder")).ifPresent(data::choose);
  }
}
