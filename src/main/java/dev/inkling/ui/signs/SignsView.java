package dev.inkling.ui.signs;

import atlantafx.base.theme.Styles;
import dev.inkling.data.SignCollection;
import dev.inkling.evaluate.Accuracies;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.signs.SignsLearning.Learned;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Below the pad while a collection is open: its signs, what was drawn, and how a network learns it.
 */
public final class SignsView extends VBox {
  /** Writers that are named; the tooltip has all. */
  private static final int NAMED = 3;

  private final SignsViewModel signs;
  private final SignsLearning learning;
  private final Texts texts;

  /** The part of the pad's screen. */
  public SignsView(
      SignsViewModel signs, Texts texts, ObservableValue<Boolean> dark, Shortcuts shortcuts) {
    this.signs = signs;
    learning = signs.learning();
    this.texts = texts;
    setId("signs");
    getStyleClass().addAll("panel", "signs");
    visibleProperty().bind(signs.openProperty().isNotNull());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(head(), new SignButtons(signs, texts), new SignStrip(signs, texts, dark));
    shortcuts.addTyped(
        "signs.keep.help",
        typed -> signs.keep(SignButtons.label(typed)),
        SignButtons.TYPED,
        "1–9, 0, A–Z");
  }

  private Node head() {
    Label name = new Label();
    name.setId("signs-name");
    name.getStyleClass().add("signs-name");
    name.textProperty()
        .bind(signs.openProperty().map(now -> now == null ? "" : now.name()).orElse(""));
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    Label state = new Label();
    state.setId("signs-state");
    state.getStyleClass().add("facts");
    state.setWrapText(true);
    state.setMinHeight(USE_PREF_SIZE);
    state.textProperty().bind(Bindings.createStringBinding(this::state, dependencies()));
    state.setMaxWidth(Double.MAX_VALUE);
    Tooltip writers = new Tooltip();
    writers.textProperty().bind(Bindings.createStringBinding(this::writers, dependencies()));
    state
        .tooltipProperty()
        .bind(writers.textProperty().map(text -> text.isEmpty() ? null : writers));
    IconButton close = new IconButton(texts, "signs.close", "bi-x", signs::close);
    close.getStyleClass().add(Styles.FLAT);
    VBox words = new VBox(name, state);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(10, words, progress(), stop(), train(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Observable[] dependencies() {
    return new Observable[] {
      signs.openProperty(),
      signs.drawnProperty(),
      learning.learnedProperty(),
      learning.progressProperty(),
      texts.messagesProperty()
    };
  }

  private String state() {
    SignCollection open = signs.openProperty().get();
    Learned learned = learning.learnedProperty().get();
    String undrawn = signs.undrawn();
    if (open == null) {
      return "";
    }
    if (signs.drawnProperty().get().isEmpty()) {
      return texts.get("signs.how");
    }
    if (undrawn != null) {
      return texts.get("signs.undrawn", undrawn);
    }
    int drawn = signs.drawnProperty().get().size();
    return learned == null
        ? texts.get(open.network() == null ? "signs.ready" : "signs.known", drawn)
        : learned(learned);
  }

  private String learned(Learned learned) {
    int drawings = learned.drawings().size();
    String seconds = texts.format("%.1f", learned.seconds());
    if (learned.judged() == null) {
      return texts.get("signs.learned", drawings, seconds);
    }
    Accuracies of = of(learned);
    String all = texts.format("%.0f", 100 * of.all());
    return of.byWriter().size() < 2
        ? texts.get("signs.judged", drawings, seconds, all)
        : texts.get("signs.judged.writers", drawings, seconds, all, named(of, NAMED));
  }

  private static Accuracies of(Learned learned) {
    return Accuracies.ofDrawings(Objects.requireNonNull(learned.judged()), learned.drawings());
  }

  /** Those who are read worst come first. */
  private String named(Accuracies of, int most) {
    String some =
        of.byWriter().stream()
            .limit(most)
            .map(
                writer ->
                    texts.get(
                        "signs.writer",
                        writer.name() == null ? texts.get("hand.own") : writer.name(),
                        texts.format("%.0f", 100 * writer.accuracy())))
            .collect(Collectors.joining(", "));
    return of.byWriter().size() > most ? some + ", …" : some;
  }

  private String writers() {
    Learned learned = learning.learnedProperty().get();
    boolean isNone = learned == null || learned.judged() == null;
    return isNone || of(learned).byWriter().size() < 2
        ? ""
        : texts.get("signs.writers", named(of(learned), 40));
  }

  private Button train() {
    Button train = new Button(null, new FontIcon("bi-stars"));
    train.setId("signs-train");
    train.textProperty().bind(texts.bind("signs.train"));
    train.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
    train.setMinWidth(USE_PREF_SIZE);
    train.setOnAction(_ -> signs.learn());
    train
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> signs.drawnProperty().get().isEmpty() || signs.undrawn() != null,
                dependencies()));
    showWhen(train, false);
    return train;
  }

  private void showWhen(Node node, boolean isLearning) {
    node.visibleProperty()
        .bind(
            isLearning
                ? learning.progressProperty().isNotNull()
                : learning.progressProperty().isNull());
    node.managedProperty().bind(node.visibleProperty());
  }

  private ProgressBar progress() {
    ProgressBar bar = new ProgressBar();
    bar.setId("signs-progress");
    bar.setPrefWidth(110);
    bar.accessibleTextProperty().bind(texts.bind("signs.progress"));
    learning
        .progressProperty()
        .subscribe(part -> bar.setProgress(part == null ? 0 : part.doubleValue()));
    showWhen(bar, true);
    return bar;
  }

  private IconButton stop() {
    IconButton stop = new IconButton(texts, "signs.stop", "bi-stop-fill", learning::stop);
    stop.getStyleClass().add(Styles.FLAT);
    showWhen(stop, true);
    return stop;
  }
}
