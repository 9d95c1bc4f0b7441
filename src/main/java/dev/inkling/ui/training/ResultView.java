package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.ValueFormat;
import dev.inkling.run.RunFailure;
import dev.inkling.run.Standing;
import dev.inkling.text.Durations;
import dev.inkling.text.Phrase;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the run that is shown has come to, and what can be done with it next. */
final class ResultView extends VBox {
  private final TrainingViewModel training;
  private final Texts texts;
  private final ObservableValue<@Nullable RunOutcome> outcome;
  private final ObservableValue<@Nullable Mend> mend;

  ResultView(TrainingViewModel training, RunsView runs, Texts texts) {
    super(4);
    this.training = training;
    this.texts = texts;
    outcome = training.shownProperty().flatMap(ShownRun::outcomeProperty);
    mend = outcome.map(ResultView::mend);
    setId("training-result");
    FlowPane buttons = buttons(runs);
    buttons.getStyleClass().add("result-buttons");
    getChildren()
        .addAll(
            label("headline", this::headline, "headline"),
            label("facts", this::details, "facts"),
            why(),
            buttons);
  }

  private static @Nullable Mend mend(@Nullable RunOutcome what) {
    return what == null ? null : what.mend().orElse(null);
  }

  private static boolean isWithoutEpoch(@Nullable RunOutcome what) {
    return what == null || what.epochToKeep() == null;
  }

  private FlowPane buttons(RunsView runs) {
    ObservableValue<Boolean> hasNone = outcome.map(ResultView::isWithoutEpoch).orElse(true);
    Button pad = button("try", "bi-pencil", () -> training.visit(Visit.Place.PAD));
    Button mistakes = button("mistakes", "bi-search", () -> training.visit(Visit.Place.MISTAKES));
    Button compare = button("compare", "bi-layers", runs::compareShown);
    compare.disableProperty().bind(runs.comparableBinding().not());
    Button keep = button("keep", "bi-bookmark-plus", runs::keepShown);
    for (Button button : List.of(pad, mistakes, keep)) {
      button.disableProperty().bind(hasNone);
    }
    accent(pad, hasNone.map(none -> !none));
    Button mended = mendButton();
    Button goOn = button("goOn", "bi-play", runs::resumeShown);
    show(goOn, runs.resumableBinding(outcome, mend));
    accent(goOn, hasNone);
    for (Button button : List.of(pad, keep)) {
      show(button, mended.visibleProperty().not()); // nobody wants one that learned nothing
    }
    return new FlowPane(8, 8, mended, goOn, pad, mistakes, compare, keep);
  }

  private Button mendButton() {
    Button button =
        button(
            "mend",
            "bi-wrench",
            Bindings.createStringBinding(
                () -> mend.getValue() == null ? "" : text(mend.getValue().offer()),
                mend,
                texts.messagesProperty()),
            () -> training.mend(mend.getValue()));
    button.getStyleClass().add(Styles.ACCENT);
    show(button, Bindings.createBooleanBinding(() -> mend.getValue() != null, mend));
    return button;
  }

  /** What is next is in colour; nothing that cannot be pressed is. */
  private static void accent(Button button, ObservableValue<Boolean> when) {
    when.subscribe(
        isNext -> {
          button.getStyleClass().remove(Styles.ACCENT);
          if (isNext) {
            button.getStyleClass().add(Styles.ACCENT);
          }
        });
  }

  private static void show(Button button, BooleanBinding when) {
    button.visibleProperty().bind(when);
    button.managedProperty().bind(when);
  }

  private Button button(String key, String icon, Runnable action) {
    return button(key, icon, texts.bind("training.result." + key), action);
  }

  private static Button button(String key, String icon, StringBinding text, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId("training-result-" + key);
    button.textProperty().bind(text);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private Label label(String id, Function<RunOutcome, String> text, String style) {
    Label label = new Label();
    label.setId("training-result-" + id);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> outcome.getValue() == null ? "" : text.apply(outcome.getValue()),
                outcome,
                texts.messagesProperty()));
    return label;
  }

  private Label why() {
    Label why = label("why", this::reasons, "result-why");
    why.visibleProperty().bind(why.textProperty().isNotEmpty());
    why.managedProperty().bind(why.visibleProperty());
    return why;
  }

  private String headline(RunOutcome what) {
    Double accuracy = what.summary().accuracy();
    if (accuracy == null) {
      return texts.get("training.result.none." + what.standing().word());
    }
    String right = ValueFormat.percent(accuracy, 1);
    if (what.isAtChance()) {
      return texts.get("training.result.chance", right);
    }
    return what.images() == 0
        ? texts.get("training.result.some", right)
        : texts.get("training.result", right, what.images());
  }

  private String details(RunOutcome what) {
    String words =
        texts.get(
            "training.result.facts",
            what.info().title(),
            RunNames.when(what.info(), texts.messagesProperty().get()),
            what.summary().epochs(),
            what.info().recipe().epochs(),
            Durations.of(what.seconds()));
    return what.standing() == Standing.FINISHED
        ? words
        : words + " · " + texts.get(what.standing().key());
  }

  /** Why it failed, and what may help. */
  private String reasons(RunOutcome what) {
    Optional<String> failed =
        Optional.ofNullable(training.shownProperty().get().failureProperty().get())
            .map(this::failed);
    return texts.sentences(
        Stream.concat(failed.stream(), what.mend().map(Mend::why).map(this::text).stream())
            .toArray(String[]::new));
  }

  private String failed(RunFailure failure) {
    return failure.sentence(texts.messagesProperty().get());
  }

  private String text(Phrase phrase) {
    return texts.get(phrase);
  }
}
