package dev.inkling.ui.hand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.model.HandNetworks;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.pack.RemovedHands.Removed;
import dev.inkling.support.Shipped;
import dev.inkling.support.TestStudio;
import dev.inkling.text.Problem;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.pad.Samples;
import dev.inkling.ui.shell.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hands that are packed, removed and brought back, without a window; all is done at once. */
class HandFilesViewModelTest {
  @TempDir Path home;
  private Studio studio;
  private PadViewModel pad;
  private HandsViewModel hands;
  private HandFilesViewModel handFiles;
  private DrawingStore drawings;

  @BeforeEach
  void open() {
    studio = TestStudio.atOnce(home);
    pad = studio.pad();
    pad.loadModels(ModelLibrary.DEFAULT);
    hands = pad.hands();
    handFiles = studio.hand().files();
    drawings = new DrawingStore(TestStudio.folders(home).drawings());
    ModelFolder.write(
        TestStudio.folders(home).models().resolve("Ann-hand"), Shipped.model("sprint"));
    hands.load();
    hands.add("Ann");
    drawings.hands().put(new NamedHand("Ann", "Ann-hand"));
    hands.load();
    pad.replace(Samples.all().get(4));
    pad.keeping().keep(4);
    pad.loadModels("Ann-hand");
  }

  private @Nullable String removed() {
    Removed removed = handFiles.removedProperty().get();
    return removed == null ? null : removed.name();
  }

  private void draw(String name, int digit) {
    hands.add(name);
    pad.replace(Samples.all().get(digit));
    pad.keeping().keep(digit);
  }

  private List<String> models() {
    return pad.models().stream().map(Entry::name).toList();
  }

  @Test
  void aHandThatIsRemovedTakesAllThatIsItsAlong() {
    handFiles.remove();

    assertThat(TestStudio.problems(studio)).isEmpty();
    assertThat(drawings.all()).isEmpty();
    assertThat(hands.handsProperty().get().all()).containsExactly(NamedHand.UNNAMED);
    assertThat(models()).doesNotContain("Ann-hand");
    assertThat(pad.modelProperty().get().name()).isEqualTo(ModelLibrary.DEFAULT);
    assertThat(removed()).isEqualTo("Ann");
  }

  @Test
  void itCanBeHadBack() {
    Kept kept = drawings.all().getFirst();
    handFiles.remove();
    handFiles.restore();

    assertThat(TestStudio.problems(studio)).isEmpty();
    assertThat(drawings.all()).containsExactly(kept);
    assertThat(hands.chosenProperty().get().name()).isEqualTo("Ann");
    assertThat(models()).contains(String.valueOf(hands.chosenProperty().get().network()));
    assertThat(handFiles.removedProperty().get()).isNull();
  }

  @Test
  void thoseThatWereRemovedOneAfterTheOtherComeBackOneAfterTheOther() {
    draw("Bert", 7);
    List<Kept> all = drawings.all();
    handFiles.remove();
    hands.add("Ann");
    handFiles.remove();
    assertThat(drawings.all()).isEmpty();

    assertThat(removed()).isEqualTo("Ann");
    handFiles.restore();
    assertThat(removed()).isEqualTo("Bert");
    handFiles.restore();

    assertThat(TestStudio.problems(studio)).isEmpty();
    assertThat(drawings.all()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(removed()).isNull();
  }

  @Test
  void whatOneWindowRemovedAnotherBringsBackWithAllThatItLearned() {
    HandNetworks networks = new HandNetworks(TestStudio.folders(home), drawings.hands());
    networks.use(hands.chosenProperty().get(), Shipped.model("sprint"));
    draw("Bert", 7);
    List<Kept> all = drawings.all();
    Studio other = TestStudio.atOnce(home);
    other.pad().loadModels(ModelLibrary.DEFAULT);
    other.pad().hands().load();
    other.pad().hands().add("Ann");
    other.hand().files().remove();
    hands.add("Bert");
    handFiles.remove();

    Studio later = TestStudio.atOnce(home);
    later.pad().loadModels(ModelLibrary.DEFAULT);
    later.hand().files().emptyBin();
    later.hand().show();
    later.hand().files().restore();
    later.hand().files().restore();
    assertThat(later.hand().files().removedProperty().get()).isNull();
    assertThat(drawings.all()).containsExactlyInAnyOrderElementsOf(all);
    NamedHand ann = drawings.hands().hands().named("Ann").orElseThrow();
    assertThat(ann.network()).isEqualTo("Ann-hand");
    assertThat(networks.undo(ann)).as("what it was before came back, too").isEqualTo("Ann-hand");

    handFiles.restore();
    assertThat(TestStudio.problems(studio)).extracting(Problem::key).contains("problem.bin.gone");
  }

  @Test
  void whoComesBackDoesNotBecomeSomebodyElseWhoHasTheNameByNow() {
    Kept kept = drawings.all().getFirst();
    handFiles.remove();
    draw("Ann", 7);
    handFiles.restore();

    assertThat(hands.chosenProperty().get().name()).isEqualTo("Ann 2");
    assertThat(drawings.by("Ann 2")).containsExactly(kept.by("Ann 2"));
    assertThat(drawings.by("Ann")).hasSize(1);
  }

  @Test
  void aDamagedNetworkIsToldAndHoldsNothingUp() throws IOException {
    Path card = TestStudio.folders(home).models().resolve("Ann-hand/model.json");
    Files.writeString(card, "{");
    studio.hand().show();
    assertThat(TestStudio.problems(studio))
        .extracting(Problem::key)
        .contains("problem.hand.damaged");
    assertThat(studio.hand().learning().knownProperty().get()).isNull();

    Path file = home.resolve("Ann.inkling");
    handFiles.pack(file);
    assertThat(file).isRegularFile();
    assertThat(TestStudio.problems(studio))
        .extracting(Problem::key)
        .contains("problem.hand.packed");
    handFiles.remove();
    assertThat(drawings.all()).isEmpty();
    handFiles.restore();
    assertThat(card).hasContent("{");
    studio.hand().learning().undo();
    assertThat(hands.chosenProperty().get()).isEqualTo(new NamedHand("Ann", null));
  }

  @Test
  void onesOwnHandIsNotRemoved() {
    hands.choose(NamedHand.UNNAMED);
    handFiles.remove();

    assertThat(drawings.all()).hasSize(1);
    assertThat(handFiles.removedProperty().get()).isNull();
  }

  @Test
  void aPackedHandIsTakenInElsewhere(@TempDir Path elsewhere) {
    Path file = home.resolve("Ann.inkling");
    handFiles.pack(file);
    Studio other = TestStudio.atOnce(elsewhere);
    other.packed().open(file);
    other.pad().hands().load();

    assertThat(TestStudio.problems(other)).isEmpty();
    other.pad().hands().choose(new NamedHand("Ann", null));
    assertThat(other.pad().hands().drawnProperty().get()).hasSize(1);
  }
}
