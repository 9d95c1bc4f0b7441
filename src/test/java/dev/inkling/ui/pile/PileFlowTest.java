package dev.inkling.ui.pile;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSource;
import dev.inkling.data.Kept;
import dev.inkling.support.Pictures;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.kit.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person opens a folder with folders, corrects what was misread, and takes it all along. */
@ExtendWith(ApplicationExtension.class)
class PileFlowTest {
  @TempDir Path home;
  private TestWindow window;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home, 1000, 800);
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private Path pile() throws IOException {
    Path folder = Files.createDirectories(home.resolve("scans/deep")).getParent();
    Pictures.write(Pictures.stored(Pictures.seven(60)), "png", folder.resolve("a.png"));
    Pictures.write(Pictures.stored(Pictures.seven(40)), "png", folder.resolve("deep/b.png"));
    Files.writeString(folder.resolve("deep/c.png"), "text", StandardCharsets.UTF_8);
    return folder;
  }

  private static String text(FxRobot robot, String query) {
    return ((Labeled) robot.lookup(query).query()).getText();
  }

  @Test
  void aFolderIsReadCorrectedSavedAndKept(FxRobot robot) throws TimeoutException, IOException {
    Path folder = pile();
    PileViewModel pile = window.studio.pile();
    robot.interact(() -> pile.askedProperty().set(List.of(folder)));

    waitFor(() -> pile.wholeProperty().get());
    assertThat(text(robot, "#pile-title")).isEqualTo("scans");
    assertThat(text(robot, "#pile-facts")).contains("3 pictures", "1 could not be read");
    TableView<PileItem> table = robot.lookup("#pile-table").queryTableView();
    assertThat(table.getItems()).hasSize(3);
    assertThat(table.getItems().getFirst().row().text()).isEqualTo("7");
    assertThat(table.getItems().getLast().row().problem()).contains("not a picture");
    assertThat(robot.lookup("#pile-keep").query().isVisible()).isFalse();

    robot.interact(
        () -> {
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    String corrected = table.getItems().getFirst().row().path();
    typeAmidWhatIsRead(robot, pile, table);

    robot.clickOn("#pile-close"); // 2 corrections would be lost
    robot.clickOn("Cancel");
    assertThat(table.getItems()).isNotEmpty();
    Path out = home.resolve("scans.csv");
    robot.interact(() -> pile.save(out)); // the dialog is the system's
    waitFor(() -> window.studio.notices().told().contains(new Notice.Saved(out)));
    assertThat(Files.readString(out)).contains(",problem,corrected\n").contains(corrected);
    assertThat(Files.readAllLines(out)).hasSize(4).anyMatch(line -> line.endsWith(",,1"));

    robot.clickOn("#pile-keep");
    waitFor(() -> pile.toKeepProperty().get() == 0);
    List<Kept> kept = DataSource.of(TestStudio.folders(home)).drawings().all();
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().label()).isEqualTo(1);
    assertThat(kept.getFirst().read()).isEqualTo(7);

    robot.clickOn("#pile-close");
    waitFor(() -> !robot.lookup("#pile").query().isVisible());
    assertThat(pile.items()).isEmpty();
  }

  /** What was typed counts: rows that come wait, and a click elsewhere ends it; Escape does not. */
  private void typeAmidWhatIsRead(FxRobot robot, PileViewModel pile, TableView<PileItem> table) {
    robot.type(KeyCode.ENTER);
    robot.write("1");
    robot.interact(() -> pile.rows().add(PileRowsTest.row("unsure.png", 0.1)));
    assertThat(table.getEditingCell()).isNotNull();
    assertThat(table.getItems()).hasSize(3);
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(table.getItems()).extracting(PileItem::said).startsWith(null, "1").hasSize(4);
    assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(1);

    robot.interact(() -> table.getSelectionModel().select(0));
    robot.type(KeyCode.ENTER);
    robot.write("4");
    robot.clickOn("c.png");
    assertThat(table.getItems().getFirst().said()).isEqualTo("4");
    assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(3);

    robot.interact(() -> table.getSelectionModel().select(0));
    robot.type(KeyCode.ENTER);
    robot.write("5");
    robot.type(KeyCode.ESCAPE);
    assertThat(table.getItems().getFirst().said()).isEqualTo("4");
    assertThat(table.getEditingCell()).isNull();

    robot.interact(
        () -> {
          for (int i = 0; i < 60; i++) {
            pile.rows().add(PileRowsTest.row("sure.png", 0.9999));
          }
        });
    robot.type(KeyCode.ENTER);
    robot.write("6");
    robot.interact(() -> table.scrollTo(60));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(table.getItems().getFirst().said()).isEqualTo("6");
    assertThat(table.getEditingCell()).isNull();
    robot.interact(() -> pile.correct(table.getItems().getFirst(), ""));
  }
}
