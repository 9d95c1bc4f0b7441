package dev.inkling.ui.hand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.HandStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.support.SamplesBeside;
import dev.inkling.support.Shipped;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.hand.LearningViewModel.State;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.kit.Workers.Kind;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.HandsViewModel.Learning;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.pad.Samples;
import dev.inkling.ui.shell.Studio;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learning a hand without a window: it learns when the test says so, all else is done at once. */
class LearningViewModelTest {
  /** The quickest that ships. */
  private static final String NETWORK = "sprint";

  @TempDir Path home;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private Studio studio;
  private PadViewModel pad;
  private HandsViewModel hands;
  private LearningViewModel learning;

  @BeforeEach
  void open() {
    Workers workers =
        new Workers(kind -> kind == Kind.LEARNING ? waiting::add : Runnable::run, Runnable::run);
    studio = new Studio(TestStudio.folders(home), workers);
    pad = studio.pad();
    pad.loadModels(NETWORK);
    hands = pad.hands();
    learning = studio.hand().learning();
    hands.load();
  }

  private void keep(int drawn, int label) {
    keep(Samples.all().get(drawn), label);
  }

  private void keep(Drawing drawing, int label) {
    pad.clear();
    pad.replace(drawing);
    pad.keeping().keep(label);
  }

  /** A hand that writes what others call a 9 for its 4. */
  private void keepSome() {
    for (int digit = 0; digit < 9; digit++) {
      keep(digit == 4 ? 9 : digit, digit);
    }
  }

  private void learn() {
    learning.learn();
    waiting.remove().run();
  }

  private String reader() {
    return pad.cardProperty().get().name();
  }

  private List<String> models() {
    return pad.models().stream().map(Entry::name).toList();
  }

  @Test
  void aCopyLearnsAndNothingReadsWithItYet() {
    keepSome();
    learning.learn();
    assertThat(learning.stateProperty().get()).isEqualTo(State.LEARNING);
    waiting.remove().run();

    assertThat(learning.stateProperty().get()).isEqualTo(State.LEARNED);
    LearningViewModel.Outcome outcome = learning.outcomeProperty().get();
    assertThat(outcome.from()).isEqualTo(NETWORK);
    assertThat(outcome.learned().own().count()).isEqualTo(9);
    assertThat(outcome.learned().mnist()).as("not on this machine").isNull();
    assertThat(reader()).isEqualTo(NETWORK);
    assertThat(models()).doesNotContain("my-hand");
  }

  @Test
  void theAnswerOnThePadIsSeenToChange() {
    keepSome();
    pad.replace(Samples.all().get(9));
    List<Learning> seen = new ArrayList<>();
    hands.learningProperty().addListener((_, _, now) -> seen.add(now));
    learn();

    assertThat(seen.getFirst().part()).isZero();
    assertThat(seen).filteredOn(now -> now != null && now.now() != null).isNotEmpty();
    assertThat(seen.getLast()).as("it is over").isNull();
  }

  @Test
  void whatIsUsedReadsOnThePadAndStandsAmongTheNetworks() {
    hands.add("Ann");
    keepSome();
    learn();
    learning.use();

    assertThat(learning.stateProperty().get()).isEqualTo(State.USED);
    assertThat(reader()).isEqualTo("Ann-hand");
    assertThat(models()).contains(NETWORK, "Ann-hand");
    assertThat(hands.chosenProperty().get()).isEqualTo(new NamedHand("Ann", "Ann-hand"));
    assertThat(learning.unlearned()).isZero();
    ModelCard.Tuned tuned = learning.knownProperty().get().tuned();
    assertThat(tuned.from()).isEqualTo(NETWORK);
    assertThat(tuned.writer()).isEqualTo("Ann");
    assertThat(tuned.drawings()).isEqualTo(9);
  }

  @Test
  void whatAnotherHandHasLearnedMeanwhileKeepsItsName() {
    hands.add("Ann");
    keep(1, 1);
    learn();
    HandStore store = new DrawingStore(TestStudio.folders(home).drawings()).hands();
    store.put(new NamedHand("Bert", "Ann-hand"));
    Path berts = TestStudio.folders(home).models().resolve("Ann-hand");
    ModelFolder.write(berts, Shipped.model(NETWORK));
    learning.use();

    assertThat(reader()).isEqualTo("Ann-hand-2");
    assertThat(hands.chosenProperty().get()).isEqualTo(new NamedHand("Ann", "Ann-hand-2"));
    assertThat(learning.knownProperty().get().name()).isEqualTo("Ann-hand-2");
    assertThat(ModelFolder.readCard(berts)).isEqualTo(Shipped.model(NETWORK).card());
  }

  @Test
  void whatIsThrownAwayIsNowhere() {
    keepSome();
    learn();
    learning.discard();

    assertThat(learning.stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(learning.outcomeProperty().get()).isNull();
    learning.use();
    assertThat(models()).doesNotContain("my-hand");
  }

  @Test
  void aLearningIsUndone() {
    keepSome();
    learn();
    learning.use();
    learning.undo();

    assertThat(reader()).isEqualTo(NETWORK);
    assertThat(models()).doesNotContain("my-hand");
    assertThat(hands.chosenProperty().get()).isEqualTo(NamedHand.UNNAMED);
    assertThat(learning.knownProperty().get()).isNull();
    assertThat(hands.drawnProperty().get()).as("what was drawn stays").hasSize(9);
  }

  @Test
  void itGoesOnLearningFromTheSameNetworkAndEachStepIsUndone() {
    keepSome();
    learn();
    learning.use();
    keep(SamplesBeside.of(0.8, 30, 9), 4);
    keep(SamplesBeside.of(0.8, 30, 8), 8);
    assertThat(learning.unlearned()).isEqualTo(2);
    learn();
    assertThat(learning.outcomeProperty().get().from()).isEqualTo(NETWORK);
    learning.use();
    assertThat(reader()).isEqualTo("my-hand");
    assertThat(pad.cardProperty().get().tuned().drawings()).isEqualTo(11);
    assertThat(learning.unlearned()).isZero();

    learning.undo();
    assertThat(pad.cardProperty().get().tuned().drawings()).isEqualTo(9);
    assertThat(learning.unlearned()).isEqualTo(2);
    learning.undo();
    assertThat(reader()).isEqualTo(NETWORK);
  }

  @Test
  void aDrawingThatIsAnotherByNowCanBeLearnedAnew() {
    keepSome();
    learn();
    learning.use();
    DrawingStore store = new DrawingStore(TestStudio.folders(home).drawings());
    hands.load();
    assertThat(learning.outdatedProperty().get()).as("read from the file").isFalse();

    Kept first = hands.drawnProperty().get().getFirst();
    store.put(first.redrawn(Samples.all().get(6)));
    hands.load();
    assertThat(learning.outdatedProperty().get()).as("written again").isTrue();
    store.put(first);
    hands.load();
    assertThat(learning.outdatedProperty().get()).isFalse();
    store.relabel(Set.of(first.id()), 6);
    hands.load();
    assertThat(learning.outdatedProperty().get()).as("relabeled").isTrue();
    assertThat(learning.unlearned()).isZero();
  }

  @Test
  void aDrawingWithAWrongLabelIsLeftOutAndNotCounted() {
    List<Kept> own = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      own.add(Kept.of(Samples.all().get(i % 10), i % 10, null, null));
    }
    own.add(Kept.of(Samples.all().get(0), 3, null, null));
    new DrawingStore(TestStudio.folders(home).drawings()).add(own);
    hands.load();
    learn();
    assertThat(learning.outcomeProperty().get().learned().doubted()).containsExactly(30);
    learning.use();

    ModelCard.Tuned tuned = learning.knownProperty().get().tuned();
    assertThat(tuned.learned()).isEqualTo(30);
    assertThat(tuned.leftOut()).isEqualTo(1);
    assertThat(learning.outdatedProperty().get()).isFalse();
  }

  @Test
  void whatTheCommandLineLearnsMeanwhileReads() {
    keepSome();
    learn();
    learning.use();
    Model before = pad.networkProperty().get();
    pad.lookAtNetwork();
    assertThat(pad.networkProperty().get()).as("nothing is new").isSameAs(before);

    Path folder = TestStudio.folders(home).models().resolve("my-hand");
    ModelCard.Tuned more = new ModelCard.Tuned(NETWORK, null, 11, 1, 0);
    Model now = Shipped.model(NETWORK);
    ModelFolder.write(
        folder, now.with(now.card().tuned("my-hand", more, "2027-01-01T00:00:00Z", "none")));
    pad.lookAtNetwork();

    assertThat(pad.cardProperty().get().tuned()).isEqualTo(more);
    assertThat(learning.knownProperty().get().tuned()).isEqualTo(more);
  }

  @Test
  void aLearningThatIsStoppedLeavesNothing() {
    keepSome();
    learning.learn();
    learning.stop();
    waiting.remove().run();

    assertThat(learning.stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(learning.outcomeProperty().get()).isNull();
    assertThat(hands.learningProperty().get()).isNull();
  }

  @Test
  void nothingIsLearnedFromNothing() {
    learning.learn();

    assertThat(waiting).isEmpty();
    assertThat(learning.stateProperty().get()).isEqualTo(State.IDLE);
  }

  @Test
  void theShippedNetworkIsNeverReplaced() {
    hands.add(ModelLibrary.DEFAULT);
    keepSome();
    learn();
    learning.use();

    assertThat(reader()).isEqualTo(ModelLibrary.DEFAULT + "-hand");
    assertThat(models()).contains(ModelLibrary.DEFAULT);
  }

  @Test
  void whatWasLearnedOfOneHandIsNotShownAsAnothers() {
    keepSome();
    learn();
    learning.use();
    hands.add("Ann");

    assertThat(learning.outcomeProperty().get()).isNull();
    assertThat(learning.knownProperty().get()).isNull();
    hands.choose(hands.handsProperty().get().all().getFirst());
    assertThat(learning.knownProperty().get().name()).isEqualTo("my-hand");
    assertThat(hands.drawnProperty().get()).extracting(Kept::writer).containsOnlyNulls();
  }
}
