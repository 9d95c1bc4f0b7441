package dev.inkling.ui.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Buttons side by side to choose one of a few values. The one that is lit is always the value,
 * however it was chosen: by a click, by an arrow key, or elsewhere.
 */
public final class Segments<T> extends SegmentedButton {
  private final Map<T, ToggleButton> buttons = new HashMap<>();
  private final ObservableValue<T> value;
  private final Consumer<T> choose;

  /**
   * A choice.
   *
   * @param values in their order
   * @param key of a value's name in the messages; with dashes for dots it is its button's id
   * @param value that is chosen now
   * @param choose what happens when a person chooses another
   */
  public Segments(
      Texts texts,
      List<T> values,
      Function<T, String> key,
      ObservableValue<T> value,
      Consumer<T> choose) {
    this.value = value;
    this.choose = choose;
    for (T each : values) {
      ToggleButton button = new ToggleButton();
      button.setId(key.apply(each).replace('.', '-'));
      button.textProperty().bind(texts.bind(key.apply(each)));
      button.setMinWidth(Region.USE_PREF_SIZE); // a name is not cut
      button.setToggleGroup(getToggleGroup());
      // One stop of Tab: from the one that is lit the arrow keys go to the others.
      button.focusTraversableProperty().bind(button.selectedProperty());
      buttons.put(each, button);
      getButtons().add(button);
    }
    value.subscribe(this::light);
    getToggleGroup().selectedToggleProperty().addListener((_, _, lit) -> follow(lit));
  }

  /** Puts an icon before each name, one of Ikonli’s. */
  public Segments<T> withIcons(Function<T, String> icon) {
    buttons.forEach((each, button) -> button.setGraphic(new FontIcon(icon.apply(each))));
    return this;
  }

  /** The button of a value. */
  public ToggleButton button(T each) {
    return Objects.requireNonNull(buttons.get(each));
  }

  private void light(@Nullable T now) {
    ToggleButton button = buttons.get(now);
    getToggleGroup().selectToggle(button);
  }

  /** Arrow keys light a button without firing it, and a second click puts it out. */
  private void follow(@Nullable Toggle lit) {
    for (Map.Entry<T, ToggleButton> each : buttons.entrySet()) {
      if (each.getValue() == lit && !each.getKey().equals(value.getValue())) {
        choose.accept(each.getKey());
      }
    }
    light(value.getValue());
  }
}
