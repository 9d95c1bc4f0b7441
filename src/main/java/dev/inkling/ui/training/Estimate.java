package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.train.SpeedProbe;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.training.LiveRun.State;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;

/** How long the recipe that is filled in would take on this machine. */
public final class Estimate {
  private final RecipeForm form;
  private final DataSource dataSource;
  private final Trial<RecipeForm.Plan> trial;

  /**
   * Not known yet.
   *
   * @param live has the machine before any estimate
   * @param trainer tries how fast the network trains, while none is in training
   */
  Estimate(RecipeForm form, LiveRun live, DataSource dataSource, Background trainer) {
    this.form = form;
    this.dataSource = dataSource;
    trial =
        new Trial<>(
            trainer,
            live.stateProperty().map(state -> state == State.IDLE),
            () -> Trial.Probe.training(this::seconds),
            plan -> form.plan().equals(Optional.of(plan)));
  }

  /** Ends what is being tried. */
  public void stop() {
    trial.stop();
  }

  /** Seconds that the recipe would take; NaN while that is not known. */
  public ReadOnlyDoubleProperty secondsProperty() {
    return trial.secondsProperty();
  }

  /** Tries how long the recipe would take, unless a run has the machine. */
  public void update() {
    trial.forget(); // its images may be others by now
    form.plan().ifPresent(trial::ask);
  }

  private double seconds(SpeedProbe probe, RecipeForm.Plan plan) {
    int learned = plan.recipe().lesson().roughly(dataSource.trainingImages(plan.data()));
    int perEpoch = plan.recipe().imagesPerEpoch(learned);
    double images = (double) plan.recipe().epochs() * perEpoch;
    return images / probe.imagesPerSecond(plan.architecture(), plan.recipe());
  }
}
