package dev.inkling.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.data.Synthetic;
import dev.inkling.file.AppFolders;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Picture;
import dev.inkling.model.Architecture;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.RealMnist;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.kit.Workers.Kind;
import dev.inkling.ui.pad.Samples;
import dev.inkling.ui.results.Evaluator.Evaluated;
import dev.inkling.ui.results.PairViewModel.Share;
import dev.inkling.ui.results.PairViewModel.Verdict;
import dev.inkling.ui.results.ResultsViewModel.Page;
import dev.inkling.ui.shell.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results without a window: work runs at once, or when the test says so. */
class ResultsViewModelTest {
  private static final int COUNT = 60;

  @TempDir Path home;
  private Path images;
  private DrawingStore drawings;
  private Studio studio;
  private Entry first;
  private Entry second;
  private ResultsViewModel results;

  @BeforeEach
  void open() {
    images =
        IdxFiles.write(home.resolve("images"), Synthetic.digits(12, 1), Synthetic.digits(COUNT, 2));
    drawings = new DrawingStore(home.resolve("drawings"));
    first = model("first");
    second = model("second");
    results = results(Runnable::run);
  }

  private Entry model(String name) {
    Path folder = home.resolve("models").resolve(name);
    ModelFolder.write(folder, TinyModels.untrained(name));
    return new Entry(name, folder, false);
  }

  @Test
  void mistakesAreThoseInAllDataSetsThatWereLearned() {
    String both = images + "," + DataSource.SYNTHETIC;
    results.showMistakes(second, both);

    assertThat(results.dataProperty().get()).isEqualTo(both);
    assertThat(results.dataSets()).contains(both);
    assertThat(results.modelProperty().get()).isEqualTo(second);
    assertThat(results.pageProperty().get()).isEqualTo(Page.GALLERY);
    assertThat(TestStudio.problems(studio)).isEmpty();
    assertThat(results.failureProperty().get()).isNull();
  }

  private ResultsViewModel results(Executor worker) {
    Workers workers =
        new Workers(kind -> kind == Kind.EVALUATION ? worker : Runnable::run, Runnable::run);
    studio = new Studio(new AppFolders(home, home, home, home.resolve("shipped")), workers);
    studio.pad().loadModels("first");
    return studio.results();
  }

  private Evaluated evaluated() {
    return results.evaluatedProperty().get();
  }

  private void evaluateImages() {
    results.choose(images);
    results.open(first);
  }

  @Test
  void aModelIsMeasuredOnTheTestImagesOfAFolder() {
    evaluateImages();
    assertThat(evaluated().results().evaluation().count()).isEqualTo(COUNT);
    assertThat(results.workingProperty().get()).isFalse();
    assertThat(results.dataSets()).contains(images.toString());
    assertThat(results.gallery().foundProperty().get())
        .isEqualTo(evaluated().results().misread().length);
  }

  @Test
  void resultsAreKeptUntilModelOrImagesChange() throws IOException {
    evaluateImages();
    Evaluated before = evaluated();
    results.modelProperty().set(second);
    assertThat(evaluated().model()).isEqualTo(second);
    results.modelProperty().set(first);
    assertThat(evaluated()).isSameAs(before);
    results.open(first);
    assertThat(evaluated()).isSameAs(before);

    Files.setLastModifiedTime(
        first.folder().resolve(ModelFolder.PARAMETERS), FileTime.fromMillis(1_000_000));
    results.open(first);
    Evaluated again = evaluated();
    assertThat(again).isNotSameAs(before);
    Files.setLastModifiedTime(
        images.resolve(IdxFiles.TEST_IMAGES), FileTime.fromMillis(9_000_000_000_000L));
    results.open(first);
    assertThat(evaluated()).isNotSameAs(again);
  }

  @Test
  void nothingStaleIsShownWhileAnotherModelReads() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    results = results(waiting::add);
    evaluateImages();
    waiting.remove().run();
    assertThat(evaluated().model()).isEqualTo(first);

    results.modelProperty().set(second);
    assertThat(evaluated()).isNull();
    assertThat(results.gallery().shownProperty().get()).isEmpty();
    assertThat(results.workingProperty().get()).isTrue();
    results.modelProperty().set(first);
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
    assertThat(evaluated().model()).isEqualTo(first);
  }

  @Test
  void aFolderThatWasChosenInTrainingIsOfferedHereAndAfterARestart() {
    studio.training().form().dataProperty().set(images.toString());
    results.open(first);
    assertThat(results.dataSets()).contains(images.toString());

    results = results(Runnable::run);
    results.open(first);
    assertThat(results.dataSets()).contains(images.toString());
  }

  @Test
  void realMnistThatWasChosenInTrainingIsReadHereWithoutAsking() {
    studio.training().form().dataProperty().set(RealMnist.folder().toString());
    results.open(first);
    assertThat(results.missingProperty().get()).isFalse();
    assertThat(evaluated().results().evaluation().count()).isEqualTo(10_000);
    assertThat(results.place().arguments()).contains(RealMnist.folder());
  }

  @Test
  void theEpochsPageExportsTheRunThatItShowsAndNoOtherNetwork() throws IOException {
    evaluateImages();
    assertThat(results.exported().name()).isEqualTo("first");
    assertThat(results.exported().results()).isNotNull();
    results.pageProperty().set(Page.EPOCHS);
    assertThat(results.exported()).isNull();

    Run run =
        new RunStore(TestStudio.folders(home))
            .create("inkling", Architecture.named("inkling").recipe(), "mnist");
    StringBuilder text = new StringBuilder("epoch,examples,class,count,accuracy");
    IntStream.range(0, 10).forEach(read -> text.append(",as").append(read));
    IntStream.range(0, 10)
        .forEach(label -> text.append("\n1,60,%d,7,0.5".formatted(label)).append(",7".repeat(10)));
    Files.writeString(run.classes(), text + "\n");
    studio.training().runs().refresh();

    assertThat(results.exported().name()).isEqualTo("inkling");
    assertThat(results.exported().epoch()).isEqualTo(1);
    assertThat(results.exported().confusion()[3]).containsOnly(7);
    assertThat(results.exported().results()).isNull();
    results.pageProperty().set(Page.COMPARE);
    assertThat(results.exported().name()).isEqualTo("first");
  }

  @Test
  void anEmptyGallerySaysWhetherTheFiltersAreWhy() {
    Digits few = Synthetic.digits(COUNT, 2).range(0, 12);
    results.choose(IdxFiles.write(home.resolve("few"), few, few));
    results.open(new Entry("inkling", Path.of("models/inkling"), true));
    assertThat(evaluated().results().misread()).isEmpty();
    assertThat(results.gallery().emptyKey()).isEqualTo("results.gallery.allRight");
    results.gallery().filterProperty().set(GalleryFilter.MISREAD.withLabel(3));
    assertThat(results.gallery().emptyKey()).isEqualTo("results.gallery.empty");
  }

  @Test
  void mnistIsNotDownloadedUnasked() {
    results.open(first);
    assertThat(results.missingProperty().get()).isTrue();
    assertThat(results.workingProperty().get()).isFalse();
    assertThat(evaluated()).isNull();
    results.choose(images);
    assertThat(results.missingProperty().get()).isFalse();
    assertThat(evaluated()).isNotNull();
  }

  @Test
  void whatCannotBeReadSaysWhy() throws IOException {
    results.choose(Files.createDirectory(home.resolve("empty")));
    results.open(first);
    assertThat(results.failureProperty().get()).isNotNull();
    assertThat(evaluated()).isNull();

    results.dataProperty().set(DataSource.DRAWINGS);
    assertThat(results.failureProperty().get().key()).isEqualTo("problem.drawings.none");
    evaluateImages();
    assertThat(results.failureProperty().get()).isNull();
    results.modelProperty().set(new Entry("gone", home.resolve("gone"), false));
    assertThat(results.failureProperty().get().key()).isEqualTo("problem.model.folder");
  }

  @Test
  void aCellOpensItsSamples() {
    evaluateImages();
    results.openGallery(GalleryFilter.cell(3, 3));
    assertThat(results.pageProperty().get()).isEqualTo(Page.GALLERY);
    assertThat(results.gallery().shownProperty().get())
        .hasSize(evaluated().results().evaluation().confusion()[3][3]);
  }

  @Test
  void aSampleHasItsProbabilitiesAndItsNeighbours() {
    evaluateImages();
    results.gallery().filterProperty().set(GalleryFilter.of(GalleryFilter.Kind.ALL));
    results.gallery().selectedProperty().set(5);
    assertThat(results.sample().recognitionProperty().get().probabilities())
        .isEqualTo(evaluated().results().predictions().probabilities()[5]);
    // The tiny model says that it was trained on synthetic digits.
    assertThat(results.sample().neighboursProperty().get()).hasSize(NeighbourFinder.COUNT);
    assertThat(results.sample().failureProperty().get()).isNull();
    results.gallery().selectedProperty().set(null);
    assertThat(results.sample().recognitionProperty().get().isBlank()).isTrue();
    assertThat(results.sample().neighboursProperty().get()).isEmpty();
  }

  @Test
  void aSampleGoesToThePadAsAPictureADrawingWithItsStrokes() {
    evaluateImages();
    results.gallery().selectedProperty().set(5);
    results.sendToPad();
    assertThat(results.onPadProperty().get().marks().getFirst()).isInstanceOf(Picture.class);

    Drawing drawing = Samples.all().getFirst();
    drawings.add(List.of(Kept.of(drawing, 0, null, null)));
    results.dataProperty().set(DataSource.DRAWINGS);
    results.gallery().selectedProperty().set(0);
    results.sendToPad();
    assertThat(results.onPadProperty().get()).isEqualTo(drawing);
  }

  @Test
  void twoModelsAreComparedOnTheSameImages() {
    evaluateImages();
    assertThat(results.pair().pairProperty().get()).isNull();
    results.pair().otherProperty().set(first);
    assertThat(results.pair().pairProperty().get().verdict()).isEqualTo(Verdict.SAME);
    assertThat(results.pair().pairProperty().get().images(Share.BOTH))
        .hasSize(evaluated().results().misread().length);
    assertThat(results.pair().pairProperty().get().images(Share.ONLY_FIRST)).isEmpty();
    results.pair().otherProperty().set(new Entry("gone", home.resolve("gone"), false));
    assertThat(results.pair().pairProperty().get()).isNull();
    assertThat(results.pair().failureProperty().get()).isNotNull();
  }

  @Test
  void theDrawingsOfOneHandAreReadAlone() {
    drawings.add(
        List.of(
            Kept.of(Samples.all().get(3), 3, null, null).by("Zoe"),
            Kept.of(Samples.all().get(4), 4, null, null),
            Kept.of(Samples.all().get(5), 5, null, null).by("Zoe")));
    results.dataProperty().set(DataSource.DRAWINGS);
    results.open(first);
    Optional<NamedHand> zoe = Optional.of(new NamedHand("Zoe", null));
    assertThat(results.hands())
        .containsExactly(Optional.empty(), zoe, Optional.of(NamedHand.UNNAMED));
    assertThat(evaluated().images().drawings()).hasSize(3);

    results.handProperty().set(zoe);
    assertThat(evaluated().images().drawings()).extracting(Kept::label).containsExactly(3, 5);
    assertThat(evaluated().results().evaluation().count()).isEqualTo(2);
    assertThat(evaluated().results().predictions().data()).isEqualTo("drawings: Zoe");
    results.modelProperty().set(second);
    assertThat(evaluated().results().evaluation().count()).isEqualTo(2);

    results.choose(images);
    assertThat(evaluated().results().evaluation().count()).as("not drawn here").isEqualTo(COUNT);
    results.dataProperty().set(DataSource.DRAWINGS);
    assertThat(evaluated().results().evaluation().count()).isEqualTo(2);
    evaluated().images().drawings().forEach(results.drawings()::delete);
    assertThat(results.handProperty().get()).as("nothing of Zoe is left").isEmpty();
    assertThat(evaluated().images().drawings()).extracting(Kept::label).containsExactly(4);
  }

  @Test
  void drawingsAreDeletedRelabeledAndBroughtBack() {
    drawings.add(
        List.of(
            Kept.of(Samples.all().get(0), 0, null, null),
            Kept.of(Samples.all().get(1), 1, null, null)));
    results.dataProperty().set(DataSource.DRAWINGS);
    results.open(first);
    assertThat(evaluated().images().drawings()).hasSize(2);

    results.drawings().delete(evaluated().images().drawings().getFirst());
    assertThat(evaluated().images().drawings()).hasSize(1);
    assertThat(results.drawings().undoableProperty().get()).isTrue();
    results.drawings().undoDelete();
    assertThat(drawings.all()).hasSize(2);
    assertThat(results.drawings().undoableProperty().get()).isFalse();
    results.drawings().relabel(evaluated().images().drawings().getFirst(), 7);
    assertThat(evaluated().results().predictions().label(0)).isEqualTo(7);
  }

  @Test
  void theLastDrawingThatWasDeletedComesBack() throws IOException {
    drawings.add(List.of(Kept.of(Samples.all().get(3), 3, null, null)));
    results.dataProperty().set(DataSource.DRAWINGS);
    results.open(first);
    results.drawings().delete(evaluated().images().drawings().getFirst());
    assertThat(results.failureProperty().get().key()).isEqualTo("problem.drawings.none");

    Path file = drawings.file();
    Files.delete(file);
    Files.createDirectories(file);
    results.drawings().undoDelete();
    assertThat(TestStudio.problems(studio)).hasSize(1);
    assertThat(results.drawings().undoableProperty().get()).as("nothing is lost").isTrue();

    Files.delete(file);
    results.drawings().undoDelete();
    assertThat(drawings.all()).extracting(Kept::label).containsExactly(3);
    assertThat(evaluated().images().drawings()).hasSize(1);
    assertThat(results.drawings().undoableProperty().get()).isFalse();
  }

  @Test
  void whatComesInIsShownAndBrokenLinesAreListed() throws IOException {
    Path file = home.resolve("in.jsonl");
    Files.writeString(
        file,
        """
        {"label":3,"strokes":[[[100,50],[150,200]]]}
        {"label":4}
        nonsense
        """);
    results.dataProperty().set(DataSource.DRAWINGS);
    results.open(first);
    results.drawings().importFrom(file);
    assertThat(results.drawings().importedProperty().get().added()).isEqualTo(1);
    assertThat(results.drawings().importedProperty().get().broken()).hasSize(2);
    assertThat(evaluated().results().evaluation().count()).isEqualTo(1);

    Path out = home.resolve("out.jsonl");
    results.drawings().exportStrokes(out);
    assertThat(Files.readAllLines(out)).hasSize(1);
    results.drawings().exportIdx(home.resolve("idx"));
    results.choose(home.resolve("idx"));
    assertThat(evaluated().results().predictions().label(0)).isEqualTo(3);
  }

  @Test
  void anExportThatFailsSaysSo() {
    results.save(out -> out.write(1), home.resolve("models"));
    assertThat(TestStudio.problems(studio).getFirst().key()).isEqualTo("problem.file.unwritable");
    studio.notices().dismiss(studio.notices().told().getFirst());
    assertThat(studio.notices().told()).isEmpty();
  }
}
