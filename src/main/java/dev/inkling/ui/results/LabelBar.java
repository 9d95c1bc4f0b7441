package dev.inkling.ui.results;

import dev.inkling.data.Digits;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Texts;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** For a drawing of one's own: another label, or away with it. */
final class LabelBar extends HBox {
  private final SampleViewModel sample;
  private final DrawingsViewModel drawings;
  private final ObjectProperty<Integer> label = new SimpleObjectProperty<>();

  LabelBar(ResultsViewModel results, Texts texts) {
    sample = results.sample();
    drawings = results.drawings();
    getStyleClass().add("label-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label();
    name.textProperty().bind(texts.bind("results.sample.label"));
    Choice<Integer> choice =
        new Choice<>(
            texts,
            FXCollections.observableArrayList(IntStream.range(0, Digits.CLASSES).boxed().toList()),
            label,
            String::valueOf);
    choice.setId("sample-label");
    choice.accessibleTextProperty().bind(name.textProperty());
    HBox.setHgrow(choice, Priority.ALWAYS);
    choice.setOnAction(_ -> relabel());
    IconButton delete =
        new IconButton(
            texts,
            "results.sample.delete",
            "bi-trash",
            () -> sample.kept().ifPresent(drawings::delete));
    getChildren().addAll(name, choice, delete);
    sample.recognitionProperty().subscribe(_ -> show());
    managedProperty().bind(visibleProperty());
  }

  private void show() {
    setVisible(sample.kept().isPresent());
    sample.kept().ifPresent(kept -> label.set(kept.label()));
  }

  private void relabel() {
    sample
        .kept()
        .filter(kept -> kept.label() != label.get())
        .ifPresent(kept -> drawings.relabel(kept, label.get()));
  }
}
