package dev.inkling.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DrawingStore;
import dev.inkling.file.AppFolders;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Hint;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.LineReader;
import dev.inkling.recognize.PictureReader.Doubt;
import dev.inkling.support.Handwriting;
import dev.inkling.support.NoDigits;
import dev.inkling.support.Papers;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notice;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.Sight.Found;
import dev.inkling.ui.pad.Sight.Refused;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture and how a person helps, without a window: work runs at once, or when the test says. */
class SightViewModelTest {
  private static final Background AT_ONCE = new Background(Runnable::run, Runnable::run);

  /** Right half of a picture of 300×260. */
  private static final Box RIGHT = new Box(185, 0, 115, 260);

  @TempDir Path home;
  private final Notices notices = new Notices();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private PadViewModel pad;
  private SightViewModel model;

  private void begin(Background recognition) {
    AppFolders folders = TestStudio.folders(home);
    pad =
        new PadViewModel(
            new LiveRecognizer(recognition, new ClassifierPool(), LineReader.NONE),
            new ModelLibrary(folders),
            new DrawingStore(folders.drawings()),
            AT_ONCE,
            notices);
    model = pad.sight();
    pad.loadModels(ModelLibrary.DEFAULT);
    doAll();
  }

  private void doAll() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private void open(BufferedImage picture) {
    pad.open(() -> picture, "page.jpg");
  }

  private static Papers paper() {
    return new Papers(300, 260, 7);
  }

  /** A 7 on the left, and a blot at the right that is as large; 280×280. */
  static BufferedImage blotted() {
    List<Mark> marks = new ArrayList<>(Handwriting.at(24, 62, 1, Handwriting.SEVEN));
    List<Point> path = List.of(new Point(230, 40), new Point(235, 240), new Point(255, 60));
    marks.add(new Stroke(path, 30, false));
    return new Papers(280, 280, 2).written(new Drawing(marks), 0.2, 0.2, 0.2).noise(0.01).picture();
  }

  private static BufferedImage blank() {
    return paper().noise(0.01).picture();
  }

  private Found found() {
    return (Found) model.sightProperty().get().outcome();
  }

  private String read() {
    return pad.readingProperty().get().text();
  }

  @Test
  void withoutAPictureNothingIsShown() {
    begin(AT_ONCE);

    model.startOver();
    model.hint(1, 1);
    model.drop();

    assertThat(model.sightProperty().get()).isNull();
    assertThat(pad.undoableProperty().get()).isFalse();
  }

  @Test
  void aPictureIsShownWithWhatWasSeen() {
    begin(AT_ONCE);

    open(blotted());

    assertThat(model.openedProperty().get().name()).isEqualTo("page.jpg");
    assertThat(model.frameProperty().get()).isEqualTo(new Box(0, 0, 280, 280));
    assertThat(found().drawing()).isSameAs(pad.drawingProperty().get());
    assertThat(found().coloured().getWidth()).isGreaterThan(300);
    assertThat(model.canStartOver()).isFalse();
  }

  @Test
  void whatIsSaidToBePaperIsNotRead() {
    begin(AT_ONCE);
    open(blotted());
    model.toolProperty().set(Hint.Kind.PAPER);

    model.hint(235, 140);

    assertThat(read()).isEqualTo("7");
    assertThat(found().tags()).hasSize(1);
    Sight.Tag tag = found().tags().getFirst();
    assertThat(tag.text()).isEqualTo("7");
    assertThat(tag.x()).isBetween(15.0, 45.0);
    assertThat(tag.x() + tag.width()).isBetween(100.0, 150.0);
    assertThat(model.canStartOver()).isTrue();

    model.startOver();

    assertThat(model.aimProperty().get().hints()).isEmpty();
    assertThat(model.toolProperty().get()).isNull();
  }

  @Test
  void onlyWhatIsInTheFrameIsRead() {
    begin(AT_ONCE);
    Drawing both =
        Handwriting.drawing(
            Handwriting.at(20, 60, 1, Handwriting.SEVEN),
            Handwriting.at(185, 60, 0.9, Handwriting.ZERO));
    open(paper().written(both, 0.2, 0.2, 0.25).noise(0.01).picture());
    assertThat(read()).isEqualTo("70");

    model.drag(RIGHT);
    assertThat(read()).isEqualTo("70");
    model.drop();

    assertThat(read()).isEqualTo("0");
    Box view = found().view();
    assertThat(view.x()).isGreaterThanOrEqualTo(RIGHT.x());
    assertThat(found().tags().getFirst().x()).isGreaterThan(185);
    assertThat(pad.undoableProperty().get()).isTrue();
  }

  @Test
  void hintsMoveWithTheFrameAndThoseBesideItAreNoMatter() {
    Aim aim =
        new Aim(new Box(10, 20, 30, 40), List.of())
            .with(new Hint(15, 25, Hint.Kind.INK))
            .with(new Hint(5, 25, Hint.Kind.INK))
            .with(new Hint(15, 60, Hint.Kind.LINE));

    assertThat(aim.hintsInPart()).containsExactly(new Hint(5, 5, Hint.Kind.INK));
  }

  @Test
  void aRefusedPictureIsShownAndItsReasonStandsThereAlone() {
    begin(AT_ONCE);
    pad.drawSample();
    Drawing before = pad.drawingProperty().get();

    open(blank());

    assertThat(model.sightProperty().get().outcome())
        .extracting(outcome -> ((Refused) outcome).problem().key())
        .isEqualTo("problem.picture.blank");
    assertThat(model.openedProperty().get()).isNotNull();
    assertThat(notices.told()).isEmpty();
    assertThat(pad.drawingProperty().get()).isSameAs(before);
  }

  @Test
  void whatCannotBeOpenedIsANotice() {
    begin(AT_ONCE);
    open(blotted());

    pad.open(home.resolve("nowhere.png"));

    assertThat(((Notice.Trouble) notices.told().getFirst()).problem().key())
        .isEqualTo("problem.file.missing");
    assertThat(model.openedProperty().get().name()).isEqualTo("page.jpg");
  }

  @Test
  void aFrameOnNothingEmptiesThePadWhichCanBeUndone() {
    begin(AT_ONCE);
    Drawing seven = Handwriting.drawing(Handwriting.at(30, 50, 1, Handwriting.SEVEN));
    open(paper().written(seven, 0.2, 0.2, 0.25).noise(0.01).picture());

    model.drag(RIGHT);
    model.drop();

    assertThat(model.sightProperty().get().outcome()).isInstanceOf(Refused.class);
    assertThat(pad.drawingProperty().get().isEmpty()).isTrue();

    Box other = new Box(190, 10, 90, 200);
    model.drag(other);
    model.drop();

    assertThat(model.sightProperty().get().aim().frame()).isEqualTo(other);
    assertThat(model.readingProperty().get()).isFalse();

    pad.undo();

    assertThat(read()).isEqualTo("7");
    assertThat(found().doubt()).isEmpty();
    assertThat(model.frameProperty().get()).isEqualTo(new Box(0, 0, 300, 260));

    pad.redo();

    assertThat(model.sightProperty().get().outcome()).isInstanceOf(Refused.class);
  }

  @Test
  void whoDrawsOnSeesThePictureNoMoreUntilThatIsUndone() {
    begin(AT_ONCE);
    open(blotted());

    pad.drawSample();
    assertThat(model.sightProperty().get()).isNull();
    model.hint(1, 1);
    pad.undo();
    assertThat(model.sightProperty().get()).isNotNull();

    model.close();
    assertThat(model.sightProperty().get()).isNull();
    assertThat(model.openedProperty().get()).isNull();
    assertThat(pad.drawingProperty().get().isEmpty()).isFalse();
    pad.undo();
    pad.redo();
    assertThat(model.sightProperty().get()).isNull();
  }

  @Test
  void ofAllFramesOnlyTheNewestIsRead() {
    begin(new Background(work::add, Runnable::run));
    open(blotted());
    doAll();
    Drawing before = pad.drawingProperty().get();

    for (int x = 5; x <= 30; x += 5) {
      model.drag(new Box(0, 0, 280 - x, 280));
      model.drop();
    }
    assertThat(model.readingProperty().get()).isTrue();
    doAll();

    assertThat(model.readingProperty().get()).isFalse();
    assertThat(model.sightProperty().get().aim().frame().width()).isEqualTo(250);
    pad.undo();
    assertThat(pad.drawingProperty().get()).isSameAs(before);
  }

  @Test
  void anAnswerThatComesAfterSomethingWasDrawnIsDropped() {
    begin(new Background(work::add, Runnable::run));
    open(blotted());
    doAll();

    model.drag(new Box(140, 0, 140, 280));
    model.drop();
    pad.drawSample();
    Drawing drawn = pad.drawingProperty().get();
    doAll();

    assertThat(pad.drawingProperty().get()).isSameAs(drawn);
    assertThat(model.sightProperty().get()).isNull();
    assertThat(model.readingProperty().get()).isFalse();
  }

  @Test
  void whatAnotherPicturePutOnThePadDoesNotStandForARefusedOne() {
    begin(AT_ONCE);
    open(blotted());
    Drawing before = pad.drawingProperty().get();

    open(blank());

    assertThat(pad.drawingProperty().get().isEmpty()).isTrue();
    assertThat(model.sightProperty().get().outcome()).isInstanceOf(Refused.class);
    pad.undo();
    assertThat(pad.drawingProperty().get()).isSameAs(before);
    assertThat(model.sightProperty().get()).isNull();
  }

  @Test
  void whatIsNoDigitIsDoubted() {
    begin(AT_ONCE);
    List<Doubt> doubts = new ArrayList<>();
    for (NoDigits.Doodle doodle : NoDigits.draw(1, NoDigits.SEED)) {
      if (Set.of("question", "cat", "umbrella").contains(doodle.what())) {
        open(paper().written(doodle.drawing(), 0.2, 0.2, 0.25).noise(0.01).picture());
        found().doubt().ifPresent(doubts::add);
      }
    }

    assertThat(doubts).contains(Doubt.UNSURE);
  }
}
