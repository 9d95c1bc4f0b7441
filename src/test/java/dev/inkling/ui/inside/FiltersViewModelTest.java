package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.layer.Layer;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Network;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.inside.FiltersViewModel.Source;
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

class FiltersViewModelTest {
  private static final int EPOCHS = 3;

  @TempDir Path home;

  /** Its card says that it was trained for three epochs. */
  private final Model model = TinyModels.untrained("tiny");

  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  private final BooleanProperty shown = new SimpleBooleanProperty(true);
  private RunStore store;
  private TrainingViewModel training;
  private FiltersViewModel filters;

  @BeforeEach
  void open() {
    store = new RunStore(TestStudio.folders(home));
    training = TestStudio.atOnce(home).training();
    filters = new FiltersViewModel(subject, shown, training, Subjects.AT_ONCE);
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

  @Test
  void aNetworkWithoutARunHasOneEpoch() {
    look();
    assertThat(filters.foundProperty().get().run()).isNull();
    assertThat(filters.countProperty().getValue()).isEqualTo(1);
    assertThat(filters.epochProperty().get().epoch()).isEqualTo(EPOCHS);
  }

  @Test
  void aNetworkIsFoundInTheRunThatItCameFrom() {
    Run run = run();
    look();
    assertThat(filters.foundProperty().get().run()).isEqualTo(run);
    assertThat(filters.countProperty().getValue()).isEqualTo(EPOCHS);
    assertThat(filters.positionProperty().get()).isEqualTo(EPOCHS - 1);
    float[] last = filters.epochProperty().get().kernels().getFirst().weights();

    filters.positionProperty().set(0);
    assertThat(filters.epochProperty().get().epoch()).isEqualTo(1);
    assertThat(filters.epochProperty().get().kernels().getFirst().weights()).isNotEqualTo(last);
    assertThat(last).containsExactly(model.weights().tensors().get("conv1.weight").values());
  }

  @Test
  void aRunThatGoesOnShowsItsNewEpochs() {
    Run run = run();
    look();
    ModelFolder.write(run.checkpoint(EPOCHS + 1), model);
    run.describe("renamed", "");
    training.refresh();
    assertThat(filters.countProperty().getValue()).isEqualTo(EPOCHS + 1);
    assertThat(filters.positionProperty().get()).isEqualTo(EPOCHS);
  }

  @Test
  void aChosenRunStaysChosenWhenTheListIsReadAgain() {
    Run run = run();
    look();
    Source second = filters.sources().get(1);
    filters.sourceProperty().set(second);
    run.describe("renamed", "");
    training.refresh();
    assertThat(filters.sourceProperty().get().item().info().title()).isEqualTo("renamed");
    assertThat(filters.foundProperty().get().run()).isEqualTo(run);

    training.runs().delete(List.of(run));
    assertThat(filters.sourceProperty().get()).isEqualTo(Source.PAD);
    assertThat(filters.foundProperty().get().run()).isNull();
  }

  @Test
  void aRunWithoutACheckpointHasNoEpochToShow() {
    Run run = store.create("tiny", model.card().recipe(), "synthetic");
    training.refresh();
    look();
    filters.sourceProperty().set(filters.sources().get(1));
    assertThat(filters.foundProperty().get().run()).isEqualTo(run);
    assertThat(filters.epochProperty().get()).isNull();
    assertThat(filters.countProperty().getValue()).isZero();
  }

  @Test
  void nothingIsReadWhileNobodyLooks() {
    shown.set(false);
    look();
    assertThat(filters.foundProperty().get()).isNull();
    shown.set(true);
    assertThat(filters.foundProperty().get()).isNotNull();
  }
}
