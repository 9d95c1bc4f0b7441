package dev.inkling.ui.training;

import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Any epoch of the run that is shown, to try on the pad; it says which one reads there. */
final class EpochSlider extends HBox {
  private final TrainingViewModel training;
  private final Texts texts;
  private final Slider slider = new Slider(1, 2, 1);
  private final IntegerBinding onPad;
  private final ObservableValue<Number> kept;

  /** True while the slider is moved by what the pad reads with, not by a person. */
  private boolean isFollowing;

  EpochSlider(TrainingViewModel training, Texts texts) {
    super(10);
    this.training = training;
    this.texts = texts;
    onPad = training.epochOnPad();
    kept = training.shownProperty().flatMap(ShownRun::keptEpochsProperty);
    Label name = new Label();
    name.textProperty().bind(texts.bind("training.epochOnPad"));
    name.setLabelFor(slider);
    name.setMinWidth(USE_PREF_SIZE);
    setUpSlider();
    getChildren().addAll(name, slider, value(), button());
    setAlignment(Pos.CENTER_LEFT);
    kept.addListener((_, _, _) -> follow());
    onPad.addListener((_, _, _) -> follow());
    follow();
  }

  private void setUpSlider() {
    slider.setId("training-epoch");
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    slider.accessibleTextProperty().bind(texts.bind("training.epochOnPad"));
    slider.setMaxWidth(Double.MAX_VALUE);
    setHgrow(slider, Priority.ALWAYS);
    // A single epoch leaves nothing to choose.
    slider
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> kept.getValue().intValue() < 2, kept));
    ObservableValue<Integer> epoch =
        slider.valueProperty().map(at -> (int) Math.round(at.doubleValue()));
    epoch.addListener(
        (_, _, wanted) -> {
          if (!isFollowing) {
            training.putOnPad(wanted);
          }
        });
  }

  /** Stands at the epoch that reads on the pad; while another network reads there, at the last. */
  private void follow() {
    isFollowing = true;
    int last = Math.max(1, kept.getValue().intValue());
    slider.setMax(Math.max(2, last));
    slider.setValue(onPad.get() == 0 ? last : onPad.get());
    isFollowing = false;
  }

  private Label value() {
    Label value = new Label();
    value.setId("training-epoch-value");
    value.setMinWidth(USE_PREF_SIZE);
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    onPad.get() == 0
                        ? texts.get("training.epochOnPad.none")
                        : texts.get("training.epochOnPad.is", onPad.get(), kept.getValue()),
                onPad,
                kept,
                texts.messagesProperty()));
    return value;
  }

  /** Where the slider stands already, nothing could be moved there. */
  private Button button() {
    Button button = new Button();
    button.setId("training-epoch-put");
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("training.epochOnPad.put", at()),
                slider.valueProperty(),
                texts.messagesProperty()));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> training.putOnPad(at()));
    button.disableProperty().bind(onPad.isNotEqualTo(0));
    return button;
  }

  private int at() {
    return (int) Math.round(slider.getValue());
  }
}
