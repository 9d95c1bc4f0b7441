package dev.inkling.ui.data;

import atlantafx.base.theme.Styles;
import dev.inkling.data.Corrections;
import dev.inkling.evaluate.LabelDoubt;
import dev.inkling.evaluate.LabelDoubts;
import dev.inkling.ui.kit.DataNames;
import dev.inkling.ui.kit.InfoButton;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Labels that are doubted, the most doubtful first, each with what can be said of it. */
final class LabelErrorsView extends VBox {
  private final LabelErrorsViewModel errors;
  private final Texts texts;
  private final ListView<LabelDoubt> list = new ListView<>();

  LabelErrorsView(LabelErrorsViewModel errors, Texts texts, ObservableValue<Boolean> dark) {
    this.errors = errors;
    this.texts = texts;
    getStyleClass().add("data-part");
    list.setId("label-errors");
    list.getStyleClass().add("label-errors");
    list.setCellFactory(_ -> new LabelErrorCell(errors, texts, dark));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    list.accessibleTextProperty().bind(texts.bind("data.part.labels"));
    errors.foundProperty().subscribe(this::show);
    errors.saidProperty().subscribe(_ -> list.refresh());
    dark.subscribe(_ -> list.refresh());
    texts.messagesProperty().subscribe(_ -> list.refresh());
    StackPane below = new StackPane(list, nothing());
    below.getStyleClass().add("panel");
    VBox.setVgrow(below, Priority.ALWAYS);
    getChildren().addAll(head(), below);
  }

  private void show(@Nullable LabelDoubts found) {
    list.getItems().setAll(found == null ? List.of() : found.doubts());
    list.scrollTo(0);
  }

  /** What is looked for, while nothing is there. */
  private Node nothing() {
    Label words = new Label();
    words.setId("label-errors-nothing");
    words.setWrapText(true);
    words.getStyleClass().add("status-text");
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.get(
                        errors.foundProperty().get() == null
                            ? "data.labels.explained"
                            : "data.labels.none"),
                errors.foundProperty(),
                texts.messagesProperty()));
    words.visibleProperty().bind(Bindings.isEmpty(list.getItems()));
    list.visibleProperty().bind(words.visibleProperty().not());
    return words;
  }

  private PartHead head() {
    PartHead head =
        new PartHead(
                texts,
                "data.labels.",
                errors.imagesProperty(),
                errors.foundProperty(),
                errors.saidProperty(),
                errors.workingProperty(),
                texts.messagesProperty())
            .say("headline", "chart-title", this::headline)
            .say("facts", "facts", this::facts)
            .show(errors);
    head.getChildren().add(1, InfoButton.of(texts, "data.labels.term"));
    head.button("stop", "bi-stop-fill", errors::stop, this::isWorking);
    head.button(
        "undo",
        "bi-arrow-counterclockwise",
        errors::undoAll,
        () -> !errors.saidProperty().get().isEmpty());
    head.button("csv", "bi-download", this::save, this::isFound);
    head.button("leave", "bi-slash-circle", () -> errors.leaveOut(errors.open()), this::isOpen);
    head.button("mend", "bi-check2-all", () -> errors.mend(errors.open()), this::isOpen);
    head.button(
            "search",
            "bi-search",
            errors::search,
            () -> errors.isPossible() && !isWorking() && errors.foundProperty().get() == null)
        .getStyleClass()
        .add(Styles.ACCENT);
    return head;
  }

  private boolean isWorking() {
    return errors.workingProperty().get();
  }

  private boolean isFound() {
    LabelDoubts found = errors.foundProperty().get();
    return found != null && !found.doubts().isEmpty();
  }

  private boolean isOpen() {
    return isFound() && !errors.open().isEmpty();
  }

  private String headline() {
    LabelDoubts found = errors.foundProperty().get();
    LoadedImages images = errors.imagesProperty().get();
    if (isWorking()) {
      return texts.get("data.labels.working");
    }
    return found != null
        ? texts.get("data.labels.found", found.doubts().size(), found.images().count())
        : images == null
            ? ""
            : texts.get("data.labels.idle", DataNames.brief(texts, images.name()));
  }

  private String facts() {
    Corrections said = errors.saidProperty().get();
    LoadedImages images = errors.imagesProperty().get();
    if (!said.isEmpty()) {
      return texts.get("data.labels.said", said.relabeled(), said.leftOut());
    }
    return images == null || errors.isPossible()
        ? texts.get("data.labels.facts")
        : texts.get("data.labels.few");
  }

  /** Enter mends what is chosen, Delete leaves it out, Backspace takes that back. */
  private void press(KeyEvent event) {
    LabelDoubt chosen = list.getSelectionModel().getSelectedItem();
    if (chosen == null) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> errors.mend(List.of(chosen));
      case DELETE -> errors.leaveOut(List.of(chosen));
      case BACK_SPACE -> errors.undo(chosen);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void save() {
    LoadedImages images = errors.imagesProperty().get();
    String name = images == null ? "" : DataNames.brief(texts, images.name());
    SaveDialog.ask(
            getScene().getWindow(), texts.get("data.labels.csv"), "CSV", name + "-labels", ".csv")
        .ifPresent(errors::save);
  }
}
