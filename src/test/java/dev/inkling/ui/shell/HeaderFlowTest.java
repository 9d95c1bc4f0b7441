package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HeaderFlowTest {
  private static final double STATUS = 100;

  private final Region status = new Region();
  private Segments<String> screens;
  private Header header;

  @Start
  void open(Stage stage) {
    status.setMinWidth(STATUS);
    status.setPrefWidth(STATUS);
    status.setManaged(false);
    screens =
        new Segments<>(
            new Texts(Locale.ENGLISH),
            List.of("pad.pen", "pad.eraser"),
            key -> key,
            new SimpleObjectProperty<>("pad.pen"),
            _ -> {});
    header = new Header(screens, status);
    status.managedProperty().addListener(_ -> header.fit());
    stage.setScene(new Scene(new Pane(header), 900, 100));
    stage.show();
    header.setManaged(false); // as wide as the test says
  }

  private double left(FxRobot robot) {
    robot.interact(header::layout);
    return screens.localToScene(screens.getBoundsInLocal()).getMinX();
  }

  /** As narrow as it is with its name and just too narrow for the status besides. */
  @Test
  void nothingMovesWhenTheStatusShows(FxRobot robot) {
    Node title = robot.lookup(".app-title").query();
    robot.interact(() -> header.resize(2_000, 50));
    robot.interact(() -> status.setManaged(true));
    double all = Math.ceil(header.prefWidth(-1));
    robot.interact(() -> status.setManaged(false));
    for (double width : new double[] {all, all - 2}) {
      robot.interact(() -> header.resize(width, 50));
      double before = left(robot);
      boolean isNamed = title.isVisible();
      assertThat(isNamed).isEqualTo(width == all);
      robot.interact(() -> status.setManaged(true));
      assertThat(left(robot)).isEqualTo(before);
      assertThat(title.isVisible()).isEqualTo(isNamed);
      robot.interact(() -> status.setManaged(false));
    }
  }
}
