package dev.inkling.ui.inside;

import dev.inkling.chart.ValueFormat;
import dev.inkling.recognize.Reading;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.OneStop;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.PadViewModel;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The digits of a number on the pad, to choose the one that all pages look at; else not there. */
final class NumberBar extends VBox {
  private final PadViewModel pad;
  private final Texts texts;
  private final FlowPane digits = new FlowPane(4, 4);

  NumberBar(PadViewModel pad, Texts texts) {
    this.pad = pad;
    this.texts = texts;
    setId("inside-number");
    getStyleClass().addAll("panel", "number-bar");
    Label title = new Label();
    title.textProperty().bind(texts.bind("inside.number"));
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    OneStop.of(digits);
    getChildren().addAll(title, digits);
    managedProperty().bind(visibleProperty());
    pad.readingProperty().subscribe(this::show);
    pad.selectedProperty().subscribe(this::mark);
    texts.messagesProperty().subscribe(() -> show(pad.readingProperty().get()));
  }

  /** The buttons stay while a number is written, or one would lose the focus at every stroke. */
  private void show(Reading reading) {
    List<Reading.Digit> read = reading.isNumber() ? reading.digits() : List.of();
    setVisible(!read.isEmpty());
    while (digits.getChildren().size() > read.size()) {
      digits.getChildren().removeLast();
    }
    while (digits.getChildren().size() < read.size()) {
      digits.getChildren().add(button(digits.getChildren().size()));
    }
    for (int i = 0; i < read.size(); i++) {
      Recognition each = read.get(i).recognition();
      String confidence = ValueFormat.percent(each.confidence(), 1);
      ToggleButton button = (ToggleButton) digits.getChildren().get(i);
      button.setText(each.name());
      button.setAccessibleText(
          texts.get("inside.number.digit", i + 1, read.size(), each.name(), confidence));
    }
    mark();
  }

  private ToggleButton button(int i) {
    ToggleButton button = new ToggleButton();
    button.setId("inside-number-" + i);
    button.getStyleClass().add("number-digit");
    button.setOnAction(
        _ -> {
          pad.select(i);
          mark(); // a second click does not take the choice back
        });
    return button;
  }

  private void mark() {
    for (int i = 0; i < digits.getChildren().size(); i++) {
      boolean isLookedAt = i == pad.selectedProperty().get();
      ((ToggleButton) digits.getChildren().get(i)).setSelected(isLookedAt);
    }
  }
}
