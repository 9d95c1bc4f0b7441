package dev.inkling.ui.inside;

import static dev.inkling.support.Waiting.waitFor;
import dev.inkling.support.*;
import dev.inkling.diagram.*;
import dev.inkling.layer.Cell;
import dev.inkling.ui.shell.Theme;
import java.nio.file.*;
import java.util.*;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ShotsScratch {
  @TempDir Path home;
  TestWindow window;
  Stage stage;
  @Start void open(Stage stage) { this.stage = stage; window = new TestWindow(stage, home, Integer.getInteger("w", 1024), Integer.getInteger("h", 680)); }
  void shot(FxRobot robot, String name) throws Exception {
    Thread.sleep(700);
    robot.interact(() -> { try { ImageIO.write(SwingFXUtils.fromFXImage(stage.getScene().getRoot().snapshot(null, null), null), "png", new java.io.File("/tmp/s25shots/" + System.getProperty("w","") + name + ".png")); } catch (Exception e) { throw new RuntimeException(e); } });
  }
  @Test void shots(FxRobot robot) throws Exception {
    var step = window.studio.inside().step();
    var pad = window.studio.pad();
    waitFor(() -> pad.networkProperty().get() != null);
    robot.clickOn("#window-inside");
    robot.interact(pad::drawSample); shot(robot, "0-network"); robot.clickOn("#inside-page-step");
    robot.interact(pad::drawSample);
    waitFor(() -> step.foundProperty().get() != null);
    shot(robot, "1-start");
    robot.interact(() -> step.labelProperty().set(4));
    robot.interact(() -> { for (int i = 0; i < 3; i++) step.back(); });
    shot(robot, "2-part");
    robot.interact(() -> { for (int i = 0; i < 20; i++) step.back(); step.step(); });
    robot.interact(() -> step.network().point(new Spot(2, new Cell(3, 5, 6))));
    shot(robot, "3-all");
    robot.interact(() -> step.ten());
    waitFor(() -> !step.runningProperty().get());
    robot.interact(() -> window.texts.setLocale(Locale.SIMPLIFIED_CHINESE));
    robot.interact(() -> window.theme.choiceProperty().set(Theme.Choice.DARK));
    
    shot(robot, "4-zh");
    robot.interact(() -> pad.choose(pad.models().stream().filter(e -> e.name().equals("lenet5-relu")).findFirst().orElseThrow()));
    Thread.sleep(1500);
    robot.interact(() -> step.network().point(new Spot(3, new Cell(3, 5, 6))));
    shot(robot, "5-lenet");
    robot.interact(() -> { step.imagesProperty().set(16);  });
    Thread.sleep(1500);
    shot(robot, "6-batch");
    window.close();
  }
}
