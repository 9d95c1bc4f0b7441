package dev.inkling.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;

/** Buttons side by side to choose one of a few values; one of them is always chosen. */
public final class Segments<T> extends SegmentedButton {
  /**
   * A choice.
   *
   * @param values in their order
   * @param key of a value's name in the messages; with dashes for dots it is its button's id
   * @param value that is chosen now
   * @param choose what happens when a person chooses
   */
  public Segments(
      Texts texts,
      List<T> values,
      Function<T, String> key,
      ObservableValue<T> value,
      Consumer<T> choose) {
    for (T each : values) {
      ToggleButton button = new ToggleButton();
      button.setId(key.apply(each).replace('.', '-'));
      button.textProperty().bind(texts.bind(key.apply(each)));
      button.setOnAction(
          _ -> {
            button.setSelected(true); // a second click does not take the choice back
            choose.accept(each);
          });
      getButtons().add(button);
      value.subscribe(now -> button.setSelected(each.equals(now)));
    }
  }
}
