package dev.inkling.ui.results;

import dev.inkling.run.EpochConfusions;
import dev.inkling.run.EpochConfusions.Epoch;
import dev.inkling.run.Run;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Job;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import dev.inkling.ui.training.TrainingViewModel;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What a run read as what after each of its epochs, on the validation images. */
public final class EpochsViewModel {
  private final TrainingViewModel training;
  private final Job job;

  // Properties
  private final ObjectProperty<RunItem> run = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<List<Epoch>> epochs = new ReadOnlyObjectWrapper<>(List.of());
  private final IntegerProperty position = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<@Nullable Epoch> epoch = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>();

  /** No epoch yet; follows the run in training as soon as there is one. */
  EpochsViewModel(TrainingViewModel training, Background files) {
    this.training = training;
    job = new Job(files);
    run.addListener((_, before, now) -> changed(before, now));
    position.addListener((_, _, _) -> showPosition());
    runs().addListener((ListChangeListener<RunItem>) _ -> chooseAgain());
    training.live().metrics().epochProperty().addListener((_, _, _) -> epochEnded());
    chooseAgain();
  }

  /** The runs to choose from, the newest first. */
  public ObservableList<RunItem> runs() {
    return training.runs().runs();
  }

  /** The run whose epochs are shown, or null. */
  public ObjectProperty<RunItem> runProperty() {
    return run;
  }

  /** The epochs that were measured, in order. */
  public ReadOnlyObjectProperty<List<Epoch>> epochsProperty() {
    return epochs.getReadOnlyProperty();
  }

  /** Place in {@link #epochsProperty} of the epoch that is shown. */
  public IntegerProperty positionProperty() {
    return position;
  }

  /** The epoch that is shown, or null. */
  public ReadOnlyObjectProperty<@Nullable Epoch> epochProperty() {
    return epoch.getReadOnlyProperty();
  }

  /** Why there are no epochs, or null. */
  public ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The list was read again: the same run, or the newest. */
  private void chooseAgain() {
    RunItem before = run.get();
    Run wanted = before == null ? null : before.run();
    run.set(
        runs().stream()
            .filter(item -> item.run().equals(wanted))
            .findFirst()
            .orElse(runs().isEmpty() ? null : runs().getFirst()));
  }

  private void changed(@Nullable RunItem before, @Nullable RunItem now) {
    boolean isSame = before != null && now != null && before.run().equals(now.run());
    if (!isSame) {
      epochs.set(List.of());
      position.set(0);
      showPosition();
    }
    read();
  }

  private void epochEnded() {
    boolean isShown =
        run.get() != null && run.get().run().equals(training.live().underWayProperty().get());
    if (training.live().metrics().epochProperty().get() != null && isShown) {
      read();
    }
  }

  // Commands

  /** Reads the epochs again; another program may train the run. */
  public void read() {
    failure.set(null);
    if (run.get() == null) {
      job.cancel();
      return;
    }
    Run wanted = run.get().run();
    job.begin(_ -> () -> EpochConfusions.read(wanted), this::take, e -> failure.set(Problem.of(e)));
  }

  /** Who looks at the last epoch goes on to the new one. */
  private void take(List<Epoch> read) {
    boolean isLast = position.get() >= epochs.get().size() - 1;
    epochs.set(read);
    position.set(isLast ? Math.max(0, read.size() - 1) : position.get());
    showPosition();
  }

  private void showPosition() {
    List<Epoch> all = epochs.get();
    epoch.set(all.isEmpty() ? null : all.get(Math.clamp(position.get(), 0, all.size() - 1)));
  }
}
