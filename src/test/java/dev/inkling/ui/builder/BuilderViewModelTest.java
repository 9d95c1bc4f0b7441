package dev.inkling.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.layer.Kinds;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Setting;
import dev.inkling.model.Architecture;
import dev.inkling.model.ArchitectureStore;
import dev.inkling.model.Normalization;
import dev.inkling.model.Origin;
import dev.inkling.support.TestStudio;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.training.NetworkShelf;
import dev.inkling.ui.training.ToBuild;
import dev.inkling.ui.training.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuilderViewModelTest {
  private static final String LENET =
      "conv 6@5x5 pad 2, relu, max-pool 2, conv 16@5x5, relu, max-pool 2, "
          + "dense 120, relu, dense 84, relu, dense 10";

  @TempDir Path home;

  /** What is measured waits here until it is run. */
  private final Deque<Runnable> measuring = new ArrayDeque<>();

  private final BooleanProperty isFree = new SimpleBooleanProperty(true);
  private final List<Architecture> trained = new ArrayList<>();
  private final List<Architecture> probed = new ArrayList<>();
  private int stopped;

  private BuilderViewModel builder() {
    Pace pace = new Pace(new Background(measuring::add, Runnable::run), isFree, Tried::new);
    BuilderMemory memory =
        new BuilderMemory(file(), TestStudio.BACKGROUND, new Notices().topic("built"));
    BuilderViewModel builder = new BuilderViewModel(memory, pace, shelf(), trained::add);
    builder.open();
    return builder;
  }

  private final class Tried implements Trial.Probe<Architecture> {
    @Override
    public double seconds(Architecture network) {
      probed.add(network);
      return network.recipe().imagesPerEpoch(50_000) / 10_000.0;
    }

    @Override
    public void stop() {
      stopped++;
    }
  }

  private NetworkShelf shelf() {
    NetworkShelf shelf =
        new NetworkShelf(
            new ArchitectureStore(TestStudio.folders(home)),
            TestStudio.BACKGROUND,
            new Notices().topic("own"));
    shelf.load();
    return shelf;
  }

  private Path file() {
    return home.resolve("builder.json");
  }

  private static Setting setting(BuilderViewModel builder, String key) {
    return builder.draftProperty().get().layer().settings().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFirstNetworkIsNotCalledAsOneThatIsKept() {
    BuilderViewModel first = builder();
    first.add("dense 10");
    first.keep("my-network");
    first.add("relu");
    assertThat(file().toFile().delete()).isTrue();

    BuilderViewModel builder = builder();

    assertThat(builder.draftProperty().get().network().name()).isEqualTo("my-network-2");
    assertThat(builder.undoableProperty().get()).isFalse();
  }

  @Test
  void leNetIsBuiltFromNothing() {
    BuilderViewModel builder = builder();
    builder.add(Kinds.of("conv"));
    builder.set(setting(builder, "filters"), 6);
    builder.set(setting(builder, "kernel"), 5);
    builder.add("relu, max-pool 2, conv 16@5x5, relu, max-pool 2");
    builder.add("dense 120, relu, dense 84, relu, dense 10");
    assertThat(builder.text()).isEqualTo(LENET);
    Costs costs = builder.costsProperty().get();
    // By hand: 6·25+6, 16·150+16, 120·400+120, 84·120+84, 10·84+10.
    assertThat(costs.parameters()).isEqualTo(156 + 2416 + 48_120 + 10_164 + 850);
    assertThat(costs.operations())
        .isEqualTo(
            2L * 6 * 28 * 28 * 25
                + 2L * 16 * 10 * 10 * 150
                + 2L * (400 * 120 + 120 * 84 + 84 * 10));
    // 5, then every second pixel: +1, +4·2, +1·2.
    assertThat(costs.field().width()).isEqualTo(16);
    assertThat(costs.items().get(6).flattens()).isTrue();
    assertThat(builder.isPossible()).isTrue();
  }

  @Test
  void memoryIsThatOfValuesAndParameters() {
    BuilderViewModel builder = builder();
    builder.add("dense 10");
    // 64 images of 784 pixels and 10 outputs with their gradients; 7,850 parameters for Adam.
    assertThat(builder.costsProperty().get().memory())
        .isEqualTo(4 * (64L * (784 + 2 * 10) + 7_850 * 4));
  }

  @Test
  void everythingIsUndoneAndDoneAgainWithoutEnd() {
    BuilderViewModel builder = builder();
    List<String> texts = new ArrayList<>(List.of(builder.text()));
    for (int i = 0; i < 60; i++) {
      builder.add(Kinds.ALL.get(i % Kinds.ALL.size()));
      if (i % 3 == 1) {
        builder.duplicate();
        texts.add(builder.text());
        builder.move(-1);
      }
      if (!texts.getLast().equals(builder.text())) {
        texts.add(builder.text());
      }
    }
    List<String> back = new ArrayList<>(List.of(builder.text()));
    while (builder.undoableProperty().get()) {
      builder.undo();
      back.add(builder.text());
    }
    assertThat(back.stream().distinct().toList())
        .contains("", texts.get(1), texts.get(texts.size() / 2));
    assertThat(builder.text()).isEmpty();
    while (builder.redoableProperty().get()) {
      builder.redo();
    }
    assertThat(builder.text()).isEqualTo(texts.getLast());
  }

  @Test
  void aNumberThatIsTypedDigitByDigitIsOneStep() {
    BuilderViewModel builder = builder();
    builder.add("dense 10");
    builder.set(setting(builder, "units"), 1);
    builder.set(setting(builder, "units"), 12);
    builder.set(setting(builder, "units"), 128);
    builder.undo();
    assertThat(builder.text()).isEqualTo("dense 10");
    builder.redo();
    assertThat(builder.text()).isEqualTo("dense 128");
  }

  @Test
  void layersAreMovedRemovedAndDuplicatedWhereTheyAreSelected() {
    BuilderViewModel builder = builder();
    builder.add("dense 30, relu, dense 10");
    builder.select(1);
    builder.move(-1);
    assertThat(builder.text()).isEqualTo("relu, dense 30, dense 10");
    assertThat(builder.draftProperty().get().selected()).isZero();
    builder.move(-1); // it is the first
    builder.moveTo(2);
    assertThat(builder.text()).isEqualTo("dense 30, dense 10, relu");
    builder.remove();
    assertThat(builder.draftProperty().get().selected()).isEqualTo(1);
    builder.duplicate();
    assertThat(builder.text()).isEqualTo("dense 30, dense 10, dense 10");
    builder.select(Draft.INPUT);
    builder.remove(); // the picture stays
    builder.add("relu");
    assertThat(builder.text()).isEqualTo("relu, dense 30, dense 10, dense 10");
  }

  @Test
  void whatCannotBeReadIsSaidAndNothingIsAdded() {
    BuilderViewModel builder = builder();
    assertThat(builder.add("dense 10, konv 3").map(Problem::key)).hasValue("problem.layer.unknown");
    assertThat(builder.add("dense").map(Problem::key)).hasValue("problem.layer.form");
    assertThat(builder.text()).isEmpty();
    assertThat(builder.undoableProperty().get()).isFalse();
  }

  @Test
  void whatIsWrongIsMendedByWhatItsButtonSays() {
    BuilderViewModel builder = builder();
    builder.add("conv 8@5x5, relu, dense 7");
    assertThat(builder.isPossible()).isFalse();
    builder.train();
    assertThat(trained).isEmpty();
    builder.mend(builder.findingsProperty().get().getFirst());
    assertThat(builder.isPossible()).isTrue();
    assertThat(builder.text()).isEqualTo("conv 8@5x5, relu, dense 10");
    builder.undo();
    assertThat(builder.text()).isEqualTo("conv 8@5x5, relu, dense 7");
  }

  @Test
  void behindWhatIsImpossibleNothingIsCosted() {
    BuilderViewModel builder = builder();
    builder.add("max-pool 9, conv 8@5x5, dense 10");
    List<Costs.Item> items = builder.costsProperty().get().items();
    assertThat(items).extracting(Costs.Item::isPossible).containsExactly(true, false, false);
    assertThat(builder.costsProperty().get().parameters()).isZero();
  }

  @Test
  void whatIsBuiltSurvivesARestart() {
    BuilderViewModel before = builder();
    before.copy(Architecture.named("dropout-sgd"));
    before.select(3);
    before.normalize(Normalization.SYMMETRIC);
    BuilderViewModel after = builder();
    assertThat(after.draftProperty().get()).isEqualTo(before.draftProperty().get());
    assertThat(after.undoableProperty().get()).isFalse();
  }

  @Test
  void aFileThatCannotBeUsedIsAsNone() throws Exception {
    Files.writeString(file(), "{\"name\":\"a\",\"layers\":[\"konv\"],\"selected\":3}");
    assertThat(builder().text()).isEmpty();
    Files.writeString(file(), "[");
    assertThat(builder().text()).isEmpty();
  }

  @Test
  void aCopyHasLayersPixelsAndRecipeAndLeavesTheNetworkAlone() {
    BuilderViewModel builder = builder();
    Architecture sprint = Architecture.named("sprint");
    builder.copy(sprint);
    builder.select(0);
    builder.remove();
    builder.train();
    assertThat(builder.draftProperty().get().network().recipe()).isEqualTo(sprint.recipe());
    assertThat(builder.draftProperty().get().network().name()).isNotEqualTo("sprint");
    assertThat(Architecture.named("sprint")).isEqualTo(sprint);
    assertThat(trained).containsExactly(builder.draftProperty().get().network());
  }

  @Test
  void whatIsMeasuredIsOfTheNetworkThatIsThere() {
    BuilderViewModel builder = builder();
    builder.add("dense 10");
    builder.measure();
    builder.add("relu");
    assertThat(builder.secondsProperty().get()).isNaN();
    measuring.removeFirst().run();
    assertThat(builder.secondsProperty().get()).as("another's").isNaN();
    builder.undo();
    builder.measure();
    measuring.removeFirst().run();
    assertThat(builder.secondsProperty().get()).isEqualTo(5);
    builder.select(Draft.INPUT); // the same network
    assertThat(builder.secondsProperty().get()).isEqualTo(5);
  }

  @Test
  void whatIsMeasuredStopsWhenItIsNoLongerWanted() {
    BuilderViewModel builder = builder();
    builder.add("dense 10");
    builder.measure();
    builder.select(Draft.INPUT); // the same network
    assertThat(stopped).isZero();
    builder.add("relu");
    assertThat(stopped).as("another network").isEqualTo(1);
    builder.measure();
    isFree.set(false);
    assertThat(stopped).as("a run has the machine").isEqualTo(2);
    isFree.set(true);
    builder.measure();
    measuring.forEach(Runnable::run);
    builder.stopMeasuring();
    assertThat(stopped).as("it is measured already").isEqualTo(2);
    assertThat(builder.secondsProperty().get()).isEqualTo(5);
  }

  @Test
  void onlyTheNewestIsMeasuredAndNoneWhileARunHasTheMachine() {
    BuilderViewModel builder = builder();
    isFree.set(false);
    builder.add("dense 10");
    builder.measure();
    assertThat(measuring).isEmpty();
    isFree.set(true);
    builder.measure();
    builder.add("dense 10");
    builder.select(0);
    builder.set(setting(builder, "units"), 30);
    builder.measure();
    measuring.forEach(Runnable::run);
    assertThat(probed)
        .extracting(Architecture::layers)
        .containsExactly(Layer.list("dense 30, dense 10"));
  }

  @Test
  void whatIsKeptIsThereAgainAndItsNameIsTaken() {
    BuilderViewModel builder = builder();
    builder.add("dense 20, relu, dense 10");
    builder.keep("twenty");
    Architecture kept = builder.draftProperty().get().network();
    builder.begin();
    BuilderViewModel later = builder();
    assertThat(later.shelf().ownProperty().get()).containsExactly(kept);
    assertThat(later.refusal("Twenty").map(Phrase::key)).hasValue("problem.network.taken");
    assertThat(later.refusal("sprint").map(Phrase::key)).hasValue("problem.network.shipped");
    assertThat(later.refusal("a/b").map(Phrase::key)).hasValue("problem.network.name");
    later.open(kept);
    assertThat(later.refusal("twenty")).isEmpty();
    later.duplicate();
    later.copy(kept);
    later.keep("twenty-copy");
    later.copy(kept);
    assertThat(later.draftProperty().get().network().name()).isEqualTo("twenty-copy-2");
  }

  @Test
  void aCopyIsComparedWithWhatWasCopiedUntilAnotherIsChosen() {
    BuilderViewModel builder = builder();
    Architecture sprint = Architecture.named("sprint");
    builder.copy(new ToBuild(sprint, "my run"));
    builder.select(1);
    builder.remove();
    assertThat(builder.draftProperty().get().network().name()).isEqualTo("sprint-copy");
    assertThat(builder.comparedProperty().get()).isEqualTo(Origin.of("my run", sprint));
    assertThat(builder.marks().removed()).isEqualTo(1);

    builder.compareWith(Architecture.named("lenet5-relu"));
    assertThat(builder.comparedProperty().get().name()).isEqualTo("lenet5-relu");
    assertThat(builder.marks().changed()).isPositive();
    builder.compareWithNothing();
    assertThat(builder.marks()).isEqualTo(Marks.NONE);
    builder.compareWithOrigin();
    builder.undo();
    assertThat(builder.marks().removed()).isZero();
    builder.undo(); // what was there before the copy
    assertThat(builder.comparedProperty().get()).isNull();
  }

  @Test
  void whatWasCopiedIsKeptWithTheNetwork() {
    BuilderViewModel builder = builder();
    builder.copy(Architecture.named("sprint"));
    builder.keep("quick");
    BuilderViewModel later = builder();
    Architecture kept = later.shelf().ownProperty().get().getFirst();
    assertThat(kept.origin()).isEqualTo(Origin.of("sprint", Architecture.named("sprint")));
    assertThat(later.draftProperty().get().network()).isEqualTo(kept);
  }

  @Test
  void aNetworkThatIsOpenFollowsItsNewNameAndStaysWhenItIsRemoved() {
    BuilderViewModel builder = builder();
    builder.add("dense 10");
    builder.keep("one");
    builder.shelf().rename("one", "two");
    assertThat(builder.draftProperty().get().network().name()).isEqualTo("two");
    assertThat(builder.shelf().has("two")).isTrue();
    assertThat(builder.shelf().has("one")).isFalse();
    builder.shelf().remove("two");
    assertThat(builder.shelf().ownProperty().get()).isEmpty();
    assertThat(builder.text()).isEqualTo("dense 10");
    builder.shelf().restore();
    assertThat(builder.shelf().has("two")).isTrue();
    assertThat(builder.shelf().removedProperty().get()).isNull();
  }

  @Test
  void nothingIsReadBeforeSomebodyBuilds() throws Exception {
    builder().add("dense 10");
    Pace pace = new Pace(new Background(measuring::add, Runnable::run), isFree, () -> _ -> 1);
    BuilderMemory memory =
        new BuilderMemory(file(), TestStudio.BACKGROUND, new Notices().topic("built"));
    BuilderViewModel later = new BuilderViewModel(memory, pace, shelf(), trained::add);
    assertThat(later.text()).isEmpty();
    later.copy(Architecture.named("sprint"));
    later.undo();
    assertThat(later.text()).isEqualTo("dense 10");
  }

  /** The pure part of what happens with every key. */
  @Test
  void everyChangeIsAnsweredAtOnce() {
    for (String text :
        List.of(
            text(Architecture.named("inkling")),
            String.join(", ", Collections.nCopies(20, "conv 8@3x3 pad 1, batch-norm, relu")))) {
      Background noFiles = new Background(_ -> {}, Runnable::run);
      BuilderMemory memory = new BuilderMemory(file(), noFiles, new Notices().topic("built"));
      Pace pace = new Pace(noFiles, isFree, () -> _ -> 1);
      BuilderViewModel builder = new BuilderViewModel(memory, pace, shelf(), trained::add);
      builder.add(text);
      builder.select(0);
      for (int i = 0; i < 50; i++) { // until it is compiled
        builder.set(setting(builder, "filters"), 1 + i);
      }
      long begin = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        builder.set(setting(builder, "filters"), 101 + i);
      }
      double millis = (System.nanoTime() - begin) / 1e6 / 20;
      assertThat(millis).isLessThan(50);
    }
  }

  private static String text(Architecture network) {
    return String.join(", ", network.layers().stream().map(Layer::text).toList());
  }
}
