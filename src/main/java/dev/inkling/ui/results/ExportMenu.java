package dev.inkling.ui.results;

import dev.inkling.evaluate.Results;
import dev.inkling.report.ResultsReport;
import dev.inkling.report.ResultsTables;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Takes the results out of Inkling: as tables, or as a report with all of it. */
final class ExportMenu extends MenuButton {
  private final ResultsViewModel results;
  private final Texts texts;

  ExportMenu(ResultsViewModel results, Texts texts) {
    super(null, new FontIcon("bi-download"));
    this.results = results;
    this.texts = texts;
    setId("results-export");
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.bind("results.export"));
    setTooltip(tooltip);
    accessibleTextProperty().bind(texts.bind("results.export"));
    disableProperty().bind(results.evaluatedProperty().isNull());
    getItems()
        .addAll(
            item("report", this::report),
            item("classes", () -> table("classes", ExportMenu::writeClasses)),
            item("predictions", () -> table("predictions", ExportMenu::writePredictions)));
  }

  private interface Writer {
    void write(Results results, Path file) throws IOException;
  }

  private static void writeClasses(Results results, Path file) throws IOException {
    ResultsTables.writeClasses(results.evaluation(), file);
  }

  private static void writePredictions(Results results, Path file) throws IOException {
    ResultsTables.writePredictions(results.predictions(), file);
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.setId("results-export-" + key);
    item.textProperty().bind(texts.bind("results.export." + key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private Results now() {
    return results.evaluatedProperty().get().results();
  }

  private void report() {
    Results shown = now();
    Messages messages = texts.messagesProperty().get();
    SaveDialog.askFolder(
            getScene().getWindow(),
            texts.get("results.export.report"),
            shown.predictions().model())
        .ifPresent(
            folder -> results.leave(folder, () -> ResultsReport.write(shown, messages, folder)));
  }

  private void table(String key, Writer writer) {
    Results shown = now();
    SaveDialog.ask(getScene().getWindow(), texts.get("results.export." + key), "CSV", key, ".csv")
        .ifPresent(file -> results.leave(file, () -> write(writer, shown, file)));
  }

  private static void write(Writer writer, Results shown, Path file) {
    try {
      writer.write(shown, file);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unwritable", file);
    }
  }
}
