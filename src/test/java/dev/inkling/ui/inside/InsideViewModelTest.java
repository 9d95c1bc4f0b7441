package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.explain.Fooling;
import dev.inkling.export.ExportFormat;
import dev.inkling.ink.Mark;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.Recognition;
import dev.inkling.support.Handwriting;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.shell.Studio;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen without a window: work runs at once. */
class InsideViewModelTest {
  @TempDir Path home;
  private Studio studio;
  private PadViewModel pad;
  private InsideViewModel inside;

  @BeforeEach
  void open() {
    studio = TestStudio.atOnce(home);
    pad = studio.pad();
    inside = studio.inside();
    pad.loadModels(ModelLibrary.DEFAULT);
  }

  @Test
  void everyStretchOfAStrokeGoesThroughTheNetwork() {
    inside.shownProperty().set(true);
    List<Seen> seen = new ArrayList<>();
    inside.network().seenProperty().subscribe(now -> seen.add(now));
    pad.press(140, 40);
    for (int y = 50; y < 240; y += 10) {
      pad.drag(140, y);
    }
    pad.release();
    assertThat(seen).hasSizeGreaterThan(20);
    assertThat(inside.isCurrent()).isTrue();
    Subject last = seen.getLast().subject();
    assertThat(last.drawing()).isEqualTo(pad.drawingProperty().get());
    assertThat(last.recognition()).isSameAs(pad.recognitionProperty().get());
  }

  @Test
  void nothingIsComputedWhileItIsNotShown() {
    pad.drawSample();
    assertThat(inside.network().seenProperty().get()).isNull();
    inside.pageProperty().set(Page.WHY);
    inside.shownProperty().set(true);
    assertThat(inside.network().seenProperty().get()).isNull();
    inside.pageProperty().set(Page.NETWORK);
    assertThat(inside.isCurrent()).isTrue();
    inside.shownProperty().set(false);
    pad.drawSample();
    assertThat(inside.isCurrent()).isFalse();
  }

  @Test
  void whatIsNotShownForLongIsThereAgainAfterwards() {
    System.gc(); // nothing but the screen itself may hold what follows the pad
    inside.shownProperty().set(true);
    pad.drawSample();
    assertThat(inside.isCurrent()).isTrue();
  }

  @Test
  void aFooledPictureIsLookedIntoUntilSomethingElseIsDrawn() {
    inside.shownProperty().set(true);
    pad.drawSample();
    inside.pageProperty().set(Page.FOOLS);
    inside.fools().methodProperty().set(Fooling.Method.FGSM);
    Recognition changed = inside.fools().fooled().answerProperty().get().after();

    inside.fools().look();
    assertThat(inside.pageProperty().get()).isEqualTo(Page.NETWORK);
    Seen seen = inside.network().seenProperty().get();
    assertThat(seen.subject().recognition()).isSameAs(changed);
    inside.pageProperty().set(Page.STEP);
    assertThat(inside.step().answer().question().images()).containsExactly(changed.framed());
    inside.pageProperty().set(Page.WHY);
    assertThat(inside.why().reasons().answerProperty().get().framed()).isSameAs(changed.framed());

    inside.lookAtDrawing();
    inside.pageProperty().set(Page.NETWORK);
    assertThat(inside.isCurrent()).isTrue();
    inside.fools().look();
    pad.drawSample();
    assertThat(inside.fooledProperty().get()).isNull();
    assertThat(inside.isCurrent()).isTrue();
  }

  @Test
  void theTourHasEightStepsAndGoesToTheirPages() {
    inside.shownProperty().set(true);
    inside.tour().begin();
    assertThat(pad.drawingProperty().get().isEmpty()).as("there is a digit to look at").isFalse();
    inside.tour().back();
    List<TourStep> steps = new ArrayList<>();
    while (inside.tour().stepProperty().get() != null && steps.size() < 20) {
      steps.add(inside.tour().stepProperty().get());
      assertThat(inside.pageProperty().get()).isEqualTo(steps.getLast().page());
      inside.tour().next();
    }
    assertThat(steps).hasSize(8).containsExactly(TourStep.values());
    assertThat(inside.network().originProperty().get()).as("a value with its sum").isNotNull();
  }

  @Test
  void theNetworkIsWrittenForOtherPrograms() {
    for (ExportFormat format : ExportFormat.values()) {
      Path file = home.resolve("net" + format.ending());
      inside.export(format, file);
      assertThat(file).isNotEmptyFile();
    }
    assertThat(home.resolve("net.npz")).isNotEmptyFile();
    assertThat(TestStudio.problems(studio)).isEmpty();
  }

  @Test
  void aFileThatCannotBeWrittenIsTold() throws Exception {
    Path file = Files.createFile(home.resolve("file")).resolve("picture.svg");
    inside.save(out -> out.write(1), file);
    assertThat(TestStudio.problems(studio).getFirst().key()).isEqualTo("problem.file.unwritable");
    inside.save(out -> out.write(1), home.resolve("picture.svg"));
    assertThat(TestStudio.problems(studio)).as("its cause is over").isEmpty();
  }

  @Test
  void onAllPagesTheWholeNetworkSaysWhatThePadSays() {
    inside.shownProperty().set(true);
    List<Mark> one = Handwriting.at(30, 70, 0.6, Handwriting.ONE);
    List<Mark> four = Handwriting.at(130, 70, 0.6, Handwriting.FOUR);
    pad.replace(Handwriting.drawing(one, four));
    for (int digit = 0; digit < 2; digit++) {
      pad.select(digit);
      Recognition onPad = pad.recognitionProperty().get();
      inside.pageProperty().set(Page.BREAK);
      BreakViewModel.Answers answers = inside.broken().answers().answerProperty().get();
      assertThat(answers.whole()).isSameAs(onPad);
      assertThat(answers.broken().probabilities())
          .as("nothing is broken yet")
          .containsExactly(onPad.probabilities(), within(1e-5f));
      inside.pageProperty().set(Page.FRAMING);
      assertThat(inside.framing().effect().answerProperty().get().whole()).isSameAs(onPad);
      assertThat(inside.framing().effect().answerProperty().get().partial()).isSameAs(onPad);
      inside.pageProperty().set(Page.WHY);
      assertThat(inside.why().reasons().answerProperty().get().effects().whole()).isSameAs(onPad);
    }
  }

  @Test
  void ofANumberTheDigitIsLookedAtThatIsSelected() {
    inside.shownProperty().set(true);
    List<Mark> one = Handwriting.at(30, 70, 0.6, Handwriting.ONE);
    List<Mark> four = Handwriting.at(130, 70, 0.6, Handwriting.FOUR);
    pad.replace(Handwriting.drawing(one, four));
    assertThat(pad.readingProperty().get().text()).isEqualTo("14");

    pad.select(0);
    assertThat(inside.subjectProperty().getValue().drawing().marks()).isEqualTo(one);
    pad.select(1);
    assertThat(inside.subjectProperty().getValue().drawing().marks()).isEqualTo(four);
  }
}
