package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.DataSource;
import dev.inkling.ink.Drawing;
import dev.inkling.layer.Layer;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Network;
import dev.inkling.recognize.Recognition;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.inside.FilmViewModel.Source;
import dev.inkling.ui.inside.FilmWork.Frames;
import dev.inkling.ui.training.TrainingViewModel;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmViewModelTest {
  private static final int EPOCHS = 3;
  private static final int IMAGES = 20;

  @TempDir Path home;

  /** Its card says that it was trained for three epochs. */
  private final Model model = TinyModels.untrained("tiny");

  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  private final BooleanProperty shown = new SimpleBooleanProperty(true);
  private RunStore store;
  private TrainingViewModel training;
  private FilmViewModel film;

  @BeforeEach
  void open() {
    store = new RunStore(TestStudio.folders(home));
    training = TestStudio.atOnce(home).training();
    film =
        new FilmViewModel(
            subject,
            shown,
            training,
            new FilmWork(DataSource.of(TestStudio.folders(home)), IMAGES),
            Subjects.AT_ONCE);
  }

  private void look() {
    subject.set(Subjects.of(model, Subjects.ONE));
  }

  /** A run whose last epoch is the model. */
  private Run run() {
    Run run = store.create("tiny", model.card().recipe(), "synthetic");
    List<Layer> layers = model.card().parsedLayers();
    for (int epoch = 1; epoch < EPOCHS; epoch++) {
      Model trained = new Model(model.card(), Network.initialWeights(layers, 10 + epoch));
      ModelFolder.write(run.checkpoint(epoch), trained);
    }
    ModelFolder.write(run.checkpoint(EPOCHS), model);
    training.refresh();
    return run;
  }

  private Frames frames() {
    return film.looks().framesProperty().get();
  }

  @Test
  void allEpochsAreLookedAtAndTheDrawingIsReadByEach() {
    run();
    look();
    assertThat(frames().isWhole()).isTrue();
    assertThat(frames().images().count()).isEqualTo(IMAGES);
    assertThat(frames().maps().places()).hasSize(1 + EPOCHS).doesNotContainNull();
    assertThat(film.looks().answerProperty().getValue().probabilities())
        .containsExactly(subject.get().recognition().probabilities(), within(1e-4f));

    film.positionProperty().set(0);
    assertThat(film.epochProperty().get().epoch()).isZero();
    assertThat(film.epochProperty().get().kernels().getFirst().weights())
        .containsExactly(
            Network.initialWeights(model.card().parsedLayers(), model.card().recipe().seed())
                .tensor("conv1.weight")
                .values());
    film.positionProperty().set(1);
    assertThat(film.looks().answerProperty().getValue().probabilities())
        .isNotEqualTo(subject.get().recognition().probabilities());
  }

  @Test
  void goingThroughTheEpochsReadsNothing() {
    run();
    look();
    Frames before = frames();
    film.playback().toggle();
    for (int i = 0; i < EPOCHS; i++) {
      film.playback().tick();
    }
    film.positionProperty().set(1); // as the slider does
    assertThat(frames()).isSameAs(before);
  }

  @Test
  void anotherDrawingIsReadAndTheMapsStay() {
    run();
    look();
    Frames before = frames();
    subject.set(Subjects.of(model, Subjects.FOUR));
    assertThat(frames().looks()).isEqualTo(before.looks());
    assertThat(film.looks().answerProperty().getValue().probabilities())
        .containsExactly(subject.get().recognition().probabilities(), within(1e-4f));

    subject.set(new Subject(model, Drawing.EMPTY, Recognition.BLANK));
    assertThat(film.looks().answerProperty().getValue().isBlank()).isTrue();
  }

  @Test
  void anotherRunIsAnotherFilm() {
    run();
    look();
    Frames before = frames();
    film.playback().toggle();
    film.looks().step(1);
    film.sourceProperty().set(film.sources().get(1));
    assertThat(film.playback().playingProperty().get()).isFalse();
    assertThat(film.looks().pointedProperty().get()).isNull();
    assertThat(frames()).isNotSameAs(before);
    assertThat(frames().asked().found()).isSameAs(film.foundProperty().get());
  }

  @Test
  void nothingIsPlayedWhileNobodyLooks() {
    run();
    look();
    film.playback().toggle();
    shown.set(false);
    assertThat(film.playback().playingProperty().get()).isFalse();
  }

  @Test
  void theArrowKeysGoThroughTheImages() {
    look();
    film.looks().step(-1);
    assertThat(film.looks().pointedProperty().get()).isEqualTo(IMAGES - 1);
    film.looks().step(1);
    assertThat(film.looks().pointedProperty().get()).isZero();
  }

  @Test
  void aNetworkWithoutARunHasOneEpoch() {
    look();
    assertThat(film.foundProperty().get().run()).isNull();
    assertThat(film.countProperty().getValue()).isEqualTo(1);
    assertThat(film.epochProperty().get().epoch()).isEqualTo(EPOCHS);
  }

  @Test
  void aNetworkIsFoundInTheRunThatItCameFrom() {
    Run run = run();
    look();
    assertThat(film.foundProperty().get().run()).isEqualTo(run);
    assertThat(film.countProperty().getValue()).isEqualTo(1 + EPOCHS);
    assertThat(film.positionProperty().get()).isEqualTo(EPOCHS);
    float[] last = film.epochProperty().get().kernels().getFirst().weights();

    film.positionProperty().set(1);
    assertThat(film.epochProperty().get().epoch()).isEqualTo(1);
    assertThat(film.epochProperty().get().kernels().getFirst().weights()).isNotEqualTo(last);
    assertThat(last).containsExactly(model.weights().tensors().get("conv1.weight").values());
  }

  @Test
  void aRunThatGoesOnShowsItsNewEpochs() {
    Run run = run();
    look();
    ModelFolder.write(run.checkpoint(EPOCHS + 1), model);
    run.describe("renamed", "");
    training.refresh();
    assertThat(film.countProperty().getValue()).isEqualTo(1 + EPOCHS + 1);
    assertThat(film.positionProperty().get()).isEqualTo(EPOCHS + 1);
    assertThat(frames().looks()).hasSize(1 + EPOCHS + 1).doesNotContainNull();
  }

  @Test
  void aChosenRunStaysChosenWhenTheListIsReadAgain() {
    Run run = run();
    look();
    Source second = film.sources().get(1);
    film.sourceProperty().set(second);
    run.describe("renamed", "");
    training.refresh();
    assertThat(film.sourceProperty().get().item().info().title()).isEqualTo("renamed");
    assertThat(film.foundProperty().get().run()).isEqualTo(run);

    training.runs().delete(List.of(run));
    assertThat(film.sourceProperty().get()).isEqualTo(Source.PAD);
    assertThat(film.foundProperty().get().run()).isNull();
  }

  @Test
  void aRunWithoutACheckpointHasNoEpochToShow() {
    Run run = store.create("tiny", model.card().recipe(), "synthetic");
    training.refresh();
    look();
    film.sourceProperty().set(film.sources().get(1));
    assertThat(film.foundProperty().get().run()).isEqualTo(run);
    assertThat(film.epochProperty().get()).isNull();
    assertThat(film.countProperty().getValue()).isZero();
  }

  @Test
  void nothingIsReadWhileNobodyLooks() {
    shown.set(false);
    look();
    assertThat(film.foundProperty().get()).isNull();
    shown.set(true);
    assertThat(film.foundProperty().get()).isNotNull();
  }
}
