package dev.inkling.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelLibrary;
import dev.inkling.support.Shipped;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.shell.Studio;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose hand draws, without a window; all work is done at once. */
class HandsViewModelTest {
  @TempDir Path home;
  private DrawingStore drawings;
  private PadViewModel pad;
  private HandsViewModel hands;

  @BeforeEach
  void open() {
    Studio studio = TestStudio.atOnce(home);
    pad = studio.pad();
    pad.loadModels(ModelLibrary.DEFAULT);
    drawings = new DrawingStore(TestStudio.folders(home).drawings());
    hands = pad.hands();
    hands.load();
  }

  private void keep(int drawn, int label) {
    pad.replace(Samples.all().get(drawn));
    pad.keeping().keep(label);
  }

  @Test
  void whatIsKeptBelongsToTheHandThatDraws() {
    keep(1, 1);
    hands.add("Ann");
    keep(2, 2);

    assertThat(drawings.all()).extracting(Kept::writer).containsExactly(null, "Ann");
    assertThat(hands.drawnProperty().get()).extracting(Kept::label).containsExactly(2);
    hands.choose(NamedHand.UNNAMED);
    assertThat(hands.drawnProperty().get()).extracting(Kept::label).containsExactly(1);
  }

  @Test
  void aHandThatIsAddedTwiceIsOne() {
    hands.add("Ann");
    hands.choose(NamedHand.UNNAMED);
    hands.add("Ann");

    assertThat(hands.handsProperty().get().all()).hasSize(2);
    assertThat(hands.chosenProperty().get().name()).isEqualTo("Ann");
  }

  @Test
  void aRenamedHandGoesOnDrawing() {
    hands.add("Ana");
    keep(1, 1);
    hands.rename("Ann");

    assertThat(hands.chosenProperty().get().name()).isEqualTo("Ann");
    assertThat(hands.drawnProperty().get()).hasSize(1);
    assertThat(drawings.all()).extracting(Kept::writer).containsExactly("Ann");
  }

  @Test
  void itCountsHowEachDigitIsRead() {
    keep(4, 4);
    keep(9, 4);
    keep(3, 3);

    assertThat(hands.tally(4)).isEqualTo(new HandTally(2, 2, 1));
    assertThat(hands.tally()).isEqualTo(new HandTally(3, 3, 2));
  }

  @Test
  void whatIsUndoneIsNotCounted() {
    keep(4, 4);
    pad.keeping().undo();

    assertThat(hands.tally().drawings()).isZero();
  }

  @Test
  void whatIsCountedIsWhatTheFileHolds() {
    keep(4, 4);
    keep(9, 4);
    pad.keeping().keep(9);
    keep(3, 3);
    keep(5, 5);
    pad.keeping().undo();
    List<Kept> counted = hands.drawnProperty().get();

    hands.load();

    assertThat(counted).isEqualTo(hands.drawnProperty().get()).isEqualTo(drawings.all());
    assertThat(counted).extracting(Kept::label).containsExactly(4, 9, 3);
  }

  @Test
  void learningIsOfferedOnceItWouldHelp() {
    List<Integer> right = new ArrayList<>();
    for (int digit = 0; digit < 10; digit++) {
      keep(digit, digit);
      right.add(digit);
      assertThat(hands.tally().isWorthLearning()).as("after %s", right).isFalse();
    }
    pad.clear();
    keep(8, 3);
    assertThat(hands.tally().isWorthLearning()).isTrue();
  }

  /** What has learned a hand is called the same each time. */
  @Test
  void whatWasReadBeforeTheHandWasLearnedSaysNothingOfWhatLearnedIt() {
    ModelCard.Tuned how = new ModelCard.Tuned("inkling", null, 1, 4, 0);
    ModelCard card =
        Shipped.model("sprint").card().tuned("my-hand", how, "2026-11-27T12:00:00Z", "none");
    Kept before = Kept.of(Samples.all().get(9), 4, 9, "my-hand");
    Kept read = new Kept("a", 4, 9, "my-hand", at("11:59:59"), before.strokes(), null, null);
    Kept after = new Kept("b", 4, 4, "my-hand", at("12:00:00"), before.strokes(), null, null);

    assertThat(HandTally.of(List.of(read, after), card)).isEqualTo(new HandTally(2, 1, 1));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-27T" + time + "Z");
  }

  @Test
  void whatAnotherNetworkReadSaysNothingOfThisOne() {
    keep(9, 4);
    pad.loadModels("lenet5-relu");

    assertThat(hands.tally(4)).isEqualTo(new HandTally(1, 0, 0));
  }
}
