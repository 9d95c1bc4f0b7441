package dev.inkling.ui.hand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.file.Folders;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Stroke;
import dev.inkling.model.ModelLibrary;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.Samples;
import dev.inkling.ui.shell.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing a sheet without a window; all work is done at once. */
class SheetViewModelTest {
  @TempDir Path home;
  private Studio studio;
  private DrawingStore drawings;
  private HandsViewModel hands;
  private SheetViewModel sheet;

  @BeforeEach
  void open() {
    studio = TestStudio.atOnce(home);
    studio.pad().loadModels(ModelLibrary.DEFAULT);
    drawings = new DrawingStore(TestStudio.folders(home).drawings());
    hands = studio.pad().hands();
    sheet = studio.hand().sheet();
    studio.hand().show();
  }

  private void stroke(int cell, Mark mark) {
    Stroke stroke = (Stroke) mark;
    sheet.press(cell, stroke.points().getFirst().x(), stroke.points().getFirst().y());
    stroke.points().forEach(point -> sheet.drag(point.x(), point.y()));
    sheet.release();
  }

  private void write(int cell, int digit) {
    Samples.all().get(digit).marks().forEach(mark -> stroke(cell, mark));
  }

  private void writeAll() {
    for (int i = 0; i < 30; i++) {
      write(i, i % 10);
    }
  }

  @Test
  void theNextCellOpensAsThePenLifts() {
    assertThat(sheet.openProperty().get()).isZero();
    write(0, 0);
    assertThat(sheet.openProperty().get()).isEqualTo(1);
    assertThat(sheet.writtenProperty().get()).isEqualTo(1);
    assertThat(sheet.readProperty().get()).isEqualTo(1);
    assertThat(sheet.rightProperty().get()).isEqualTo(1);
  }

  @Test
  void whatCannotBeWrittenDoesNotCountAsWritten() throws IOException {
    write(0, 0);
    Path folder = TestStudio.folders(home).drawings();
    Folders.delete(folder);
    Files.writeString(folder, "in the way");
    write(1, 1);
    write(0, 0);

    assertThat(TestStudio.problems(studio)).hasSize(1);
    assertThat(sheet.cells().get(1).isEmpty()).isTrue();
    assertThat(sheet.cells().get(0).keptProperty().get().strokes()).hasSize(1);
    assertThat(sheet.writtenProperty().get()).isEqualTo(1);
    assertThat(sheet.openProperty().get()).isEqualTo(1);
    assertThat(hands.drawnProperty().get()).hasSize(1);
  }

  @Test
  void theSecondStrokeOfAFourJoinsIt() {
    List<Mark> four = Samples.all().get(4).marks();
    assertThat(four).hasSize(2);
    stroke(4, four.getFirst());
    assertThat(sheet.openProperty().get()).isEqualTo(5);
    stroke(4, four.getLast());
    assertThat(sheet.openProperty().get()).isEqualTo(5);

    assertThat(drawings.all()).hasSize(1);
    Kept kept = drawings.all().getFirst();
    assertThat(kept.label()).isEqualTo(4);
    assertThat(kept.strokes()).hasSize(2);
    assertThat(kept.read()).isEqualTo(4);
    assertThat(kept.model()).isEqualTo(ModelLibrary.DEFAULT);
  }

  @Test
  void everyStrokeIsKeptAsTheHandsThatDraws() {
    hands.add("Ann");
    stroke(4, Samples.all().get(4).marks().getFirst());

    assertThat(drawings.all()).extracting(Kept::writer).containsExactly("Ann");
  }

  @Test
  void theSheetGoesOnWhereItWasLeft() {
    write(0, 0);
    write(1, 1);
    Studio again = TestStudio.atOnce(home);
    again.hand().show();

    assertThat(again.hand().sheet().writtenProperty().get()).isEqualTo(2);
    assertThat(again.hand().sheet().openProperty().get()).isEqualTo(2);
  }

  @Test
  void anotherHandHasASheetOfItsOwn() {
    write(0, 0);
    hands.add("Ann");
    assertThat(sheet.writtenProperty().get()).isZero();
    write(7, 7);
    hands.choose(hands.handsProperty().get().all().getFirst());
    assertThat(sheet.writtenProperty().get()).isEqualTo(1);
    assertThat(sheet.undoableProperty().get()).isFalse();
  }

  @Test
  void strokesAreTakenBackOneByOne() {
    write(4, 4);
    Kept whole = drawings.all().getFirst();
    sheet.undo();
    assertThat(drawings.all().getFirst().strokes()).hasSize(1);
    assertThat(drawings.all().getFirst().id()).isEqualTo(whole.id());
    sheet.undo();
    assertThat(drawings.all()).isEmpty();
    assertThat(sheet.undoableProperty().get()).isFalse();
    assertThat(sheet.openProperty().get()).isEqualTo(4);
  }

  @Test
  void whatWentWrongIsWrittenAgain() {
    write(0, 8);
    assertThat(sheet.rightProperty().get()).isZero();
    sheet.again();
    assertThat(drawings.all()).isEmpty();
    assertThat(sheet.openProperty().get()).isZero();
    write(0, 0);
    assertThat(drawings.all()).extracting(Kept::read).containsExactly(0);
    assertThat(sheet.rightProperty().get()).isEqualTo(1);
  }

  @Test
  void anEmptiedCellCanBeHadBack() {
    write(0, 0);
    Kept kept = drawings.all().getFirst();
    sheet.again();
    sheet.undo();
    assertThat(drawings.all()).containsExactly(kept);
    assertThat(sheet.writtenProperty().get()).isEqualTo(1);
  }

  @Test
  void aSkippedCellIsAskedForAtTheEnd() {
    sheet.skip();
    assertThat(sheet.openProperty().get()).isEqualTo(1);
    for (int i = 1; i < 30; i++) {
      write(i, i % 10);
    }
    assertThat(sheet.openProperty().get()).isZero();
    write(0, 0);
    assertThat(sheet.openProperty().get()).isEqualTo(SheetViewModel.NONE);
    assertThat(sheet.isFull()).isTrue();
  }

  @Test
  void aTapOpensACellAndDrawsNothing() {
    sheet.press(12, 100, 100);
    sheet.drag(100, 100);
    sheet.release();

    assertThat(sheet.openProperty().get()).isEqualTo(12);
    assertThat(drawings.all()).isEmpty();
  }

  @Test
  void afterAFullSheetComesAnother() {
    writeAll();
    assertThat(sheet.hasNext()).isTrue();
    sheet.turn(1);
    assertThat(sheet.sheetProperty().get()).isEqualTo(1);
    assertThat(sheet.writtenProperty().get()).isZero();
    write(0, 0);
    assertThat(drawings.all()).hasSize(31);
    sheet.turn(-1);
    assertThat(sheet.writtenProperty().get()).isEqualTo(30);
    sheet.turn(-1);
    assertThat(sheet.sheetProperty().get()).isZero();
  }

  @Test
  void aSheetThatIsNotFullIsTheLastOne() {
    write(0, 0);
    assertThat(sheet.hasNext()).isFalse();
    sheet.turn(1);
    assertThat(sheet.sheetProperty().get()).isZero();
  }

  @Test
  void theArrowKeysStayOnTheSheet() {
    sheet.move(-1);
    assertThat(sheet.openProperty().get()).isZero();
    sheet.move(10);
    assertThat(sheet.openProperty().get()).isEqualTo(10);
    sheet.move(100);
    assertThat(sheet.openProperty().get()).isEqualTo(29);
  }

  /** Nobody has read them: they are not read wrongly either. */
  @Test
  void whatCameFromAFileIsWrittenButNotRead() {
    drawings.put(Kept.of(Samples.all().get(4), 4, null, null));
    hands.load();
    sheet.show();
    assertThat(sheet.writtenProperty().get()).isEqualTo(1);
    assertThat(sheet.readProperty().get()).isZero();
  }
}
