package dev.inkling.ui.hand;

import atlantafx.base.theme.Styles;
import dev.inkling.data.Kept;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelCard.Tuned;
import dev.inkling.text.Phrase;
import dev.inkling.train.HandTraining.Learned;
import dev.inkling.ui.hand.LearningViewModel.Outcome;
import dev.inkling.ui.hand.LearningViewModel.State;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.HandMenu;
import dev.inkling.ui.pad.HandTally;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.HandsViewModel.Place;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page that learns: how it stands and what can be done, and below what it came to. */
final class LearningView extends VBox {
  private final LearningViewModel learning;
  private final HandsViewModel hands;
  private final Texts texts;

  LearningView(HandViewModel hand, Texts texts, ObservableValue<Boolean> dark) {
    learning = hand.learning();
    hands = hand.hands();
    this.texts = texts;
    getStyleClass().add("learning");
    StackPane below =
        new StackPane(
            shownIn(new DrawnView(hands, texts, dark), State.IDLE),
            shownIn(new ProgressPane(hand, texts, dark), State.LEARNING),
            shownIn(new OutcomeView(learning, texts, dark), State.LEARNED, State.USED));
    VBox.setVgrow(below, Priority.ALWAYS);
    getChildren().addAll(head(), below);
  }

  private Node shownIn(Node node, State... states) {
    node.visibleProperty().bind(learning.stateProperty().map(now -> List.of(states).contains(now)));
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }

  private Node head() {
    VBox words =
        new VBox(
            2,
            new BoundLabel("learning-headline", "headline", this::headline, dependencies()),
            new BoundLabel("learning-facts", "facts", this::facts, dependencies()));
    HBox.setHgrow(words, Priority.ALWAYS);
    Button learn = button("learn", "bi-stars", learning::learn, this::canLearn);
    Button use = button("use", "bi-check-circle", learning::use, () -> is(State.LEARNED));
    Button discard = button("discard", "bi-trash", learning::discard, () -> is(State.LEARNED));
    Button stop = button("stop", "bi-stop-fill", learning::stop, () -> is(State.LEARNING));
    Button undo = button("undo", "bi-arrow-counterclockwise", learning::undo, this::canUndo);
    Button sheet =
        button("sheet", "bi-pencil", () -> hands.visit(Place.SHEET), () -> is(State.IDLE));
    learn.getStyleClass().add(Styles.ACCENT);
    use.getStyleClass().add(Styles.ACCENT);
    learn
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(isKnown() ? "learning.again" : "learning.learn"), dependencies()));
    HBox head = new HBox(8, words, undo, sheet, discard, stop, learn, use);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel");
    return head;
  }

  private boolean is(State state) {
    return learning.stateProperty().get() == state;
  }

  private boolean isKnown() {
    return learning.knownProperty().get() != null;
  }

  private boolean canLearn() {
    boolean isMore = is(State.USED) && learning.outdatedProperty().get();
    return (is(State.IDLE) && !hands.drawnProperty().get().isEmpty()) || isMore;
  }

  private boolean canUndo() {
    boolean hasNetwork = hands.chosenProperty().get().network() != null; // damaged or not
    return hasNetwork && (is(State.IDLE) || is(State.USED));
  }

  private Observable[] dependencies() {
    return new Observable[] {
      learning.stateProperty(),
      learning.outcomeProperty(),
      learning.knownProperty(),
      learning.outdatedProperty(),
      hands.chosenProperty(),
      hands.drawnProperty(),
      hands.learningProperty(),
      hands.readerProperty(),
      texts.messagesProperty()
    };
  }

  private Button button(String key, String icon, Runnable action, BooleanSupplier isShown) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId("learning-" + key);
    button.textProperty().bind(texts.bind("learning." + key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    button
        .visibleProperty()
        .bind(Bindings.createBooleanBinding(isShown::getAsBoolean, dependencies()));
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private String name() {
    Outcome outcome = learning.outcomeProperty().get();
    return HandMenu.name(outcome == null ? hands.chosenProperty().get() : outcome.hand(), texts);
  }

  private String headline() {
    return switch (learning.stateProperty().get()) {
      case IDLE -> texts.get(isKnown() ? "learning.known" : "learning.idle", name());
      case LEARNING -> texts.get("learning.now", name());
      case LEARNED -> texts.get("learning.learned", name());
      case USED -> texts.get("learning.used", name());
    };
  }

  private String facts() {
    return switch (learning.stateProperty().get()) {
      case IDLE -> waiting();
      case LEARNING -> texts.get("learning.now.facts");
      case LEARNED, USED -> learned();
    };
  }

  /** What there is to learn. */
  private String waiting() {
    HandTally tally = hands.tally();
    if (tally.drawings() == 0) {
      return texts.get("learning.nothing");
    }
    ModelCard card = learning.knownProperty().get();
    Tuned tuned = card == null ? null : card.tuned();
    if (card == null || tuned == null) {
      return tally.read() == tally.drawings()
          ? texts.get("learning.facts", tally.drawings(), tally.wrong(), how())
          : texts.get("learning.factsOfSome", tally.drawings(), tally.read(), how(), tally.wrong());
    }
    int more = learning.unlearned();
    boolean isChanged = more == 0 && learning.outdatedProperty().get();
    String key = isChanged ? "learning.known.changed" : "learning.known.facts";
    return texts.get(key, card.name(), tuned.learned(), leftOut(tuned.leftOut()), more);
  }

  /** What learning them does, and how long it takes. */
  private Phrase how() {
    List<Kept> drawn = hands.drawnProperty().get();
    long withStrokes = drawn.stream().filter(kept -> kept.image() == null).count();
    return new Phrase("learning.how", drawn.size(), withStrokes);
  }

  private static Phrase leftOut(int count) {
    return new Phrase("learning.leftOut", count);
  }

  private String learned() {
    Outcome outcome = learning.outcomeProperty().get();
    if (outcome == null) {
      return "";
    }
    Learned learned = outcome.learned();
    int count = learned.own().count() - learned.doubted().length;
    Phrase leftOut = leftOut(learned.doubted().length);
    if (is(State.USED)) {
      ModelCard known = learning.knownProperty().get(); // whose name may have been taken
      String name = (known == null ? learned.model().card() : known).name();
      return texts.get("learning.used.facts", name, count, leftOut);
    }
    String seconds = texts.format("%.1f", learned.seconds());
    return texts.get("learning.learned.facts", count, seconds, outcome.from(), leftOut);
  }
}
