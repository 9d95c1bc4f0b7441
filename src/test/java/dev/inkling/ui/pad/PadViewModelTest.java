package dev.inkling.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.file.AppFolders;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Picture;
import dev.inkling.ink.Point;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.recognize.LineReader;
import dev.inkling.recognize.Recognition;
import dev.inkling.support.Handwriting;
import dev.inkling.support.Pictures;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TinyModels;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notice;
import dev.inkling.ui.kit.Notices;
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

/** The pad without a window: work runs at once, or when the test says so. */
class PadViewModelTest {
  @TempDir Path home;
  private final Notices notices = new Notices();
  private final ClassifierPool classifiers = new ClassifierPool();
  private AppFolders folders;
  private PadViewModel pad;

  @BeforeEach
  void open() {
    Path shipped = Path.of(System.getProperty(AppFolders.MODELS, "models"));
    folders = new AppFolders(home, home, home, shipped);
    pad = pad(TestStudio.BACKGROUND);
    pad.loadModels(ModelLibrary.DEFAULT);
  }

  private PadViewModel pad(Background recognition) {
    return new PadViewModel(
        new LiveRecognizer(recognition, classifiers, LineReader.NONE),
        new ModelLibrary(folders),
        new DrawingStore(folders.drawings()),
        TestStudio.BACKGROUND,
        notices);
  }

  private Problem told() {
    return ((Notice.Trouble) notices.told().getLast()).problem();
  }

  @Test
  void everyStretchOfAStrokeIsRead() {
    List<Recognition> answers = new ArrayList<>();
    pad.recognitionProperty().subscribe(answer -> answers.add(answer));
    drawOne(pad);
    assertThat(answers).hasSizeGreaterThan(5);
    assertThat(pad.recognitionProperty().get().digit()).isEqualTo(1);
  }

  @Test
  void aBlankPadReadsNothing() {
    assertThat(pad.recognitionProperty().get().isBlank()).isTrue();
    assertThat(pad.emptyBinding().get()).isTrue();
    drawOne(pad);
    pad.clear();
    assertThat(pad.recognitionProperty().get().isBlank()).isTrue();
    assertThat(pad.emptyBinding().get()).isTrue();
  }

  @Test
  void inkThatWasErasedReadsNothing() {
    drawOne(pad);
    pad.eraserProperty().set(true);
    pad.brushWidthProperty().set(PadViewModel.MAX_WIDTH);
    drawOne(pad);
    assertThat(pad.recognitionProperty().get().isBlank()).isTrue();
  }

  @Test
  void theBrushsWidthGoesIntoTheStroke() {
    pad.brushWidthProperty().set(30);
    drawOne(pad);
    assertThat(((Stroke) pad.drawingProperty().get().marks().getFirst()).width()).isEqualTo(30);
  }

  @Test
  void theBrushStaysWithinItsRange() {
    pad.widen(1000);
    assertThat(pad.brushWidthProperty().get()).isEqualTo(PadViewModel.MAX_WIDTH);
    pad.widen(-1000);
    assertThat(pad.brushWidthProperty().get()).isEqualTo(PadViewModel.MIN_WIDTH);
  }

  @Test
  void undoGoesAllTheWayBackAndRedoAllTheWayOn() {
    drawOne(pad);
    Drawing one = pad.drawingProperty().get();
    pad.clear();
    pad.drawSample();
    Drawing sample = pad.drawingProperty().get();
    pad.undo();
    pad.undo();
    assertThat(pad.drawingProperty().get()).isEqualTo(one);
    pad.undo();
    assertThat(pad.undoableProperty().get()).isFalse();
    pad.redo();
    pad.redo();
    pad.redo();
    assertThat(pad.drawingProperty().get()).isEqualTo(sample);
    assertThat(pad.redoableProperty().get()).isFalse();
  }

  @Test
  void aNewStrokeForgetsWhatWasUndone() {
    drawOne(pad);
    pad.undo();
    drawOne(pad);
    assertThat(pad.redoableProperty().get()).isFalse();
  }

  @Test
  void anAnswerThatComesAfterClearingIsNotShown() {
    Queue<Runnable> work = new ArrayDeque<>();
    PadViewModel slow = pad(new Background(work::add, Runnable::run));
    slow.loadModels(ModelLibrary.DEFAULT);
    drawOne(slow);
    slow.clear();
    work.forEach(Runnable::run);
    assertThat(slow.recognitionProperty().get().isBlank()).isTrue();
    assertThat(slow.currentProperty().get()).isTrue();
  }

  @Test
  void drawingsThatWaitAreReplacedByTheNewest() {
    Queue<Runnable> work = new ArrayDeque<>();
    PadViewModel slow = pad(new Background(work::add, Runnable::run));
    slow.loadModels(ModelLibrary.DEFAULT);
    drawOne(slow);
    assertThat(work).hasSize(2); // loading the model, and one recognition for all events
    assertThat(slow.currentProperty().get()).isFalse();
    work.forEach(Runnable::run);
    assertThat(slow.recognitionProperty().get().digit()).isEqualTo(1);
    assertThat(slow.currentProperty().get()).isTrue();
  }

  @Test
  void aModelThatIsDamagedLeavesTheOldOneAndSaysSo() throws IOException {
    Path broken = Files.createDirectories(home.resolve("models/broken"));
    Path good = folders.shipped().resolve(ModelLibrary.DEFAULT);
    Files.copy(good.resolve("model.json"), broken.resolve("model.json"));
    byte[] parameters = Files.readAllBytes(good.resolve("parameters.npz"));
    Files.write(broken.resolve("parameters.npz"), java.util.Arrays.copyOf(parameters, 1000));
    pad.loadModels(ModelLibrary.DEFAULT);
    drawOne(pad);
    pad.modelProperty().set(pad.models().getLast());
    assertThat(told().getMessage()).contains("parameters.npz").contains("damaged");
    assertThat(pad.modelProperty().get().name()).isEqualTo(ModelLibrary.DEFAULT);
    assertThat(pad.recognitionProperty().get().digit()).isEqualTo(1);
  }

  @Test
  void everyShippedModelReadsTheSamples() {
    assertThat(pad.models()).hasSizeGreaterThanOrEqualTo(6);
    for (ModelLibrary.Entry entry : pad.models()) {
      pad.modelProperty().set(entry);
      int right = 0;
      for (int digit = 0; digit < 10; digit++) {
        pad.drawSample();
        right += pad.recognitionProperty().get().digit() == digit ? 1 : 0;
      }
      // The weakest of them, dropout-sgd, may misread one of ten.
      assertThat(right).as(entry.name()).isGreaterThanOrEqualTo(9);
    }
  }

  @Test
  void theDigitThatWasDrawnLastIsLookedAt() {
    drawTwenty();
    assertThat(pad.readingProperty().get().text()).isEqualTo("20");
    assertThat(pad.selectedProperty().get()).isEqualTo(1);
    assertThat(pad.recognitionProperty().get().digit()).isZero();
    pad.undo();
    assertThat(pad.readingProperty().get().text()).isEqualTo("2");
    assertThat(pad.recognitionProperty().get().digit()).isEqualTo(2);
  }

  @Test
  void aDigitIsChosenByItsTagOrByADotInItsBox() {
    drawTwenty();
    Drawing number = pad.drawingProperty().get();
    pad.select(0);
    assertThat(pad.recognitionProperty().get().digit()).isEqualTo(2);
    pad.press(205, 140);
    pad.release();
    assertThat(pad.recognitionProperty().get().digit()).isZero();
    assertThat(pad.drawingProperty().get()).isEqualTo(number);
    assertThat(pad.currentProperty().get()).isTrue();
  }

  @Test
  void aDotBesideANumberIsInk() {
    drawTwenty();
    pad.press(140, 20);
    pad.release();
    assertThat(pad.drawingProperty().get().marks()).hasSize(3);
  }

  @Test
  void ofANumberTheDigitThatIsLookedAtIsKept() {
    drawTwenty();
    Drawing number = pad.drawingProperty().get();
    pad.keeping().keep(0);
    assertThat(pad.keeping().keptProperty().get().label()).isZero();
    pad.select(0);
    assertThat(pad.keeping().keptProperty().get()).as("the 2 is not kept").isNull();
    pad.keeping().keep(2);
    pad.keeping().keep(3);
    List<Kept> all = new DrawingStore(folders.drawings()).all();
    assertThat(all).extracting(Kept::label).containsExactly(0, 3);
    assertThat(all).extracting(Kept::read).containsExactly(0, 2);
    assertThat(all.getFirst().drawing().marks()).containsExactly(number.marks().getLast());
    pad.select(1);
    pad.keeping().undo();
    assertThat(new DrawingStore(folders.drawings()).all())
        .extracting(Kept::label)
        .containsExactly(3);
  }

  @Test
  void ofAPicturesDigitWhatTheNetworkSeesIsKept() {
    drawTwenty();
    GreyImage both = Raster.of(pad.drawingProperty().get());
    pad.replace(new Drawing(List.of(new Picture(both))));
    assertThat(pad.readingProperty().get().text()).isEqualTo("20");
    pad.select(1);
    pad.keeping().keep(0);
    Kept kept = new DrawingStore(folders.drawings()).all().getFirst();
    assertThat(kept.strokes()).isEmpty();
    assertThat(Pictures.likeness(kept.framed(), pad.recognitionProperty().get().framed()))
        .isGreaterThan(0.999);
  }

  @Test
  void aStrokeThatCrossesABoxIsNotApartFromWhatIsInIt() {
    Drawing across =
        new Drawing(List.of(new Stroke(List.of(new Point(20, 20), new Point(200, 200)), 9, false)));
    assertThat(across.isApart(new Box(0, 0, 100, 100))).isFalse();
    assertThat(across.isApart(new Box(10, 10, 230, 230))).isTrue();
    assertThat(across.isApart(new Box(210, 0, 70, 70))).isTrue();
  }

  @Test
  void aPictureOfEarlierThatIsGoneIsDroppedWithASentence() throws IOException {
    Path one = Pictures.write(Pictures.stored(Pictures.seven(200)), "png", home.resolve("1.png"));
    Path two = Pictures.write(Pictures.stored(Pictures.seven(200)), "png", home.resolve("2.png"));
    pad.open(one);
    pad.open(two);
    assertThat(pad.recent().files()).containsExactly(two, one);
    Files.delete(one);
    pad.openRecent(one);
    assertThat(told().key()).isEqualTo("problem.picture.gone");
    assertThat(pad.recent().files()).containsExactly(two);
    pad.openRecent(two);
    assertThat(notices.told()).isEmpty();
    assertThat(pad.recognitionProperty().get().digit()).isEqualTo(7);
  }

  @Test
  void onlySoManyPicturesOfEarlierAreRemembered() {
    RecentFiles recent = new RecentFiles();
    for (int i = 0; i < 20; i++) {
      recent.add(home.resolve(i + ".png"));
    }
    recent.add(home.resolve("15.png"));
    assertThat(recent.files()).hasSize(RecentFiles.MOST).doesNotHaveDuplicates();
    assertThat(recent.files()).startsWith(home.resolve("15.png"), home.resolve("19.png"));
    assertThat(OpenMenu.shortened("/a/b.png")).isEqualTo("/a/b.png");
    assertThat(OpenMenu.shortened("/" + "folder/".repeat(30) + "b.png"))
        .hasSize(60)
        .startsWith("/folder")
        .endsWith("folder/b.png");
  }

  private void drawTwenty() {
    for (Mark mark :
        Handwriting.drawing(
                Handwriting.at(20, 60, 1, Handwriting.TWO),
                Handwriting.at(160, 60, 1, Handwriting.ZERO))
            .marks()) {
      List<Point> points = ((Stroke) mark).points();
      pad.press(points.getFirst().x(), points.getFirst().y());
      points.forEach(point -> pad.drag(point.x(), point.y()));
      pad.release();
    }
  }

  private List<Entry> epochs(int count) {
    List<Entry> epochs = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Path epoch = home.resolve("epoch-" + i);
      ModelFolder.write(epoch, TinyModels.untrained("tiny " + i));
      epochs.add(new Entry("tiny · " + i, epoch, false));
    }
    return epochs;
  }

  @Test
  void ofAllEpochsThatAreAskedForOnlyTheNewestIsLoaded() {
    Queue<Runnable> work = new ArrayDeque<>();
    PadViewModel dragged = pad(new Background(work::add, Runnable::run));
    int before = classifiers.size();
    epochs(70).forEach(dragged::choose);
    while (!work.isEmpty()) {
      work.remove().run();
    }
    assertThat(dragged.cardProperty().get().name()).isEqualTo("tiny 70");
    assertThat(classifiers.size()).isEqualTo(before + 1);
  }

  @Test
  void whoGoesBackBeforeAnotherIsLoadedReadsAsBefore() {
    Queue<Runnable> work = new ArrayDeque<>();
    PadViewModel dragged = pad(new Background(work::add, Runnable::run));
    List<Entry> epochs = epochs(2);
    dragged.choose(epochs.getFirst());
    work.remove().run();
    dragged.choose(epochs.getLast());
    dragged.choose(epochs.getFirst());
    while (!work.isEmpty()) {
      work.remove().run();
    }
    assertThat(dragged.modelProperty().get()).isEqualTo(epochs.getFirst());
    assertThat(dragged.cardProperty().get().name()).isEqualTo("tiny 1");
  }

  @Test
  void ofManyModelsThatWereChosenFewStayOpen() {
    epochs(ClassifierPool.MOST + 5).forEach(pad::choose);
    assertThat(pad.cardProperty().get().name()).isEqualTo("tiny " + (ClassifierPool.MOST + 5));
    assertThat(classifiers.size()).isLessThanOrEqualTo(ClassifierPool.MOST);
    drawOne(pad);
    assertThat(pad.recognitionProperty().get().isBlank()).isFalse();
  }

  @Test
  void withoutModelsTheWindowSaysSo() {
    folders = new AppFolders(home, home, home, home.resolve("nothing"));
    PadViewModel without = pad(TestStudio.BACKGROUND);
    without.loadModels(ModelLibrary.DEFAULT);
    assertThat(told().key()).isEqualTo("problem.models.none");
    drawOne(without);
    assertThat(without.recognitionProperty().get().isBlank()).isTrue();
  }

  private static void drawOne(PadViewModel pad) {
    pad.press(145, 50);
    for (int y = 60; y <= 230; y += 10) {
      pad.drag(145, y);
    }
    pad.release();
  }
}
