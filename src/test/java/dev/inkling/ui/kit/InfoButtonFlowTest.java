package dev.inkling.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class InfoButtonFlowTest {
  private static final String KEY = "results.loss";

  private final Texts texts = new Texts(Locale.ENGLISH);
  private InfoButton info;

  @Start
  void open(Stage stage) {
    info = InfoButton.of(texts, KEY);
    stage.setScene(new Scene(new VBox(new Button("before"), info), 300, 200));
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private static boolean isOpen(FxRobot robot) {
    return robot.lookup(".info-card").tryQuery().isPresent();
  }

  @Test
  void itIsOpenedAndClosedByTheKeyboard(FxRobot robot) {
    robot.push(KeyCode.TAB);
    assertThat(info.isFocused()).isTrue();
    robot.push(KeyCode.SPACE);
    assertThat(isOpen(robot)).isTrue();
    assertThat(robot.lookup(texts.get(KEY + ".help")).tryQuery()).isPresent();
    robot.push(KeyCode.ESCAPE);
    assertThat(isOpen(robot)).isFalse();
  }

  @Test
  void itHasANameAndTheWordsForWhoHearsThem() {
    assertThat(info.getAccessibleText()).contains(texts.get(KEY));
    assertThat(info.getAccessibleHelp()).isEqualTo(texts.get(KEY + ".help"));
  }
}
