package dev.inkling.ui.results;

import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.Results;
import dev.inkling.report.ResultsReport;
import dev.inkling.report.ResultsTables;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.DataNames;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.HandMenu;
import dev.inkling.ui.results.ResultsViewModel.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Takes what the page shows out of Inkling: of a network tables and a report with all of it, of an
 * epoch its tables. The menu says whose it is.
 */
final class ExportMenu extends MenuButton {
  private final ResultsViewModel results;
  private final Texts texts;
  private final Observable[] shown;

  ExportMenu(ResultsViewModel results, Texts texts) {
    super(null, new FontIcon("bi-download"));
    this.results = results;
    this.texts = texts;
    shown =
        new Observable[] {
          results.pageProperty(),
          results.evaluatedProperty(),
          results.epochs().epochProperty(),
          texts.messagesProperty()
        };
    setId("results-export");
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.bind("results.export"));
    setTooltip(tooltip);
    accessibleTextProperty().bind(texts.bind("results.export"));
    disableProperty().bind(Bindings.createBooleanBinding(() -> results.exported() == null, shown));
    MenuItem report = item("report", this::report);
    MenuItem predictions = item("predictions", this::predictions);
    for (MenuItem ofNetwork : new MenuItem[] {report, predictions}) {
      ofNetwork.visibleProperty().bind(results.pageProperty().isNotEqualTo(Page.EPOCHS));
    }
    getItems()
        .addAll(
            whose(),
            new SeparatorMenuItem(),
            report,
            item("classes", this::classes),
            item("confusion", this::confusion),
            predictions);
  }

  private interface Writer {
    void write(Path file) throws IOException;
  }

  private MenuItem whose() {
    MenuItem whose = new MenuItem();
    whose.setId("results-export-whose");
    whose.setDisable(true);
    StringBinding name = Bindings.createStringBinding(this::name, shown);
    whose.textProperty().bind(name);
    return whose;
  }

  private String name() {
    Exported now = results.exported();
    if (now == null) {
      return "";
    }
    if (now.epoch() > 0) {
      return texts.get("results.export.epoch", now.name(), now.epoch());
    }
    String data = DataNames.brief(texts, now.data());
    return texts.get(
        "report.results.title",
        now.name(),
        now.hand().map(hand -> data + ": " + HandMenu.name(hand, texts)).orElse(data));
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.setId("results-export-" + key);
    item.textProperty().bind(texts.bind("results.export." + key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  /** What the page shows; the menu is shut while that is nothing. */
  private Exported now() {
    return Objects.requireNonNull(results.exported());
  }

  /** Of a network all that it read; items that want it are not there for an epoch. */
  private static Results all(Exported of) {
    return Objects.requireNonNull(of.results());
  }

  private void report() {
    Exported now = now();
    Results all = all(now);
    Messages messages = texts.messagesProperty().get();
    SaveDialog.askFolder(getScene().getWindow(), texts.get("results.export.report"), now.name())
        .ifPresent(
            folder -> results.leave(folder, () -> ResultsReport.write(all, messages, folder)));
  }

  private void classes() {
    Exported now = now();
    table(
        "classes",
        file ->
            ResultsTables.writeClasses(Evaluation.perClass(now.confusion()), now.names(), file));
  }

  private void confusion() {
    Exported now = now();
    table("confusion", file -> ResultsTables.writeConfusion(now.confusion(), now.names(), file));
  }

  private void predictions() {
    Results all = all(now());
    table("predictions", file -> ResultsTables.writePredictions(all.predictions(), file));
  }

  private void table(String key, Writer writer) {
    Exported now = now();
    String name = now.name() + (now.epoch() > 0 ? "-" + now.epoch() : "") + "-" + key;
    SaveDialog.ask(getScene().getWindow(), texts.get("results.export." + key), "CSV", name, ".csv")
        .ifPresent(file -> results.leave(file, () -> write(writer, file)));
  }

  private static void write(Writer writer, Path file) {
    try {
      writer.write(file);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unwritable", file);
    }
  }
}
