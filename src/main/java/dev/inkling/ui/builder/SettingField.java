package dev.inkling.ui.builder;

import atlantafx.base.theme.Styles;
import dev.inkling.layer.Setting;
import dev.inkling.layer.Setting.Form;
import dev.inkling.model.Limit;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Texts;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A number of a layer, to be typed. What is possible is set with every key; what is not is marked
 * and said, and gives way to the number that there is when the field is left. The arrow keys count
 * whole numbers up and down.
 */
final class SettingField extends TextField {
  private final BuilderViewModel builder;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<@Nullable Phrase> problem = new ReadOnlyObjectWrapper<>();
  private Setting setting;

  /** Whether what is typed comes from the layer, not from the person. */
  private boolean isShowing;

  SettingField(BuilderViewModel builder, Texts texts, Setting setting) {
    this.builder = builder;
    this.texts = texts;
    this.setting = setting;
    getStyleClass().add("builder-field");
    setId("builder-" + setting.key());
    show(setting);
    textProperty().addListener(_ -> typed());
    focusedProperty().addListener((_, _, isFocused) -> focus(isFocused));
    problem.subscribe(_ -> name());
    texts.messagesProperty().subscribe(_ -> name());
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  /** What is wrong with what is typed; null when nothing is. */
  ReadOnlyObjectProperty<@Nullable Phrase> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Follows the layer; what is being typed stays as long as it means the same. */
  void show(Setting now) {
    boolean isSame = now.value() == setting.value() && !getText().isEmpty();
    setting = now;
    if (!isSame && !(isGood() && number() == now.value())) {
      type(now.text());
    }
  }

  private void type(String text) {
    isShowing = true;
    setText(text);
    isShowing = false;
    problem.set(null);
  }

  private Limit limit() {
    return setting.form() == Form.PART
        ? Limit.below(setting.least(), setting.most())
        : Limit.whole((long) setting.least(), (long) setting.most());
  }

  private boolean isGood() {
    return limit().refusal(getText().strip()) == null;
  }

  private double number() {
    Object typed = Objects.requireNonNull(limit().value(getText().strip()), "nothing is typed");
    return ((Number) typed).doubleValue();
  }

  private void typed() {
    if (!isShowing) {
      problem.set(limit().refusal(getText().strip()));
      if (problem.get() == null && number() != setting.value()) {
        set();
      }
    }
  }

  private void set() {
    try {
      builder.set(setting, number());
    } catch (Problem e) {
      problem.set(e.phrase());
    }
  }

  private void focus(boolean isFocused) {
    if (isFocused) {
      selectAll();
    } else if (problem.get() != null) {
      type(setting.text());
    }
  }

  private void name() {
    String name = texts.get("layer.setting." + setting.key());
    Phrase wrong = problem.get();
    setAccessibleText(wrong == null ? name : texts.get("training.problem", name, wrong));
    pseudoClassStateChanged(Styles.STATE_DANGER, wrong != null);
  }

  /** Undo means the network's here, as everywhere on the screen, and not the field's own. */
  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case UP, DOWN -> {
        if (event.isAltDown() || setting.form() != Form.WHOLE) {
          return;
        }
        count(event.getCode() == KeyCode.UP ? 1 : -1);
      }
      case Z -> {
        if (!event.isShortcutDown()) {
          return;
        }
        if (event.isShiftDown()) {
          builder.redo();
        } else {
          builder.undo();
        }
      }
      case Y -> {
        if (!event.isShortcutDown()) {
          return;
        }
        builder.redo();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void count(int by) {
    double next = (isGood() ? number() : setting.value()) + by;
    if (next >= setting.least() && next <= setting.most()) {
      setText(String.valueOf((long) next));
    }
  }
}
