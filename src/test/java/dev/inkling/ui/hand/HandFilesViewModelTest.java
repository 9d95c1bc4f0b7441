package dev.inkling.ui.hand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.support.Shipped;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.pad.Samples;
import dev.inkling.ui.shell.Studio;
import java.nio.file.Path;
import java.util.List;
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
    assertThat(handFiles.removedProperty().get()).isEqualTo("Ann");
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
    assertThat(other.pad().hands().chosenProperty().get().name()).isEqualTo("Ann");
    assertThat(other.pad().hands().drawnProperty().get()).hasSize(1);
  }
}
