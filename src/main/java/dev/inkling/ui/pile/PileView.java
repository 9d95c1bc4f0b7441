package dev.inkling.ui.pile;

import atlantafx.base.theme.Styles;
import dev.inkling.pile.PileProgress;
import dev.inkling.text.Durations;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over the pad while there is a pile: how far it is read, and the table of what is least sure. */
public final class PileView extends VBox {
  private final PileViewModel pile;
  private final Texts texts;

  private PileView(PileViewModel pile, Background files, Texts texts) {
    this.pile = pile;
    this.texts = texts;
    setId("pile");
    getStyleClass().add("pile");
    TableView<PileItem> table = table(new PilePictures(files));
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(head(), table);
    // A key that means nothing here would be the pad's, which nobody sees.
    addEventHandler(KeyEvent.KEY_TYPED, KeyEvent::consume);
    addEventHandler(KeyEvent.KEY_PRESSED, PileView::holdPlain);
    visibleProperty()
        .subscribe(
            isThere -> {
              if (isThere) {
                table.requestFocus();
              }
            });
    pile.askedProperty().subscribe(this::open);
  }

  private static void holdPlain(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean isOfWindow = code == KeyCode.TAB || code.isNavigationKey() || code.isFunctionKey();
    if (!isOfWindow && !event.isShortcutDown() && !event.isAltDown()) {
      event.consume();
    }
  }

  /**
   * The pad's screen, with the pile in its place while there is one.
   *
   * @param files opens the pictures that are shown
   */
  public static Region over(Region pad, PileViewModel pile, Background files, Texts texts) {
    PileView view = new PileView(pile, files, texts);
    BooleanExpression isThere =
        Bindings.createBooleanBinding(
            () -> !pile.placesProperty().get().isEmpty(), pile.placesProperty());
    view.visibleProperty().bind(isThere);
    view.managedProperty().bind(isThere);
    pad.visibleProperty().bind(isThere.not());
    return new StackPane(pad, view);
  }

  private void open(@Nullable List<Path> asked) {
    if (asked != null) {
      pile.askedProperty().set(null);
      if (mayClose()) {
        pile.open(asked, texts.messagesProperty().get());
      }
    }
  }

  private boolean mayClose() {
    return getScene() == null || DiscardDialog.mayClose(pile, getScene().getWindow(), texts);
  }

  private void close() {
    if (mayClose()) {
      pile.close();
    }
  }

  private HBox head() {
    VBox words =
        new VBox(
            2, label("title", "chart-title", this::title), label("facts", "facts", this::facts));
    HBox.setHgrow(words, Priority.ALWAYS);
    ProgressBar bar = new ProgressBar();
    bar.setId("pile-progress");
    bar.setPrefWidth(140);
    bar.progressProperty()
        .bind(Bindings.createDoubleBinding(() -> progress().part(), pile.progressProperty()));
    bar.accessibleTextProperty().bind(texts.bind("pile.progress"));
    showWhile(bar, pile.workingProperty());
    ObservableValue<Boolean> isRead = pile.progressProperty().map(far -> far.rows() > 0);
    Button stop = button("stop", "bi-stop-fill", pile::stop, pile.workingProperty());
    Button keep =
        button("keep", "bi-bookmark", pile::keep, pile.toKeepProperty().map(n -> n.intValue() > 0));
    Button save = button("save", "bi-download", this::save, isRead);
    save.getStyleClass().add(Styles.ACCENT);
    Button close = button("close", "bi-x", this::close, null);
    HBox head = new HBox(8, words, bar, stop, keep, save, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(USE_PREF_SIZE);
    head.getStyleClass().add("panel");
    return head;
  }

  private Label label(String name, String style, Supplier<String> text) {
    Label label = new Label();
    label.setId("pile-" + name);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.textProperty().bind(Bindings.createStringBinding(text::get, changes()));
    return label;
  }

  private Observable[] changes() {
    return new Observable[] {
      pile.placesProperty(),
      pile.progressProperty(),
      pile.workingProperty(),
      pile.wholeProperty(),
      texts.messagesProperty()
    };
  }

  private PileProgress progress() {
    return pile.progressProperty().get();
  }

  private String title() {
    return pile.placesProperty().get().stream()
        .map(place -> String.valueOf(place.getFileName()))
        .collect(Collectors.joining(", "));
  }

  private String facts() {
    PileProgress far = progress();
    if (pile.workingProperty().get()) {
      if (far.rows() == 0) {
        return texts.get("results.working");
      }
      return far.all() == 0
          ? texts.get("pile.working", far.rows(), far.rate())
          : texts.get(
              "pile.workingLeft",
              far.rows(),
              far.all(),
              far.rate(),
              Durations.about(far.secondsLeft()));
    }
    String key = pile.wholeProperty().get() ? "pile.done" : "pile.stopped";
    String words = texts.get(key, far.rows(), far.problems());
    return far.rows() > PileRows.MOST
        ? texts.sentences(words, texts.get("pile.some", PileRows.MOST))
        : words;
  }

  private Button button(
      String name, String icon, Runnable action, @Nullable ObservableValue<Boolean> isThere) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId("pile-" + name);
    button.textProperty().bind(texts.bind("pile." + name));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    if (isThere != null) {
      showWhile(button, isThere);
    }
    return button;
  }

  private static void showWhile(Region node, ObservableValue<Boolean> isThere) {
    node.visibleProperty().bind(isThere);
    node.managedProperty().bind(isThere);
  }

  private TableView<PileItem> table(PilePictures pictures) {
    TableView<PileItem> table = new TableView<>(pile.items());
    table.setId("pile-table");
    table.setEditable(true);
    table.editingCellProperty().addListener((_, _, cell) -> pile.hold(cell != null));
    table.setFixedCellSize(PileColumns.SIDE + 8);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().setAll(new PileColumns(pile, pictures, texts).all());
    table.accessibleTextProperty().bind(texts.bind("pile.table"));
    Label hint = new Label();
    hint.setWrapText(true);
    hint.getStyleClass().add("status-text");
    hint.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(pile.workingProperty().get() ? "results.working" : "pile.none"),
                pile.workingProperty(),
                texts.messagesProperty()));
    table.setPlaceholder(hint);
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && table.getEditingCell() == null) {
            int row = table.getSelectionModel().getSelectedIndex();
            table.edit(row, table.getColumns().get(3));
            event.consume();
          }
        });
    return table;
  }

  private void save() {
    SaveDialog.ask(getScene().getWindow(), texts.get("pile.save"), "CSV", title(), ".csv")
        .ifPresent(pile::save);
  }
}
