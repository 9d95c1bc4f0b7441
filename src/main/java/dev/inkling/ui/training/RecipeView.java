package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.data.DataSource;
import dev.inkling.model.Architecture;
import dev.inkling.model.Recipe;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.LiveRun.State;
import java.io.File;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** The recipe, to be filled in; what is impossible is marked where it stands. */
final class RecipeView extends VBox {
  private final TrainingViewModel training;
  private final RecipeForm form;
  private final Texts texts;
  private final GridPane grid = new GridPane();

  RecipeView(TrainingViewModel training, Texts texts) {
    this.training = training;
    this.form = training.form();
    this.texts = texts;
    getStyleClass().add("recipe");
    grid.getStyleClass().add("form");
    ColumnConstraints names = new ColumnConstraints(110);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, fields);
    row(
        "architecture",
        choice(
            "architecture", form.architectureProperty(), Architecture.all(), Architecture::name));
    row("data", dataChoice());
    row(
        "optimizer",
        choice(
            "optimizer",
            form.optimizerProperty(),
            List.of(Recipe.Optimizer.values()),
            texts::name));
    row("learningRate", number("learningRate", form.learningRate()));
    row(
        "schedule",
        choice(
            "schedule", form.scheduleProperty(), List.of(Recipe.Schedule.values()), texts::name));
    row("batchSize", number("batchSize", form.batchSize()));
    row("epochs", number("epochs", form.epochs()));
    row("patience", number("patience", form.patience()));
    dropoutRow();
    row("augmentation", augmentationChoice());
    row("seed", number("seed", form.seed()));
    getChildren().addAll(grid, new RecipeFacts(form, training.estimate(), texts), buttons());
  }

  private Label row(String key, Node field) {
    Label label = new Label();
    label.textProperty().bind(texts.bind("training." + key));
    label.setLabelFor(field);
    grid.addRow(grid.getRowCount(), label, field);
    return label;
  }

  /** Only where the network has dropout. */
  private void dropoutRow() {
    NumberField field = number("dropout", form.dropout());
    field.text().promptTextProperty().bind(form.architectureProperty().map(RecipeView::rates));
    Label label = row("dropout", field);
    for (Node node : List.of(label, field)) {
      node.visibleProperty().bind(form.architectureProperty().map(Architecture::hasDropout));
      node.managedProperty().bind(node.visibleProperty());
    }
  }

  private void dress(Control control, String key) {
    control.setId("training-" + key);
    control.setMaxWidth(Double.MAX_VALUE);
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(320);
    tooltip.textProperty().bind(texts.bind("training." + key + ".help"));
    control.setTooltip(tooltip);
  }

  private <T> ComboBox<T> choice(
      String key, Property<T> value, List<T> values, Function<T, String> name) {
    Choice<T> box = new Choice<>(texts, FXCollections.observableArrayList(values), value, name);
    dress(box, key);
    return box;
  }

  /** What an empty field means. */
  private static String rates(Architecture architecture) {
    return architecture.dropoutRates().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private Node augmentationChoice() {
    return withButton(
        choice(
            "augmentation",
            form.augmentationProperty(),
            List.of(Recipe.Augmentation.values()),
            texts::name),
        new PreviewButton(training, texts));
  }

  private static HBox withButton(ComboBox<?> box, Button button) {
    HBox.setHgrow(box, Priority.ALWAYS);
    return new HBox(6, box, button);
  }

  private Node dataChoice() {
    ComboBox<String> box =
        choice(
            "data",
            form.dataProperty(),
            List.of(DataSource.MNIST, DataSource.SYNTHETIC),
            name ->
                switch (name) {
                  case DataSource.MNIST -> "MNIST";
                  case DataSource.SYNTHETIC -> texts.get("training.data.synthetic");
                  default -> name;
                });
    Button folder = new Button(null, new FontIcon("bi-folder2-open"));
    folder.setId("training-data-folder");
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.bind("training.data.folder"));
    folder.setTooltip(tooltip);
    folder.accessibleTextProperty().bind(texts.bind("training.data.folder"));
    folder.setOnAction(_ -> chooseFolder(box));
    return withButton(box, folder);
  }

  private void chooseFolder(ComboBox<String> box) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("training.data.folder"));
    File chosen = chooser.showDialog(getScene().getWindow());
    if (chosen != null) {
      if (!box.getItems().contains(chosen.toString())) {
        box.getItems().add(chosen.toString());
      }
      box.setValue(chosen.toString());
    }
  }

  private NumberField number(String key, TypedNumber field) {
    NumberField number = new NumberField(field, texts);
    dress(number.text(), key);
    return number;
  }

  private boolean isIdle() {
    return training.live().stateProperty().get() == State.IDLE;
  }

  private Node buttons() {
    Button start = new Button(null, new FontIcon("bi-play-fill"));
    start.setId("training-start");
    start
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(isIdle() ? "training.start" : "training.startLater"),
                training.live().stateProperty(),
                texts.messagesProperty()));
    start.getStyleClass().add(Styles.ACCENT);
    start.setMaxWidth(Double.MAX_VALUE);
    start.setOnAction(_ -> training.queue().start());
    start
        .disableProperty()
        .bind(
            form.validBinding()
                .not()
                // Or a second click in haste would let a second run wait.
                .or(training.live().stateProperty().isEqualTo(State.LOADING)));
    Button own = new Button();
    own.setId("training-own");
    own.textProperty().bind(texts.bind("training.own"));
    own.setOnAction(_ -> form.fill(form.architectureProperty().get().recipe()));
    HBox.setHgrow(start, Priority.ALWAYS);
    return new HBox(8, start, own);
  }
}
