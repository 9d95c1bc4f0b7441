package dev.inkling.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.ink.Stroke;
import dev.inkling.model.ModelLibrary;
import dev.inkling.support.Pictures;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.kit.Workers.Kind;
import dev.inkling.ui.shell.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeping drawings without a window: work runs at once, or when the test says so. */
class KeepViewModelTest {
  @TempDir Path home;
  private DrawingStore drawings;
  private Studio studio;
  private PadViewModel pad;
  private KeepViewModel keeping;

  @BeforeEach
  void open() {
    drawings = new DrawingStore(home.resolve("drawings"));
    open(Runnable::run);
  }

  private void open(Executor files) {
    Workers workers =
        new Workers(kind -> kind == Kind.FILES ? files : Runnable::run, Runnable::run);
    studio = new Studio(TestStudio.folders(home), workers);
    pad = studio.pad();
    pad.loadModels(ModelLibrary.DEFAULT);
    keeping = pad.keeping();
  }

  private void drawOne() {
    pad.press(145, 50);
    for (int y = 60; y <= 230; y += 10) {
      pad.drag(145, y);
    }
    pad.release();
  }

  @Test
  void aDrawingIsKeptWithAllThatIsKnownOfIt() {
    drawOne();
    keeping.keep(7);

    Kept kept = drawings.all().getFirst();
    assertThat(drawings.all()).hasSize(1);
    assertThat(kept.label()).isEqualTo(7);
    assertThat(kept.read()).isEqualTo(1);
    assertThat(kept.model()).isEqualTo(ModelLibrary.DEFAULT);
    assertThat(kept.strokes()).hasSize(1);
    assertThat(kept.drawing()).isEqualTo(pad.drawingProperty().get());
    assertThat(keeping.keptProperty().get()).isEqualTo(kept);
  }

  @Test
  void theSameKeyTwiceKeepsItOnce() {
    drawOne();
    keeping.keep(1);
    keeping.keep(1);

    assertThat(drawings.all()).hasSize(1);
  }

  @Test
  void anotherKeyCorrectsTheLabel() {
    drawOne();
    keeping.keep(1);
    keeping.keep(7);

    assertThat(drawings.all()).extracting(Kept::label).containsExactly(7);
    assertThat(keeping.keptProperty().get().label()).isEqualTo(7);
  }

  @Test
  void keepingCanBeUndone() {
    drawOne();
    keeping.keep(1);
    keeping.undo();

    assertThat(drawings.all()).isEmpty();
    assertThat(keeping.keptProperty().get()).isNull();
    keeping.keep(1);
    assertThat(drawings.all()).hasSize(1);
  }

  @Test
  void whatComesBackByUndoingIsKnownToBeKept() {
    drawOne();
    keeping.keep(1);
    pad.clear();
    assertThat(keeping.keptProperty().get()).isNull();
    pad.undo();
    assertThat(keeping.keptProperty().get().label()).isEqualTo(1);
    keeping.keep(1);
    assertThat(drawings.all()).hasSize(1);
    keeping.keep(7);
    assertThat(drawings.all()).extracting(Kept::label).containsExactly(7);

    pad.clear();
    pad.undo();
    keeping.undo();
    assertThat(drawings.all()).isEmpty();
  }

  @Test
  void whatBecameOfItElsewhereIsSeen() {
    drawOne();
    keeping.keep(1);
    Kept kept = drawings.all().getFirst();
    drawings.relabel(Set.of(kept.id()), 4);
    keeping.lookAgain();
    assertThat(keeping.keptProperty().get().label()).isEqualTo(4);

    drawings.delete(Set.of(kept.id()));
    keeping.lookAgain();
    assertThat(keeping.keptProperty().get()).isNull();
    keeping.keep(1);
    assertThat(drawings.all()).hasSize(1);
  }

  @Test
  void whatCannotBeTakenOutIsStillKept() throws IOException {
    drawOne();
    keeping.keep(1);
    Path file = drawings.file();
    byte[] before = Files.readAllBytes(file);
    Files.delete(file);
    Files.createDirectories(file.resolve("a folder where the file should be"));
    keeping.undo();
    assertThat(TestStudio.problems(studio)).hasSize(1);
    assertThat(keeping.keptProperty().get()).isNotNull();

    Files.delete(file.resolve("a folder where the file should be"));
    Files.delete(file);
    Files.write(file, before);
    keeping.undo();
    assertThat(drawings.all()).isEmpty();
    assertThat(keeping.keptProperty().get()).isNull();
  }

  @Test
  void whatIsDrawnNextIsKeptBesides() {
    drawOne();
    keeping.keep(1);
    pad.drawSample();
    assertThat(keeping.keptProperty().get()).isNull();
    keeping.keep(0);

    assertThat(drawings.all()).extracting(Kept::label).containsExactly(1, 0);
  }

  @Test
  void aDrawingThatWasDeletedMeanwhileIsKeptAgain() {
    drawOne();
    keeping.keep(1);
    drawings.delete(Set.of(keeping.keptProperty().get().id()));
    keeping.keep(7);

    assertThat(drawings.all()).extracting(Kept::label).containsExactly(7);
  }

  @Test
  void thereIsNothingToKeepOnABlankPadOrInMidStroke() {
    assertThat(keeping.keepableProperty().getValue()).isFalse();
    keeping.keep(3);
    pad.press(140, 50);
    pad.drag(140, 200);
    assertThat(keeping.keepableProperty().getValue()).isTrue();
    keeping.keep(3);

    assertThat(drawings.all()).isEmpty();
    assertThat(keeping.keptProperty().get()).isNull();
  }

  @Test
  void ofAPictureTheNetworksInputIsKept() {
    pad.open(() -> Pictures.stored(Pictures.seven(200)), "seven");
    keeping.keep(7);

    Kept kept = drawings.all().getFirst();
    assertThat(kept.strokes()).isEmpty();
    assertThat(Pictures.likeness(kept.framed(), pad.recognitionProperty().get().framed()))
        .isGreaterThan(0.999);
  }

  @Test
  void theEraserIsKeptToo() {
    drawOne();
    pad.eraserProperty().set(true);
    pad.press(100, 100);
    pad.drag(180, 100);
    pad.release();
    keeping.keep(1);

    assertThat(drawings.all().getFirst().strokes())
        .extracting(Stroke::erases)
        .containsExactly(false, true);
    assertThat(drawings.all().getFirst().drawing()).isEqualTo(pad.drawingProperty().get());
  }

  @Test
  void nothingIsSaidBeforeItIsWritten() {
    Queue<Runnable> work = new ArrayDeque<>();
    open(work::add);
    while (!work.isEmpty()) {
      work.remove().run(); // the list of models
    }
    drawOne();
    keeping.keep(1);
    assertThat(keeping.keptProperty().get()).isNull();
    keeping.keep(7);
    pad.clear();
    while (!work.isEmpty()) {
      work.remove().run();
    }

    assertThat(drawings.all()).extracting(Kept::label).containsExactly(7);
    assertThat(keeping.keptProperty().get()).isNull(); // the pad is blank by now
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws IOException {
    Files.writeString(home.resolve("drawings"), "a file where the folder should be");
    drawOne();
    keeping.keep(1);

    assertThat(TestStudio.problems(studio).getFirst().getMessage())
        .contains("drawings")
        .contains("written");
    assertThat(keeping.keptProperty().get()).isNull();

    Files.delete(home.resolve("drawings"));
    keeping.keep(1);
    assertThat(keeping.keptProperty().get()).isNotNull();
    assertThat(studio.notices().told()).as("its cause is over").isEmpty();
  }
}
