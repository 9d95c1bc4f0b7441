package dev.inkling.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A box whose values have names that change. */
@ExtendWith(ApplicationExtension.class)
class ChoiceFlowTest {
  private final ObjectProperty<Integer> value = new SimpleObjectProperty<>(1);
  private List<String> names = List.of("0", "1");
  private Choice<Integer> choice;
  private final Texts texts = new Texts(Locale.ENGLISH);

  @Start
  void open(Stage stage) {
    choice =
        new Choice<>(
            texts,
            FXCollections.observableArrayList(0, 1),
            value,
            k ->
                k < names.size()
                    ? names.get(k)
                    : texts.messagesProperty().get().locale() + " " + k);
    stage.setScene(new Scene(choice));
    stage.show();
  }

  @Test
  void theSameValuesGetOtherNames(FxRobot robot) {
    assertThat(choice.getButtonCell().getText()).isEqualTo("1");
    names = List.of("shirt", "shoe");
    robot.interact(choice::rename);
    assertThat(choice.getButtonCell().getText()).isEqualTo("shoe");
    assertThat(value.get()).isEqualTo(1);
  }

  @Test
  void aValueThatIsNotToChooseFromHasItsNameToo(FxRobot robot) {
    robot.interact(() -> value.set(7));
    assertThat(choice.getButtonCell().getText()).isEqualTo("en 7");
    robot.interact(() -> texts.setLocale(Locale.SIMPLIFIED_CHINESE));
    assertThat(choice.getButtonCell().getText()).startsWith("zh").endsWith(" 7");
    robot.interact(() -> value.set(8));
    assertThat(choice.getButtonCell().getText()).endsWith(" 8");
    robot.interact(() -> value.set(0));
    assertThat(choice.getButtonCell().getText()).isEqualTo("0");
  }
}
