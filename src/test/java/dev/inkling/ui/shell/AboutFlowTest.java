package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.file.Version;
import dev.inkling.model.EngineSetup;
import dev.inkling.ui.kit.Texts;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a person finds who asks what Inkling is made of. */
@ExtendWith(ApplicationExtension.class)
class AboutFlowTest {
  private final Diagnostics diagnostics = Diagnostics.now();
  private Texts texts;

  @Start
  void open(Stage stage) {
    texts = new Texts(Locale.ENGLISH);
    Scene scene = new Scene(new StackPane(), 900, 800);
    new Theme(Theme.Choice.DARK).applyTo(scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    new AboutDialog(stage, texts, diagnostics).show();
  }

  @Test
  void theVersionsAreThere(FxRobot robot) {
    GridPane versions = robot.lookup("#about-versions").queryAs(GridPane.class);

    assertThat(versions.getChildren().stream().map(node -> ((Label) node).getText()))
        .contains("Engine", "JavaFX", "Java", "System", "directly on the engine (fast)")
        .anyMatch(text -> text.startsWith(EngineSetup.description()))
        .anyMatch(text -> text.startsWith(System.getProperty("javafx.version")))
        .anyMatch(text -> text.startsWith(System.getProperty("java.runtime.version")));
    assertThat(robot.lookup("Inkling " + Version.current()).tryQuery()).isPresent();
  }

  @Test
  void inADarkWindowItIsDark(FxRobot robot) {
    Scene dialog = robot.lookup("#about-versions").query().getScene();

    assertThat(dialog.getRoot().getPseudoClassStates())
        .contains(PseudoClass.getPseudoClass("dark"));
  }

  @Test
  void everythingThatShipsIsListedWithItsLicence(FxRobot robot) {
    String list = robot.lookup("#about-licences").queryAs(TextArea.class).getText();

    assertThat(list)
        .contains("javafx controls", "GPLv2+CE", "mxnet-native", "Apache-2.0", "Inter")
        .doesNotContain("junit", "testfx", "${");
  }

  @Test
  void whatIsCopiedNamesNobody(FxRobot robot) {
    robot.clickOn("#about-copy");

    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0])
        .startsWith("Inkling " + Version.current())
        .contains("engine: MXNet", "backend: direct", "java: ")
        .doesNotContain(System.getProperty("user.home"), System.getProperty("user.dir"))
        .doesNotContainPattern("(?i)\\b" + System.getProperty("user.name") + "\\b");
    assertThat(robot.lookup("#about-versions").tryQuery()).as("the dialog stays").isPresent();
  }
}
