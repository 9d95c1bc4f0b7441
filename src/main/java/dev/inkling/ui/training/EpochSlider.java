package dev.inkling.ui.training;

import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Any epoch of the run that is shown, to try on the pad. */
final class EpochSlider extends HBox {
  EpochSlider(TrainingViewModel training, Texts texts) {
    super(10);
    Label name = new Label();
    name.textProperty().bind(texts.bind("training.epochOnPad"));
    Slider slider = new Slider(1, 2, 1);
    slider.setId("training-epoch");
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    name.setLabelFor(slider);
    setHgrow(slider, Priority.ALWAYS);
    ObservableValue<Number> kept = training.shownProperty().flatMap(ShownRun::keptEpochsProperty);
    slider
        .maxProperty()
        .bind(Bindings.createDoubleBinding(() -> Math.max(2, kept.getValue().doubleValue()), kept));
    ObservableValue<Integer> epoch =
        slider.valueProperty().map(at -> (int) Math.round(at.doubleValue()));
    epoch.addListener((_, _, wanted) -> training.putOnPad(wanted));
    Label value = new Label();
    value.textProperty().bind(epoch.map(String::valueOf));
    getChildren().addAll(name, slider, value);
    setAlignment(Pos.CENTER_LEFT);
    visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> kept.getValue().intValue() > 1, kept));
    managedProperty().bind(visibleProperty());
  }
}
