package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.pack.InklingFile;
import dev.inkling.run.RunInfo.Status;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.io.File;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The runs that are kept: choosing one shows its curves. */
final class RunsView extends VBox {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final TrainingViewModel training;
  private final Texts texts;
  private final ListView<RunItem> list;
  private final RunSelection selection;

  RunsView(TrainingViewModel training, Texts texts) {
    this.training = training;
    this.texts = texts;
    getStyleClass().add("runs");
    FilteredList<RunItem> found = new FilteredList<>(training.runs().runs());
    list = new ListView<>(found);
    list.setId("runs");
    list.getStyleClass().add(Styles.DENSE);
    list.setCellFactory(_ -> new RunCell());
    Label empty = new Label();
    empty.textProperty().bind(texts.bind("training.runs.empty"));
    empty.setWrapText(true);
    list.setPlaceholder(empty);
    selection = new RunSelection(list, training);
    training.queue().waiting().addListener((InvalidationListener) _ -> list.refresh());
    training.live().underWayProperty().subscribe(_ -> list.refresh());
    texts.messagesProperty().subscribe(_ -> list.refresh());
    TextField search = new TextField();
    search.setId("runs-search");
    search.promptTextProperty().bind(texts.bind("training.runs.search"));
    search.textProperty().subscribe(text -> found.setPredicate(matches(text)));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list, buttons());
  }

  /** From several runs back to one. */
  void back() {
    selection.back();
  }

  private ReadOnlyObjectProperty<RunItem> selected() {
    return list.getSelectionModel().selectedItemProperty();
  }

  private static Predicate<RunItem> matches(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return item ->
        List.of(item.info().title(), item.info().notes(), item.info().id(), item.info().data())
            .stream()
            .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private HBox buttons() {
    RunsViewModel runs = training.runs();
    BooleanBinding none = selected().isNull().or(Bindings.size(selection.items()).isNotEqualTo(1));
    BooleanBinding isWaiting =
        Bindings.createBooleanBinding(
            () -> isWaiting(selected().get()), selected(), training.queue().waiting());
    Button resume = button("resume", "bi-play", this::resume);
    resume
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> none.get() || isWhole(selected().get()), none));
    show(resume, isWaiting.not());
    Button dequeue = button("dequeue", "bi-x-circle", item -> training.queue().dequeue(item.run()));
    show(dequeue, isWaiting);
    Button save = button("save", "bi-download", this::save);
    HBox buttons =
        new HBox(
            2,
            resume,
            dequeue,
            button("describe", "bi-pencil", this::describe),
            save,
            button("report", "bi-file-earmark-text", this::report),
            button("metrics", "bi-file-earmark-spreadsheet", this::exportMetrics),
            button("pack", "bi-box-seam", this::pack),
            button("delete", "bi-trash", this::delete));
    buttons.getChildren().stream().skip(1).forEach(button -> button.disableProperty().bind(none));
    save.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> none.get() || !hasEpoch(selected().get()), none));
    Button undo = button("undelete", "bi-arrow-counterclockwise", _ -> {});
    undo.setOnAction(_ -> runs.undoDelete());
    buttons.getChildren().add(undo);
    return buttons;
  }

  private static void show(Button button, BooleanBinding when) {
    button.visibleProperty().bind(when);
    button.managedProperty().bind(when);
  }

  private boolean isWaiting(@Nullable RunItem item) {
    return item != null && training.queue().waiting().contains(item.run());
  }

  /** One that trains may have one by now. */
  private static boolean hasEpoch(RunItem item) {
    return item.hasEpoch() || item.isInTraining();
  }

  private boolean isWhole(RunItem item) {
    return item.info().status() == Status.FINISHED || item.isInTraining();
  }

  private Button button(String key, String icon, Consumer<RunItem> action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId("runs-" + key);
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.setOnAction(_ -> action.accept(selected().get()));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.bind("training.runs." + key));
    button.setTooltip(tooltip);
    button.accessibleTextProperty().bind(texts.bind("training.runs." + key));
    return button;
  }

  /** A run that did not find its images is told where they are. */
  private void resume(RunItem item) {
    if (!training.queue().asksForImages(item.run())) {
      training.queue().resume(item.run());
      return;
    }
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("training.runs.images"));
    File folder = chooser.showDialog(getScene().getWindow());
    if (folder != null) {
      training.queue().resume(item.run(), folder.toPath());
    }
  }

  private void describe(RunItem item) {
    new DescribeDialog(getScene().getWindow(), texts, item.info())
        .showAndWait()
        .ifPresent(words -> training.runs().describe(item.run(), words.title(), words.notes()));
  }

  private void save(RunItem item) {
    ask("training.runs.save", item.info().title())
        .ifPresent(name -> training.runs().saveModel(item.run(), name));
  }

  private void delete(RunItem item) {
    training.queue().dequeue(item.run());
    training.runs().delete(item.run());
  }

  private void report(RunItem item) {
    SaveDialog.ask(
            getScene().getWindow(),
            texts.get("training.runs.report"),
            texts.get("training.runs.page"),
            item.info().title(),
            ".html")
        .ifPresent(
            page -> training.runs().report(item.run(), page, texts.messagesProperty().get()));
  }

  private void pack(RunItem item) {
    SaveDialog.ask(
            getScene().getWindow(),
            texts.get("training.runs.pack"),
            texts.get("program.files"),
            item.info().title(),
            InklingFile.EXTENSION)
        .ifPresent(file -> training.runs().pack(item.run(), file));
  }

  private void exportMetrics(RunItem item) {
    SaveDialog.askFolder(
            getScene().getWindow(), texts.get("training.runs.metrics"), item.info().title())
        .ifPresent(folder -> training.runs().exportMetrics(item.run(), folder));
  }

  private Optional<String> ask(String key, String before) {
    TextInputDialog dialog = new TextInputDialog(before);
    dialog.initOwner(getScene().getWindow());
    dialog.setTitle("Inkling");
    dialog.setHeaderText(texts.get(key));
    return dialog.showAndWait().map(String::strip).filter(text -> !text.isEmpty());
  }

  private final class RunCell extends ListCell<RunItem> {
    @Override
    protected void updateItem(@Nullable RunItem item, boolean isEmpty) {
      super.updateItem(item, isEmpty);
      if (isEmpty || item == null) {
        setGraphic(null);
        return;
      }
      Label title = new Label(item.info().title());
      title.getStyleClass().add("run-title");
      Label facts =
          new Label(
              texts.get(
                  "training.runs.facts",
                  status(item),
                  WHEN.format(Instant.parse(item.info().created())),
                  item.info().data()));
      facts.getStyleClass().add("facts");
      VBox lines = new VBox(title, facts);
      if (!item.info().notes().isEmpty()) {
        Label notes = new Label(item.info().notes().lines().findFirst().orElse(""));
        notes.getStyleClass().addAll("facts", "run-notes");
        notes.setTooltip(new Tooltip(item.info().notes()));
        lines.getChildren().add(notes);
      }
      setGraphic(lines);
    }

    private String status(RunItem item) {
      if (isWaiting(item)) {
        return texts.get("training.status.waiting");
      }
      if (item.isInTraining() || item.run().equals(training.live().underWayProperty().get())) {
        return texts.get("training.status.running");
      }
      String status = item.info().status().name().toLowerCase(Locale.ROOT);
      return texts.get("training.status." + status);
    }
  }
}
