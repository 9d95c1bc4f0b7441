package dev.inkling.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.chart.Range;
import dev.inkling.file.AppFolders;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.RecipeField;
import dev.inkling.run.LayerMeasure;
import dev.inkling.run.LayerRow;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.run.RunSummary;
import dev.inkling.run.Standing;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.chart.Series;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.training.ComparedRun.Row;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in folders that were written by hand, side by side. */
class CompareViewModelTest {
  private static final String BATCHES = "epoch,batch,examples,loss,learningRate,imagesPerSecond\n";
  private static final String EPOCHS =
      "epoch,examples,trainLoss,trainAccuracy,valLoss,valAccuracy,seconds,imagesPerSecond\n";

  @TempDir Path home;

  private final List<Throwable> problems = new ArrayList<>();
  private RunItem slow;
  private RunItem quick;
  private RunItem other;
  private CompareViewModel compare;

  @BeforeEach
  void write() throws IOException {
    RunStore store = new RunStore(new AppFolders(home, home, home, home));
    slow = run(store, "lenet5-relu", recipe(Optimizer.MOMENTUM, 0.01), "Slow");
    quick = run(store, "lenet5-relu", recipe(Optimizer.MOMENTUM, 0.1), "Quick");
    other = run(store, "dropout-sgd", recipe(Optimizer.SGD, 0.1), "Other");
    metrics(slow, "1,1,64,2.3,0.01,900\n1,2,128,2.1,0.01,900\n", "1,128,2.2,0.3,2.0,0.41,1,900\n");
    metrics(
        quick,
        "1,1,64,2.3,0.1,900\n1,2,128,1.1,0.1,900\n2,1,192,0.8,0.1,900\n",
        "1,128,1.7,0.5,1.0,0.92,1,900\n2,256,0.9,0.8,0.9,0.87654,1,900\n");
    compare = new CompareViewModel(TestStudio.BACKGROUND, problems::add);
  }

  private static Recipe recipe(Optimizer optimizer, double rate) {
    return new Recipe(2, 64, optimizer, rate).with(r -> r.seed = 7);
  }

  private static RunItem run(RunStore store, String network, Recipe recipe, String title) {
    Run run = store.create(network, recipe, "synthetic");
    run.describe(title, "");
    return item(run);
  }

  private static RunItem item(Run run) {
    return new RunItem(run, run.info(), Standing.OPEN, true, RunSummary.NONE);
  }

  private static void metrics(RunItem item, String batches, String epochs) throws IOException {
    Files.writeString(item.run().batches(), BATCHES + batches);
    Files.writeString(item.run().epochs(), EPOCHS + epochs);
  }

  private List<ComparedRun> runs() {
    return compare.runsProperty().get();
  }

  private List<String> differences() {
    return ComparedRun.rows(runs()).stream().filter(Row::differs).map(Row::field).toList();
  }

  private Row row(String field) {
    return ComparedRun.rows(runs()).stream()
        .filter(row -> row.field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void curvesAreNamedAndFilled() {
    compare.show(List.of(slow, quick));

    assertThat(runs()).extracting(ComparedRun::name).containsExactly("Slow", "Quick");
    ComparedCurves curves = runs().getLast().curves();
    assertThat(curves.trainLoss().size()).isEqualTo(3);
    assertThat(curves.trainLoss().x(2)).isEqualTo(192);
    assertThat(curves.trainLoss().y(1)).isEqualTo(1.1);
    assertThat(curves.trainLoss().style().isDashed()).isTrue();
    assertThat(curves.valLoss().x(1)).isEqualTo(256);
    assertThat(curves.valLoss().y(0)).isEqualTo(1);
    assertThat(curves.valLoss().nameProperty().getValue()).isEqualTo("Quick");
    assertThat(curves.valAccuracy().y(1)).isEqualTo(0.87654);
    assertThat(runs().getFirst().curves().valAccuracy().size()).isEqualTo(1);
  }

  /** Of a run that an earlier version trained there is nothing to compare. */
  @Test
  void layersAreComparedOnOneScale() throws IOException {
    layers(slow, "1,1,64,conv1,2,0.001,0.1,,\n1,1,64,dense3,2,0.1,0.1,0.3,0.25\n");
    layers(quick, "1,1,64,conv1,2,5,0.1,,\n1,1,64,dense3,2,0,0.1,0.4,0\n");
    compare.show(List.of(slow, quick, other));

    assertThat(runs().getFirst().curves().layers().of(LayerMeasure.GRADIENT))
        .hasSize(5)
        .extracting(Series::size)
        .containsExactly(1, 0, 0, 0, 1);
    Range gradients = ComparedRun.range(runs(), LayerMeasure.GRADIENT);
    assertThat(gradients.low()).isBetween(0.0005, 0.001);
    assertThat(gradients.high()).isBetween(5.0, 10.0);
    assertThat(ComparedRun.range(runs(), LayerMeasure.DEAD)).isEqualTo(new Range(0, 0.3));
    assertThat(ComparedRun.range(runs().subList(2, 3), LayerMeasure.DEAD)).isNull();
  }

  private static void layers(RunItem item, String rows) throws IOException {
    Files.writeString(item.run().layers(), LayerRow.HEADER + "\n" + rows);
  }

  @Test
  void rowsThatDifferAreFound() {
    compare.show(List.of(slow, quick));
    assertThat(differences())
        .containsExactly(ComparedRun.BEST, RecipeField.LEARNING_RATE.nameKey());
    assertThat(row(RecipeField.LEARNING_RATE.nameKey()).values()).containsExactly(0.01, 0.1);
    assertThat(row(ComparedRun.BEST).values()).containsExactly(0.41, 0.92);

    compare.show(List.of(quick, other));
    // SGD ignores the momentum that its recipe has; a run without an epoch has no best.
    assertThat(differences())
        .containsExactly(
            ComparedRun.BEST,
            ComparedRun.NETWORK,
            RecipeField.OPTIMIZER.nameKey(),
            RecipeField.MOMENTUM.nameKey());
    assertThat(row(RecipeField.MOMENTUM.nameKey()).values()).containsExactly(0.9, null);
    assertThat(row(ComparedRun.BEST).values()).containsExactly(0.92, null);
  }

  @Test
  void aRunThatStaysKeepsItsCurvesAndItsColor() {
    compare.show(List.of(slow, quick));
    ComparedCurves before = runs().getLast().curves();
    before.valLoss().visibleProperty().set(false);
    compare.show(List.of(other, quick));

    assertThat(runs().getLast().curves()).isSameAs(before);
    assertThat(before.valLoss().size()).isEqualTo(2);
    assertThat(before.valLoss().visibleProperty().get()).isFalse();
    assertThat(before.color()).isEqualTo(1);
    assertThat(runs().getFirst().curves().color()).isZero();
  }

  @Test
  void runsOfTheSameTitleAreToldApart() {
    quick.run().describe("Slow", "");
    RunItem twin = item(quick.run());
    compare.show(List.of(slow, twin, other));

    assertThat(runs())
        .extracting(ComparedRun::name)
        .containsExactly(
            "Slow · " + RunNames.mark(slow.info(), List.of(slow.info(), twin.info())),
            "Slow · " + RunNames.mark(twin.info(), List.of(slow.info(), twin.info())),
            "Other")
        .doesNotHaveDuplicates();
  }

  @Test
  void aRunInTrainingIsReadAgain() throws IOException {
    compare.show(List.of(slow, quick));
    List<ComparedRun> before = runs();
    metrics(slow, "1,1,64,2.3,0.01,900\n", "1,128,2.2,0.3,2,0.4,1,9\n2,256,2,0.3,1.9,0.5,1,9\n");
    compare.readAgain();

    assertThat(runs()).isNotSameAs(before);
    assertThat(runs().getFirst().curves().valLoss().size()).isEqualTo(2);
    assertThat(row(ComparedRun.BEST).values()).containsExactly(0.5, 0.92);
  }

  @Test
  void oneRunIsNoComparison() {
    compare.show(List.of(slow, quick));
    compare.show(List.of(slow));
    assertThat(runs()).isEmpty();
    compare.readAgain();
    assertThat(runs()).isEmpty();
  }

  @Test
  void anAnswerThatComesTooLateIsNotShown() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    compare = new CompareViewModel(new Background(waiting::add, Runnable::run), problems::add);
    compare.show(List.of(slow, quick));
    compare.show(List.of(slow, quick, other));
    waiting.remove().run();
    assertThat(runs()).isEmpty();
    waiting.remove().run();
    assertThat(runs()).hasSize(3);

    compare.show(List.of(slow, quick));
    compare.show(List.of());
    waiting.remove().run();
    assertThat(runs()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsTold() throws IOException {
    Files.delete(quick.run().epochs());
    Files.createDirectory(quick.run().epochs());
    compare.show(List.of(slow, quick));

    assertThat(problems).hasSize(1);
    assertThat(runs()).isEmpty();
  }
}
