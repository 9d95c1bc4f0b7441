package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.data.ImageSource;
import dev.inkling.model.Architecture;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.RecipeField;
import dev.inkling.model.TeachingNetworks;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.DataNames;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.ImagesMenu;
import dev.inkling.ui.kit.InfoButton;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.LiveRun.State;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The recipe, to be filled in; what is impossible is marked where it stands. */
final class RecipeView extends VBox {
  private final TrainingViewModel training;
  private final RecipeForm form;
  private final Texts texts;

  RecipeView(TrainingViewModel training, Texts texts) {
    this.training = training;
    this.form = training.form();
    this.texts = texts;
    getStyleClass().add("recipe");
    GridPane grid = grid();
    row(grid, "architecture", networkChoice());
    row(grid, "data", dataChoice());
    row(grid, "from", startChoice());
    row(grid, RecipeField.EPOCHS);
    getChildren()
        .addAll(
            grid,
            fold("training.lesson", form.lessonProperty(), lesson()),
            fold("training.more", form.moreProperty(), rest()),
            new RecipeFacts(training, texts),
            buttons());
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("form");
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(new ColumnConstraints(), fields);
    return grid;
  }

  /** What most people leave as it is; open while something there is wrong. */
  private Node fold(String key, BooleanProperty isOpen, Node rest) {
    Hyperlink link = new Hyperlink(null, new FontIcon());
    link.setId(key.replace('.', '-'));
    link.getStyleClass().add("more");
    link.textProperty().bind(texts.bind(key));
    link.setOnAction(_ -> isOpen.set(!isOpen.get()));
    isOpen.subscribe(
        open ->
            ((FontIcon) link.getGraphic())
                .setIconLiteral(open ? "bi-chevron-down" : "bi-chevron-right"));
    rest.visibleProperty().bind(isOpen);
    rest.managedProperty().bind(isOpen);
    return new VBox(4, link, rest);
  }

  /** What of the images is learned, to see what they are worth. */
  private GridPane lesson() {
    GridPane lesson = grid();
    NumberField part = row(lesson, RecipeField.PART);
    part.promptTextProperty().bind(texts.bind("training.part.all"));
    row(lesson, RecipeField.LABEL_NOISE);
    row(lesson, RecipeField.IMBALANCE);
    TextField leftOut = new TextField();
    leftOut.textProperty().bindBidirectional(form.leftOutProperty());
    leftOut.promptTextProperty().bind(texts.bind("training.leftOut.none"));
    leftOut.accessibleTextProperty().bind(texts.bind("training.leftOut"));
    dress(leftOut, "leftOut");
    row(lesson, "leftOut", leftOut);
    return lesson;
  }

  /** What most people leave as the network's recipe has it. */
  private GridPane rest() {
    GridPane rest = grid();
    for (RecipeField field : RecipeForm.MORE) {
      if (form.choices().containsKey(field)) {
        row(rest, field.key(), choice(field));
      } else {
        heed(row(rest, field), field);
      }
    }
    return rest;
  }

  /** Where nothing would come of a number beside what else is filled in, it cannot be typed. */
  private void heed(NumberField number, RecipeField field) {
    switch (field) {
      case MOMENTUM ->
          number
              .disableProperty()
              .bind(form.choice(RecipeField.OPTIMIZER).isNotEqualTo(Optimizer.MOMENTUM));
      case DROPOUT -> dropout(number);
      // What begins from nothing has nothing to keep.
      case FROZEN ->
          number.disableProperty().bind(form.fromProperty().isEqualTo(RecipeForm.SCRATCH));
      default -> {}
    }
  }

  private NumberField row(GridPane rows, RecipeField field) {
    NumberField number = new NumberField(form.number(field), texts);
    dress(number, field.key());
    row(rows, field.key(), number);
    return number;
  }

  private void row(GridPane rows, String key, Node field) {
    Label label = new Label();
    label.textProperty().bind(texts.bind("training." + key));
    label.setLabelFor(field);
    HBox name = new HBox(label, InfoButton.of(texts, "training." + key));
    name.getStyleClass().add("term");
    rows.addRow(rows.getRowCount(), name, field);
  }

  /** A network without dropout leaves the row where it is, so that nothing moves. */
  private void dropout(NumberField field) {
    field
        .promptTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> rates(form.architectureProperty().get()),
                form.architectureProperty(),
                texts.messagesProperty()));
    field.disableProperty().bind(form.architectureProperty().map(network -> !network.hasDropout()));
  }

  private Node networkChoice() {
    Choice<Architecture> box =
        new Choice<>(texts, form.networks().all(), form.architectureProperty(), this::networkName)
            .inGroups(network -> texts.get(NetworkOffer.Group.of(network).key()));
    named(box, "architecture");
    box.getTooltip().textProperty().unbind();
    box.getTooltip()
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> about(form.architectureProperty().get()),
                form.architectureProperty(),
                texts.messagesProperty()));
    training.shelf().ownProperty().subscribe(_ -> box.rename()); // one may be kept by now
    box.setOnShowing(_ -> training.shelf().load());
    training.shelf().load();
    IconButton copy =
        new IconButton(
            texts,
            "training.copy",
            "bi-bricks",
            () -> training.build(ToBuild.of(form.architectureProperty().get())));
    return withButton(box, copy);
  }

  private String networkName(Architecture network) {
    return form.networks().isBuilt(network)
        ? texts.get("training.architecture.built", network.name())
        : network.name();
  }

  /** What one learns from it; of others, what a network is. */
  private String about(Architecture network) {
    return NetworkOffer.Group.of(network) == NetworkOffer.Group.LESSON
        ? texts.get(TeachingNetworks.lesson(network))
        : texts.get("training.architecture.help");
  }

  private Node startChoice() {
    ComboBox<String> box =
        named(new Choice<>(texts, form.starts(), form.fromProperty(), this::startName), "from");
    box.setOnShowing(_ -> training.offerStarts());
    training.offerStarts();
    return box;
  }

  private String startName(String model) {
    return model.equals(RecipeForm.SCRATCH) ? texts.get("training.from.scratch") : model;
  }

  private void dress(Control control, String key) {
    control.setId("training-" + key);
    control.setMaxWidth(Double.MAX_VALUE);
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(320);
    tooltip.textProperty().bind(texts.bind("training." + key + ".help"));
    control.setTooltip(tooltip);
    control.accessibleHelpProperty().bind(tooltip.textProperty());
  }

  private Node choice(RecipeField field) {
    ObservableList<Enum<?>> values = FXCollections.observableArrayList(field.limit().choices());
    ComboBox<Enum<?>> box =
        named(new Choice<>(texts, values, form.choice(field), texts::name), field.key());
    return field == RecipeField.AUGMENTATION
        ? withButton(box, new PreviewButton(training, texts))
        : box;
  }

  private <T> ComboBox<T> named(ComboBox<T> box, String key) {
    dress(box, key);
    box.accessibleTextProperty().bind(texts.bind("training." + key));
    return box;
  }

  /** What an empty field means. */
  private String rates(Architecture architecture) {
    return architecture.hasDropout()
        ? architecture.dropoutRates().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "))
        : texts.get("training.dropout.none");
  }

  private static HBox withButton(ComboBox<?> box, Button button) {
    HBox.setHgrow(box, Priority.ALWAYS);
    return new HBox(6, box, button);
  }

  private Node dataChoice() {
    ComboBox<String> box =
        named(new Choice<>(texts, form.dataSets(), form.dataProperty(), this::dataName), "data");
    box.setOnShowing(_ -> training.offerFolders());
    ImagesMenu menu = new ImagesMenu(texts, form::dataSets, form::useFolder, form::useData);
    menu.setId("training-images");
    menu.setGraphic(null); // its text is enough, and there is not much room
    menu.textProperty().bind(texts.bind("training.data.own"));
    HBox.setHgrow(menu, Priority.ALWAYS);
    menu.setMaxWidth(Double.MAX_VALUE);
    return new VBox(6, box, new HBox(6, menu, new LookButton(training, texts)));
  }

  private String dataName(String name) {
    return ImageSource.of(name).chosen().isPresent()
        ? DataNames.brief(texts, name)
        : FieldTexts.data(texts, name);
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
    Button sweep = new Button();
    sweep.setId("training-sweep");
    sweep.textProperty().bind(texts.bind("sweep.open"));
    sweep.setOnAction(_ -> training.sweeps().open());
    HBox.setHgrow(start, Priority.ALWAYS);
    sweep.setMinWidth(USE_PREF_SIZE);
    own.setMinWidth(USE_PREF_SIZE);
    return new HBox(8, start, sweep, own);
  }
}
