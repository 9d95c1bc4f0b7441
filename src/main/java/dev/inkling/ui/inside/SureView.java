package dev.inkling.ui.inside;

import dev.inkling.explain.Robustness;
import dev.inkling.explain.Robustness.Sweep;
import dev.inkling.explain.Robustness.Version;
import dev.inkling.explain.Variation;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The drawing in all its versions: what is read in each, and where that flips. */
final class SureView extends VBox {
  private final SureViewModel sure;
  private final Texts texts;
  private final VersionWords words;
  private final SureGrid grid;

  SureView(SureViewModel sure, Texts texts) {
    this.sure = sure;
    this.texts = texts;
    words = new VersionWords(texts);
    grid = new SureGrid(sure::putOnPad);
    setId("inside-sure");
    getStyleClass().add("panel");
    Label summary = new Label();
    summary.setId("inside-sure-summary");
    summary.getStyleClass().add("chart-title");
    summary
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::summary,
                sure.robustness().answerProperty(),
                sure.robustness().currentProperty(),
                texts.messagesProperty()));
    Label looked = new Label();
    looked.setId("inside-sure-looked");
    looked.getStyleClass().add("facts");
    looked
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::looked,
                grid.lookedProperty(),
                sure.robustness().answerProperty(),
                texts.messagesProperty()));
    for (Variation variation : Variation.values()) {
      grid.head(variation, head(variation));
    }
    VBox.setVgrow(grid, Priority.ALWAYS);
    grid.visibleProperty().bind(sure.robustness().answerProperty().isNotNull());
    looked.visibleProperty().bind(grid.visibleProperty());
    getChildren().addAll(summary, looked, grid);
    sure.robustness().answerProperty().subscribe(_ -> show());
    texts.messagesProperty().subscribe(_ -> show());
  }

  private void show() {
    grid.show(sure.robustness().answerProperty().get(), words);
  }

  private VBox head(Variation variation) {
    Label name = new Label();
    name.textProperty().bind(texts.bind(VersionWords.key(variation)));
    name.getStyleClass().add("sure-name");
    Label holds = new Label();
    holds.setId("sure-holds-" + variation);
    holds.getStyleClass().add("facts");
    holds.setWrapText(true);
    holds
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> holds(variation),
                sure.robustness().answerProperty(),
                texts.messagesProperty()));
    VBox head = new VBox(name, holds);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private String holds(Variation variation) {
    Robustness robustness = sure.robustness().answerProperty().get();
    return robustness == null || robustness.sweeps().isEmpty()
        ? ""
        : words.holds(robustness.sweeps().get(variation.ordinal()), robustness.original().digit());
  }

  private String summary() {
    Robustness robustness = sure.robustness().answerProperty().get();
    if (robustness == null || robustness.original().isBlank()) {
      boolean isWorking = !sure.robustness().currentProperty().get();
      return texts.get(isWorking ? "inside.working" : "inside.blank");
    }
    List<Version> all =
        robustness.sweeps().stream().map(Sweep::versions).flatMap(List::stream).toList();
    long same = all.stream().filter(version -> !version.isFlip()).count();
    return texts.get("inside.sure.summary", robustness.original().name(), same, all.size());
  }

  private String looked() {
    SureCell cell = grid.lookedProperty().get();
    return cell == null || cell.version() == null
        ? texts.get("inside.sure.hint")
        : words.of(cell.variation(), cell.version());
  }
}
