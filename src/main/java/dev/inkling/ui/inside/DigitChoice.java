package dev.inkling.ui.inside;

import dev.inkling.chart.ValueFormat;
import dev.inkling.data.Classes;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.inside.WhyViewModel.Reasons;
import dev.inkling.ui.kit.OneStop;
import dev.inkling.ui.kit.Texts;
import java.util.Collections;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Ten buttons: which digit to explain. One that is pressed again lets go: the answer is. */
final class DigitChoice extends VBox {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final int COLUMNS = 5;

  private final WhyViewModel why;
  private final Texts texts;
  private List<String> names = List.of();

  DigitChoice(WhyViewModel why, Texts texts) {
    this.why = why;
    this.texts = texts;
    getStyleClass().add("panel");
    Label title = new Label();
    title.textProperty().bind(texts.bind("inside.why.choose"));
    title.getStyleClass().add("card-title");
    GridPane digits = new GridPane(6, 6);
    ColumnConstraints fifth = new ColumnConstraints();
    fifth.setPercentWidth(100.0 / COLUMNS);
    digits.getColumnConstraints().addAll(Collections.nCopies(COLUMNS, fifth));
    getChildren().addAll(title, digits);
    show(digits, Classes.DIGITS);
    why.reasons()
        .answerProperty()
        .subscribe(
            found -> {
              if (found != null) {
                show(digits, found.effects().whole().classes());
              }
            });
  }

  /** Buttons for other classes; the digits' stay for as long as digits are read. */
  private void show(GridPane digits, List<String> now) {
    if (now.equals(names)) {
      return;
    }
    names = now;
    digits.getChildren().clear();
    for (int digit = 0; digit < names.size(); digit++) {
      digits.add(button(digit), digit % COLUMNS, digit / COLUMNS);
    }
    OneStop.of(digits);
  }

  private ToggleButton button(int digit) {
    ToggleButton button = new ToggleButton();
    button.setId("inside-why-" + digit);
    button.getStyleClass().add("digit-choice");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setTextAlignment(TextAlignment.CENTER);
    button
        .textProperty()
        .bind(Bindings.createStringBinding(() -> text(digit), why.reasons().answerProperty()));
    button.accessibleTextProperty().bind(texts.bind("inside.why.not", names.get(digit)));
    button.setOnAction(_ -> choose(digit));
    why.digitProperty().subscribe(now -> mark(button, digit, now));
    why.reasons()
        .answerProperty()
        .subscribe(
            found ->
                button.pseudoClassStateChanged(
                    BEST, found != null && found.effects().whole().digit() == digit));
    return button;
  }

  private static void mark(ToggleButton button, int digit, @Nullable Integer explained) {
    button.setSelected(explained != null && explained == digit);
  }

  private void choose(int digit) {
    Integer before = why.chosenProperty().get();
    why.chosenProperty().set(before != null && before == digit ? null : digit);
  }

  private String text(int digit) {
    Reasons found = why.reasons().answerProperty().get();
    if (found == null) {
      return names.get(digit);
    }
    Recognition whole = found.effects().whole();
    boolean isThere = digit < whole.probabilities().length;
    return isThere
        ? whole.classes().get(digit) + "\n" + ValueFormat.percent(whole.probabilities()[digit], 1)
        : "";
  }
}
