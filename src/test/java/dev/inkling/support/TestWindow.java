package dev.inkling.support;

import dev.inkling.model.ModelLibrary;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.shell.MainWindow;
import dev.inkling.ui.shell.Studio;
import dev.inkling.ui.shell.Theme;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The real window with the networks that ship, in English and light at first. */
public final class TestWindow implements AutoCloseable {
  public final Theme theme = new Theme(Theme.Choice.LIGHT);
  public final Texts texts = new Texts(Locale.ENGLISH);
  public final Studio studio;

  /** Shows the window in a stage; everything is kept in a folder. */
  public TestWindow(Stage stage, Path home, double width, double height) {
    studio = new Studio(TestStudio.folders(home), Workers.threads(Platform::runLater));
    stage.setScene(new MainWindow(studio, texts, theme, width, height).scene());
    stage.setX(0);
    stage.setY(0);
    stage.show();
    studio.pad().loadModels(ModelLibrary.DEFAULT);
  }

  @Override
  public void close() {
    studio.close();
  }
}
