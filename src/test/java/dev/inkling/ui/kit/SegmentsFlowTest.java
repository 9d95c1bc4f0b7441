package dev.inkling.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SegmentsFlowTest {
  private static final List<String> KEYS = List.of("pad.pen", "pad.eraser", "pad.clear");

  private final ObjectProperty<String> value = new SimpleObjectProperty<>("pad.pen");
  private Segments<String> segments;

  @Start
  void open(Stage stage) {
    segments =
        new Segments<>(new Texts(Locale.ENGLISH), KEYS, key -> key, value, this::chooseOrRefuse);
    stage.setScene(new Scene(new StackPane(segments), 400, 100));
    stage.show();
  }

  private void chooseOrRefuse(String key) {
    if (!key.equals("pad.clear")) {
      value.set(key);
    }
  }

  private List<String> lit() {
    return KEYS.stream().filter(key -> segments.button(key).isSelected()).toList();
  }

  @Test
  void theLitOneIsTheValueHoweverItIsChosen(FxRobot robot) {
    assertThat(lit()).containsExactly("pad.pen");

    robot.interact(segments.button("pad.pen")::requestFocus);
    robot.push(KeyCode.RIGHT);
    assertThat(value.get()).isEqualTo("pad.eraser");
    assertThat(lit()).containsExactly("pad.eraser");

    robot.push(KeyCode.SPACE);
    assertThat(lit()).as("pressed again it stays").containsExactly("pad.eraser");

    robot.interact(() -> value.set("pad.pen"));
    assertThat(lit()).containsExactly("pad.pen");

    ToggleButton refused = segments.button("pad.clear");
    robot.clickOn(refused);
    assertThat(lit()).as("what cannot be chosen is not lit").containsExactly("pad.pen");
  }
}
