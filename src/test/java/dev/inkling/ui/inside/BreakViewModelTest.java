package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.DataSource;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.RemoteImages;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.Model;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.inside.BreakViewModel.Answers;
import dev.inkling.ui.kit.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakViewModelTest {
  @TempDir Path home;

  private final Model model = Shipped.model("lenet5-relu");
  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();

  private BreakViewModel open(Background worker) {
    DataSource source = new DataSource(RemoteImages.MNIST.in(home), new DrawingStore(home));
    BreakViewModel broken =
        new BreakViewModel(subject, new Readers(worker, new ClassifierPool()), source);
    subject.set(Subjects.of(model, Subjects.FOUR));
    return broken;
  }

  private BreakViewModel open() {
    return open(Subjects.AT_ONCE);
  }

  @Test
  void aSilentLayerIsMissedUntilItIsRestored() throws IOException {
    IdxFiles.writeMnist(home, 40);
    BreakViewModel broken = open();
    Answers before = broken.answers().answerProperty().get();
    assertThat(before.broken().probabilities())
        .containsExactly(before.whole().probabilities(), within(1e-5f));
    assertThat(broken.scores().scoresProperty().get().images()).isEqualTo(40);
    double whole = broken.scores().scoresProperty().get().whole();
    assertThat(broken.scores().scoresProperty().get().broken()).isEqualTo(whole);

    broken.silenceLayer(true);
    Answers silent = broken.answers().answerProperty().get();
    assertThat(silent.whole().digit()).isEqualTo(4);
    assertThat(silent.broken().confidence()).isLessThan(0.5f);
    assertThat(broken.scores().scoresProperty().get().broken()).isLessThan(whole - 0.2);
    assertThat(broken.scores().currentProperty().get()).isTrue();
    assertThat(broken.silentOfLayer()).isEqualTo(6);

    broken.restore();
    assertThat(broken.answers().answerProperty().get().broken().digit()).isEqualTo(4);
    assertThat(broken.scores().scoresProperty().get().broken()).isEqualTo(whole);
    assertThat(broken.silentOfLayer()).isZero();
  }

  @Test
  void withoutTestImagesThePadsAnswerIsBrokenAllTheSame() {
    BreakViewModel broken = open();
    assertThat(broken.scores().scoresProperty().get().images()).isZero();
    broken.setNoise(2);
    Answers noisy = broken.answers().answerProperty().get();
    assertThat(noisy.broken().probabilities()).isNotEqualTo(noisy.whole().probabilities());
    float[] first = noisy.broken().probabilities();
    broken.reroll();
    assertThat(broken.answers().answerProperty().get().broken().probabilities())
        .isNotEqualTo(first);
  }

  @Test
  void onlyLayersWithFiltersOrUnitsAreListed() {
    BreakViewModel broken = open();
    assertThat(broken.layers().stream().map(i -> broken.stage(i).name()))
        .containsExactly("conv1", "conv2", "dense1", "dense2", "dense3");
    broken.layerProperty().set(broken.layers().get(2));
    assertThat(broken.partsOfLayer()).isEqualTo(120);
    broken.silence(7, true);
    assertThat(broken.silentOfLayer()).isEqualTo(1);
  }

  @Test
  void anotherNetworkIsWhole() {
    BreakViewModel broken = open();
    broken.layerProperty().set(broken.layers().getLast());
    broken.silence(9, true);
    subject.set(Subjects.of(TinyModels.untrained("tiny"), Subjects.FOUR));
    assertThat(broken.breakageProperty().get()).isEqualTo(Breakage.NONE);
    assertThat(broken.answers().failureProperty().get()).isNull();
    assertThat(broken.layers().stream().map(i -> broken.stage(i).name()))
        .containsExactly("conv1", "dense1", "dense2");
  }

  @Test
  void thePartsOfAnotherNetworkAreListedThoughTheLayerHasTheSameIndex() {
    BreakViewModel broken = open();
    List<Integer> parts = new ArrayList<>();
    broken.layerProperty().addListener((_, _, _) -> parts.add(broken.partsOfLayer()));
    subject.set(Subjects.of(TinyModels.untrained("tiny"), Subjects.FOUR));
    assertThat(broken.layerProperty().get()).isZero();
    assertThat(parts).containsExactly(0, 4);
  }

  @Test
  void figuresOfAnOlderBreakageAreNotCurrent() throws IOException {
    IdxFiles.writeMnist(home, 10);
    Queue<Runnable> work = new ArrayDeque<>();
    BreakViewModel broken = open(new Background(work::add, Runnable::run));
    while (!work.isEmpty()) {
      work.remove().run();
    }
    assertThat(broken.scores().currentProperty().get()).isTrue();
    broken.setNoise(1);
    assertThat(broken.scores().currentProperty().get()).isFalse();
    assertThat(broken.answers().currentProperty().get()).isFalse();
  }

  @Test
  void damagedTestImagesAreAProblemThatIsTold() throws IOException {
    IdxFiles.writeMnist(home, 10);
    Files.write(home.resolve("t10k-images-idx3-ubyte.gz"), new byte[5]);
    BreakViewModel broken = open();
    assertThat(broken.scores().failureProperty().get()).isNotNull();
    assertThat(broken.answers().answerProperty().get()).isNotNull();
  }
}
