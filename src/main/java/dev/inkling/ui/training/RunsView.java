package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.file.AppFolders;
import dev.inkling.pack.InklingFile;
import dev.inkling.run.Run;
import dev.inkling.run.Standing;
import dev.inkling.ui.kit.FolderDialog;
import dev.inkling.ui.kit.NameDialog;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The runs that are kept: choosing one shows its curves. */
final class RunsView extends VBox {
  private static final KeyCombination UNDO = KeyCombination.keyCombination("Shortcut+Z");

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
    list.setCellFactory(_ -> new RunCell(texts, this::standing));
    list.accessibleTextProperty().bind(texts.bind("training.runs"));
    list.setOnKeyPressed(this::pressed);
    selection = new RunSelection(list, training);
    training.queue().waiting().addListener((InvalidationListener) _ -> list.refresh());
    training.live().underWayProperty().subscribe(_ -> list.refresh());
    texts.messagesProperty().subscribe(_ -> list.refresh());
    TextField search = new TextField();
    search.setId("runs-search");
    search.promptTextProperty().bind(texts.bind("training.runs.search"));
    search.accessibleTextProperty().bind(texts.bind("training.runs.search"));
    list.setPlaceholder(placeholder(search));
    search.textProperty().subscribe(text -> found.setPredicate(matches(text)));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list, buttons());
  }

  /** There is no run yet, or none like this. */
  private Label placeholder(TextField search) {
    Label empty = new Label();
    empty.setId("runs-none");
    empty.setWrapText(true);
    empty
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    training.runs().runs().isEmpty()
                        ? texts.get("training.runs.empty")
                        : texts.get("training.runs.notFound", search.getText().strip()),
                search.textProperty(),
                training.runs().runs(),
                texts.messagesProperty()));
    return empty;
  }

  /** Delete deletes what is chosen here, and Ctrl+Z brings it back. */
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE && !selection.items().isEmpty()) {
      delete();
      event.consume();
    } else if (UNDO.match(event) && training.runs().undoableProperty().get()) {
      training.runs().undoDelete();
      event.consume();
    }
  }

  /** As this window has it at this moment; the list was read a moment ago. */
  private Standing standing(RunItem item) {
    if (isWaiting(item)) {
      return Standing.WAITING;
    }
    return item.run().equals(training.live().underWayProperty().get())
        ? Standing.RUNNING
        : item.standing();
  }

  /** From several runs back to one. */
  void back() {
    selection.back();
  }

  private ReadOnlyObjectProperty<RunItem> selected() {
    return list.getSelectionModel().selectedItemProperty();
  }

  /** What a row says can be searched for, as it is read there. */
  private Predicate<RunItem> matches(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return item ->
        Stream.of(
                item.info().title(),
                item.info().notes(),
                item.info().id(),
                item.info().data(),
                FieldTexts.about(texts, item.info()),
                RunNames.when(item.info(), texts.messagesProperty().get()),
                texts.get(standing(item).key()))
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
    Button copy = button("copy", "bi-bricks", this::copy);
    HBox buttons =
        new HBox(
            2,
            resume,
            dequeue,
            button("describe", "bi-pencil", this::describe),
            save,
            copy,
            button("report", "bi-file-earmark-text", this::report),
            button("metrics", "bi-file-earmark-spreadsheet", this::exportMetrics),
            button("pack", "bi-box-seam", this::pack),
            button("delete", "bi-trash", _ -> delete()));
    buttons.getStyleClass().add("runs-buttons");
    buttons.getChildren().stream().skip(1).forEach(button -> button.disableProperty().bind(none));
    save.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> none.get() || !hasEpoch(selected().get()), none));
    copy.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> none.get() || ToBuild.of(selected().get().info()).isEmpty(),
                none,
                selected()));
    Node delete = buttons.getChildren().getLast();
    delete.disableProperty().unbind(); // several at once
    delete.disableProperty().bind(Bindings.isEmpty(selection.items()));
    Button undo = button("undelete", "bi-arrow-counterclockwise", _ -> runs.undoDelete());
    undo.disableProperty().bind(runs.undoableProperty().not());
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
    Standing now = standing(item);
    return now == Standing.FINISHED || now == Standing.RUNNING;
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
    FolderDialog.ask(getScene().getWindow(), texts.get("training.runs.images"))
        .ifPresent(folder -> training.queue().resume(item.run(), folder));
  }

  private void describe(RunItem item) {
    new DescribeDialog(getScene().getWindow(), texts, item.info())
        .showAndWait()
        .ifPresent(words -> training.runs().describe(item.run(), words.title(), words.notes()));
  }

  private void copy(RunItem item) {
    ToBuild.of(item.info()).ifPresent(training::build);
  }

  private void save(RunItem item) {
    training.runs().askModelNames(taken -> save(item, taken));
  }

  private void save(RunItem item, Set<String> taken) {
    String suggestion = RunNames.model(item, texts.messagesProperty().get(), taken);
    new NameDialog(
            getScene().getWindow(),
            texts,
            "training.runs.save",
            "training.runs.save.name",
            suggestion,
            name -> whyNot(name, taken))
        .showAndWait()
        .ifPresent(name -> training.runs().saveModel(item.run(), name));
  }

  private String whyNot(String name, Set<String> taken) {
    if (taken.contains(name.toLowerCase(Locale.ROOT))) {
      return texts.get("problem.model.exists", name);
    }
    return AppFolders.isName(name) ? "" : texts.get("problem.model.name", name);
  }

  private void delete() {
    List<Run> chosen = selection.items().stream().map(RunItem::run).toList();
    chosen.forEach(training.queue()::dequeue);
    training.runs().delete(chosen);
  }

  // What can be done with the run that is shown

  /** Keeps it as a model. */
  void keepShown() {
    shown().ifPresent(this::save);
  }

  /** Goes on with it. */
  void resumeShown() {
    shown().ifPresent(this::resume);
  }

  /**
   * True when it can go on and does not wait for that already; what failed and would fail again is
   * better mended.
   */
  BooleanBinding resumableBinding(
      ObservableValue<@Nullable RunOutcome> outcome, ObservableValue<@Nullable Mend> mend) {
    ObservableList<Run> waiting = training.queue().waiting();
    return Bindings.createBooleanBinding(
        () ->
            outcome.getValue() != null
                && outcome.getValue().canGoOn()
                && mend.getValue() == null
                && !waiting.contains(training.shownProperty().get().runProperty().get()),
        outcome,
        mend,
        waiting);
  }

  /** Compares it with the one before it. */
  void compareShown() {
    Optional<RunItem> before = before();
    if (before.isPresent()) {
      selection.choose(List.of(shown().orElseThrow().run(), before.get().run()));
    }
  }

  /** True when there is another run to compare it with. */
  BooleanBinding comparableBinding() {
    return Bindings.createBooleanBinding(
        () -> before().isPresent(), training.runs().runs(), training.shownProperty());
  }

  private Optional<RunItem> shown() {
    Run run = training.shownProperty().get().runProperty().get();
    return training.runs().runs().stream().filter(item -> item.run().equals(run)).findFirst();
  }

  /** The newest run with a curve that is older; where there is none, the oldest of the others. */
  private Optional<RunItem> before() {
    return shown()
        .flatMap(
            item -> {
              List<RunItem> all = training.runs().runs();
              int at = all.indexOf(item);
              return Stream.concat(all.stream().skip(at + 1L), all.stream().limit(at))
                  .filter(RunItem::hasEpoch)
                  .findFirst();
            });
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
}
