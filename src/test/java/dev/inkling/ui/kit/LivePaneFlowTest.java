package dev.inkling.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is scrolled is painted where it changes, not as a whole. */
@ExtendWith(ApplicationExtension.class)
class LivePaneFlowTest {
  @Start
  void open(Stage stage) {
    stage.setScene(new Scene(new LivePane(new LivePane(new Label("1,000 images/s"))), 300, 200));
    stage.show();
  }

  @Test
  void noPictureIsKeptOfWhatIsScrolled(FxRobot robot) {
    assertThat(robot.lookup(".viewport").queryAllAs(Node.class))
        .hasSize(2)
        .noneMatch(Node::isCache);
  }
}
