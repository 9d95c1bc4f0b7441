package dev.inkling.ui.inside;

import atlantafx.base.theme.Styles;
import dev.inkling.layer.Stage;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The switches and the slider that break things, and the button that makes all whole. */
final class DamagePanel extends VBox {
  /** The strongest noise: at twice their own spread, weights are hardly weights any more. */
  private static final double MOST_NOISE = 2;

  private static final double NOISE_STEP = 0.05;

  private final BreakViewModel broken;
  private final Texts texts;

  DamagePanel(BreakViewModel broken, Texts texts, ObservableValue<Boolean> dark) {
    this.broken = broken;
    this.texts = texts;
    getStyleClass().addAll("panel", "damage-panel");
    ScrollPane parts = new LivePane(new PartsPane(broken, texts, dark));
    parts.setFitToWidth(true);
    parts.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    parts.getStyleClass().add("clear-scroll");
    VBox.setVgrow(parts, Priority.ALWAYS);
    getChildren()
        .addAll(
            title("inside.break.silence"), layer(), all(), parts, noiseHead(), noise(), restore());
  }

  private Label title(String key) {
    Label title = new Label();
    title.textProperty().bind(texts.bind(key));
    title.getStyleClass().add("card-title");
    return title;
  }

  private Node layer() {
    Choice<Integer> layer =
        new Choice<>(texts, broken.layers(), broken.layerProperty(), this::name);
    layer.setId("break-layer");
    layer.accessibleTextProperty().bind(texts.bind("inside.break.layer"));
    return layer;
  }

  private String name(int layer) {
    Stage stage = broken.stage(layer);
    boolean hasFilters = stage.layer().kernel() > 0;
    return texts.get(
        hasFilters ? "inside.break.filters" : "inside.break.units",
        stage.name(),
        stage.output().channels());
  }

  private CheckBox all() {
    CheckBox all = new CheckBox();
    all.setId("break-all");
    all.textProperty().bind(texts.bind("inside.break.all"));
    all.setOnAction(_ -> broken.silenceLayer(all.isSelected()));
    Runnable mark =
        () -> {
          int silent = broken.silentOfLayer();
          all.setSelected(silent > 0 && silent == broken.partsOfLayer());
          all.setIndeterminate(silent > 0 && silent < broken.partsOfLayer());
        };
    broken.breakageProperty().subscribe(mark);
    broken.layerProperty().subscribe(mark);
    return all;
  }

  private Node noiseHead() {
    Label title = title("inside.break.noise");
    Label strength = new Label();
    strength.setId("break-noise-strength");
    strength
        .textProperty()
        .bind(broken.breakageProperty().map(now -> texts.format("%.2f σ", now.noise())));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, title, gap, strength);
    head.setAlignment(Pos.BASELINE_LEFT);
    return head;
  }

  private Node noise() {
    Slider slider = new Slider(0, MOST_NOISE, 0);
    slider.setId("break-noise");
    slider.setBlockIncrement(NOISE_STEP);
    slider.accessibleTextProperty().bind(texts.bind("inside.break.noise"));
    slider
        .valueProperty()
        .addListener(
            (_, _, at) -> broken.setNoise(Math.round(at.doubleValue() / NOISE_STEP) * NOISE_STEP));
    broken.breakageProperty().subscribe(now -> follow(slider, now.noise()));
    HBox.setHgrow(slider, Priority.ALWAYS);
    Button other = new IconButton(texts, "inside.break.reroll", "bi-shuffle", broken::reroll);
    other.disableProperty().bind(broken.breakageProperty().map(now -> now.noise() == 0));
    HBox noise = new HBox(8, slider, other);
    noise.setAlignment(Pos.CENTER_LEFT);
    return noise;
  }

  /** Where the hand moves the thumb, it stays between two steps. */
  private static void follow(Slider slider, double noise) {
    if (Math.abs(slider.getValue() - noise) > NOISE_STEP / 2) {
      slider.setValue(noise);
    }
  }

  private Button restore() {
    Button restore = new Button(null, new FontIcon("bi-arrow-counterclockwise"));
    restore.setId("break-restore");
    restore.textProperty().bind(texts.bind("inside.break.restore"));
    restore.getStyleClass().add(Styles.ACCENT);
    restore.setMaxWidth(Double.MAX_VALUE);
    restore.disableProperty().bind(broken.breakageProperty().map(Breakage::isNone));
    restore.setOnAction(_ -> broken.restore());
    return restore;
  }
}
