package dev.inkling.ui.inside;

import dev.inkling.data.DataSource;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Mnist;
import dev.inkling.file.AppFolders;
import dev.inkling.model.ModelLibrary;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.LiveRecognizer;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.results.ResultsViewModel;
import dev.inkling.ui.shell.MainWindow;
import dev.inkling.ui.shell.Theme;
import dev.inkling.ui.training.TrainingViewModel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The real window with the networks that ship, in English and light at first. */
final class InsideWindow implements AutoCloseable {
  private final ExecutorService recognition = Executors.newSingleThreadExecutor();
  private final ExecutorService explanation = Executors.newSingleThreadExecutor();
  private final ExecutorService files = Executors.newSingleThreadExecutor();
  private final ExecutorService trainer = Executors.newSingleThreadExecutor();

  final Theme theme = new Theme(Theme.Choice.LIGHT);
  final Texts texts = new Texts(Locale.ENGLISH);
  final PadViewModel pad;
  final TrainingViewModel training;
  final InsideViewModel inside;
  final ResultsViewModel results;

  /** Shows the window in a stage; everything is kept in a folder. */
  InsideWindow(Stage stage, Path home, double width, double height) {
    AppFolders folders =
        new AppFolders(home, home, home, Path.of(System.getProperty(AppFolders.MODELS, "models")));
    Background filing = on(files);
    DataSource source = new DataSource(new Mnist(home), new DrawingStore(folders.drawings()));
    LiveRecognizer recognizer = new LiveRecognizer(on(recognition));
    pad = new PadViewModel(recognizer, new ModelLibrary(folders), source.drawings(), filing);
    training =
        new TrainingViewModel(
            folders,
            source,
            on(trainer),
            filing,
            (model, drawing, onRead) ->
                recognizer.recognizeOnce(
                    model, drawing, answer -> onRead.accept(answer.probabilities())),
            () -> pad.drawingProperty().get(),
            () -> {});
    results = new ResultsViewModel(pad.models(), source, training, filing, filing);
    inside = new InsideViewModel(pad, source, training, on(explanation), filing);
    MainWindow window = new MainWindow(pad, training, results, inside, texts, theme, width, height);
    stage.setScene(window.scene());
    stage.setX(0);
    stage.setY(0);
    stage.show();
    pad.loadModels(ModelLibrary.DEFAULT);
  }

  private static Background on(ExecutorService worker) {
    return new Background(worker, Platform::runLater);
  }

  @Override
  public void close() {
    recognition.shutdownNow();
    explanation.shutdownNow();
    files.shutdownNow();
    trainer.shutdownNow();
  }
}
