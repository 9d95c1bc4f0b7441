package dev.inkling.ui.inside;

import atlantafx.base.theme.Styles;
import dev.inkling.diagram.ChainText;
import dev.inkling.model.Recipe;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Texts;
import java.util.stream.IntStream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the network: what is learned and how, and the buttons that go back and step. */
final class StepTools extends VBox {
  /** From column to column, when the gradient comes back by itself. */
  static final Duration PACE = Duration.millis(350);

  private static final double LEAST_RATE = -5;
  private static final double MOST_RATE = 0;

  private final StepViewModel step;
  private final Texts texts;
  private final Timeline flow = new Timeline(new KeyFrame(PACE, _ -> flow()));
  private final BooleanBinding nothing;

  /** Held here: nothing else holds it. */
  private final ObjectProperty<Integer> images;

  /** What the drawing is: its reading first, then all classes. */
  private final ObservableList<Integer> labels = FXCollections.observableArrayList();

  StepTools(StepViewModel step, Texts texts) {
    super(6);
    this.step = step;
    this.texts = texts;
    nothing = step.foundProperty().isNull();
    images = step.imagesProperty().asObject();
    flow.setCycleCount(Animation.INDEFINITE);
    FlowPane what = new FlowPane(8, 6, label(), images(), others(), picture(), optimizer(), rate());
    what.setAlignment(Pos.CENTER_LEFT);
    FlowPane deeds =
        new FlowPane(
            8,
            6,
            icon("inside.step.forward", "bi-chevron-right", step::forward),
            icon("inside.step.back", "bi-chevron-left", step::back),
            button("inside.step.flow", "bi-arrow-left", this::flowBack),
            stepOnce(),
            button("inside.step.ten", "bi-skip-forward", step::ten),
            untilRight(),
            undo(),
            icon("inside.step.restart", "bi-arrow-counterclockwise", step::restart));
    deeds.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(what, deeds);
    step.foundProperty().subscribe(_ -> classes());
  }

  /** The classes of the network that is looked at. */
  private void classes() {
    if (step.foundProperty().get() == null) {
      return;
    }
    int count = step.foundProperty().get().asked().subject().model().card().classes().size();
    if (labels.size() != count) {
      labels.setAll(IntStream.range(0, count).boxed().toList());
    }
  }

  private Node label() {
    Choice<Integer> label = new Choice<>(texts, labels, step.labelProperty(), this::className);
    label.setId("step-label");
    label.accessibleTextProperty().bind(texts.bind("inside.step.label"));
    label.promptTextProperty().bind(texts.bind("inside.step.read"));
    label.setPrefWidth(104);
    Node named = named("inside.step.label", label);
    BooleanBinding isThere = step.imagesProperty().isEqualTo(0); // images know what they are
    named.visibleProperty().bind(isThere);
    named.managedProperty().bind(isThere);
    return named;
  }

  private String className(int of) {
    return step.foundProperty().get() == null
        ? String.valueOf(of)
        : step.foundProperty().get().asked().subject().model().card().classes().get(of);
  }

  private Node images() {
    ObservableList<Integer> counts =
        FXCollections.observableArrayList(0, 1, 2, 4, 8, 16, StepViewModel.MOST);
    Choice<Integer> choice = new Choice<>(texts, counts, images, this::count);
    choice.setId("step-images");
    choice.setPrefWidth(128);
    choice.accessibleTextProperty().bind(texts.bind("inside.step.batch"));
    return named("inside.step.batch", choice);
  }

  private String count(int images) {
    return images == 0 ? texts.get("inside.step.drawing") : texts.get("inside.step.images", images);
  }

  private Node others() {
    Button others = icon("inside.step.others", "bi-shuffle", step::others);
    BooleanBinding isThere = step.imagesProperty().greaterThan(0);
    others.visibleProperty().bind(isThere);
    others.managedProperty().bind(isThere);
    return others;
  }

  /** Which image of a batch is shown. */
  private Node picture() {
    Label at = new Label();
    at.setId("step-shown");
    at.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.get(
                        "inside.step.shown",
                        step.shownProperty().get() + 1,
                        step.imagesProperty().get()),
                step.shownProperty(),
                step.imagesProperty(),
                texts.messagesProperty()));
    HBox picture =
        new HBox(
            4,
            icon("inside.step.previous", "bi-chevron-up", () -> show(-1)),
            at,
            icon("inside.step.next", "bi-chevron-down", () -> show(1)));
    picture.setAlignment(Pos.CENTER_LEFT);
    BooleanBinding isThere = step.imagesProperty().greaterThan(1);
    picture.visibleProperty().bind(isThere);
    picture.managedProperty().bind(isThere);
    return picture;
  }

  private void show(int by) {
    if (step.foundProperty().get() != null) {
      int count = step.pass().count();
      step.shownProperty().set(Math.floorMod(step.shownProperty().get() + by, count));
    }
  }

  private Node optimizer() {
    Choice<Recipe.Optimizer> optimizer =
        new Choice<>(
            texts,
            FXCollections.observableArrayList(Recipe.Optimizer.values()),
            step.optimizerProperty(),
            texts::name);
    optimizer.setId("step-optimizer");
    optimizer.setPrefWidth(170);
    optimizer.accessibleTextProperty().bind(texts.bind("training.optimizer"));
    return optimizer;
  }

  private Node rate() {
    Slider slider = new Slider(LEAST_RATE, MOST_RATE, 0);
    slider.setId("step-rate");
    slider.setBlockIncrement(0.1);
    slider.setPrefWidth(76);
    slider.accessibleTextProperty().bind(texts.bind("inside.step.rate"));
    Label value = new Label();
    value.setId("step-rate-value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    value
        .textProperty()
        .bind(step.rateProperty().map(rate -> "η = " + ChainText.number(rate.doubleValue())));
    step.rateProperty().subscribe(rate -> follow(slider, Math.log10(rate.doubleValue())));
    slider
        .valueProperty()
        .addListener(
            (_, _, at) -> {
              if (Math.abs(at.doubleValue() - Math.log10(step.rateProperty().get())) > 1e-6) {
                step.rateProperty().set(rounded(at.doubleValue()));
              }
            });
    HBox rate = new HBox(6, value, slider);
    rate.setAlignment(Pos.CENTER_LEFT);
    return rate;
  }

  /** With two digits that count: a rate is said, not hit. */
  private static double rounded(double logarithm) {
    double unit = Math.pow(10, Math.floor(logarithm) - 1);
    return Math.round(Math.pow(10, logarithm) / unit) * unit;
  }

  private static void follow(Slider slider, double logarithm) {
    if (Math.abs(slider.getValue() - logarithm) > 0.03) {
      slider.setValue(logarithm);
    }
  }

  private Node named(String key, Node field) {
    Label name = new Label();
    name.textProperty().bind(texts.bind(key));
    name.setLabelFor(field);
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox both = new HBox(6, name, field);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private IconButton icon(String key, String icon, Runnable action) {
    return icon(key, icon, action, nothing);
  }

  private IconButton icon(
      String key, String icon, Runnable action, ObservableValue<Boolean> isDisabled) {
    IconButton button = new IconButton(texts, key, icon, action);
    button.disableProperty().bind(isDisabled);
    return button;
  }

  private Button button(String key, String icon, Runnable action) {
    Button button = button(key, icon, action, nothing);
    button.textProperty().bind(texts.bind(key));
    return button;
  }

  private static Button button(
      String key, String icon, Runnable action, ObservableValue<Boolean> isDisabled) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(key.replace('.', '-'));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    button.disableProperty().bind(isDisabled);
    return button;
  }

  private Button stepOnce() {
    Button once = button("inside.step.step", "bi-skip-end", step::step);
    once.getStyleClass().add(Styles.ACCENT);
    return once;
  }

  /** While steps are made, the same button ends them. */
  private Button untilRight() {
    ObservableValue<Boolean> isNeedless =
        Bindings.createBooleanBinding(
            () ->
                step.foundProperty().get() == null
                    || (!step.runningProperty().get() && step.answer().isRight()),
            step.foundProperty(),
            step.runningProperty());
    Button until = button("inside.step.until", "bi-check2", this::untilRightOrStop, isNeedless);
    until
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.get(
                        step.runningProperty().get() ? "inside.step.stop" : "inside.step.until"),
                step.runningProperty(),
                texts.messagesProperty()));
    return until;
  }

  private void untilRightOrStop() {
    if (step.runningProperty().get()) {
      step.stop();
    } else {
      step.untilRight();
    }
  }

  private Button undo() {
    ObservableValue<Boolean> isFirst =
        Bindings.createBooleanBinding(
            () -> step.foundProperty().get() == null || step.answer().undoable() == 0,
            step.foundProperty());
    return icon("inside.step.undo", "bi-arrow-90deg-left", step::undo, isFirst);
  }

  /** From the outputs to the picture, once more. */
  private void flowBack() {
    while (step.reachedProperty().get() <= step.network().blocksProperty().get().size()) {
      step.forward();
    }
    flow.playFromStart();
  }

  private void flow() {
    step.back();
    if (step.reachedProperty().get() == 0 || getScene() == null) {
      flow.stop();
    }
  }
}
