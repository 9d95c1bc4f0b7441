package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.data.ImageSource;
import dev.inkling.layer.Layer;
import dev.inkling.model.Recipe;
import dev.inkling.run.RunInfo;
import dev.inkling.train.SpeedProbe;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.training.LiveRun.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How long the recipe that is filled in would take on this machine: as long as one like it took in
 * this window, or as a trial has it where there was none, or where other programs took so much of
 * the machine then, or take it now, that a trial since is far from it.
 */
public final class Estimate {
  /**
   * A trial is not so exact as a run; what differs more was measured on a machine less or more
   * free.
   */
  private static final double FAR = 1.5;

  private final RecipeForm form;
  private final LiveRun live;
  private final DataSource dataSource;
  private final Trial<RecipeForm.Plan> trial;
  private final Map<Epoch, Double> known = new HashMap<>();
  private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper(Double.NaN);

  /**
   * What takes equally long, whatever its seed.
   *
   * @param recipe of one epoch
   */
  private record Epoch(List<Layer> layers, Recipe recipe, String data) {
    static Epoch of(RecipeForm.Plan plan) {
      return of(plan.architecture().layers(), plan.recipe(), ImageSource.of(plan.data()).place());
    }

    static Epoch of(RunInfo info) {
      return of(info.network().layers(), info.recipe(), info.data());
    }

    private static Epoch of(List<Layer> layers, Recipe recipe, String data) {
      Recipe one =
          recipe.with(
              r -> {
                r.epochs = 1;
                r.seed = 1;
                r.patience = 0;
              });
      return new Epoch(layers, one, data);
    }
  }

  /**
   * Not known yet.
   *
   * @param live has the machine before any estimate
   * @param trainer tries how fast the network trains, while none is in training
   */
  Estimate(RecipeForm form, LiveRun live, DataSource dataSource, Background trainer) {
    this.form = form;
    this.live = live;
    this.dataSource = dataSource;
    trial =
        new Trial<>(
            trainer,
            live.stateProperty().map(state -> state == State.IDLE),
            () -> Trial.Probe.training(this::seconds),
            plan -> form.plan().equals(Optional.of(plan)));
    trial.secondsProperty().addListener((_, _, _) -> show());
    live.metrics().epochProperty().addListener((_, _, epoch) -> heard(epoch));
  }

  /** Ends what is being tried. */
  public void stop() {
    trial.stop();
  }

  /** Seconds that the recipe would take; NaN while that is not known. */
  public ReadOnlyDoubleProperty secondsProperty() {
    return seconds.getReadOnlyProperty();
  }

  /** Tries how long the recipe would take, unless a run has the machine. */
  public void update() {
    trial.forget(); // its images may be others by now
    show();
    form.plan().ifPresent(trial::ask);
  }

  /** Tries again: other programs may have had the machine meanwhile. */
  void again() {
    form.plan().ifPresent(trial::askAgain);
  }

  /** The run in training says how long the epochs of its recipe take; null when it begins. */
  private void heard(@Nullable EpochMetrics epoch) {
    RunInfo info = live.shown().info();
    if (epoch != null && info != null) {
      known.put(Epoch.of(info), live.metrics().seconds() / epoch.epoch());
      if (form.plan().map(this::taken).isPresent()) {
        trial.forget(); // it is older
        show();
      }
    }
  }

  private void show() {
    double tried = trial.secondsProperty().get();
    Double taken = form.plan().map(this::taken).orElse(null);
    seconds.set(taken == null || isFar(tried, taken) ? tried : taken);
  }

  /** False where the one is not known. */
  private static boolean isFar(double tried, double taken) {
    return tried > FAR * taken || taken > FAR * tried;
  }

  private @Nullable Double taken(RecipeForm.Plan plan) {
    Double epoch = known.get(Epoch.of(plan));
    return epoch == null ? null : epoch * plan.recipe().epochs();
  }

  private double seconds(SpeedProbe probe, RecipeForm.Plan plan) {
    int learned = plan.recipe().lesson().roughly(dataSource.trainingImages(plan.data()));
    return probe.seconds(plan.architecture(), plan.recipe(), learned);
  }
}
