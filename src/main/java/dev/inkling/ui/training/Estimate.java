package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.train.SpeedProbe;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.training.LiveRun.State;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** How long the recipe that is filled in would take on this machine. */
public final class Estimate {
  private final RecipeForm form;
  private final LiveRun live;
  private final DataSource dataSource;
  private final Background trainer;
  private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper(Double.NaN);
  private SpeedProbe probe = new SpeedProbe();

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
    this.trainer = trainer;
    live.stateProperty().addListener((_, _, state) -> stopUnless(state == State.IDLE));
  }

  /** A run need not wait until it is known how long it takes. */
  private void stopUnless(boolean isFree) {
    if (!isFree) {
      stop();
    }
  }

  /** Ends what is being tried. */
  public void stop() {
    probe.stop();
  }

  /** Seconds that the recipe would take; NaN while that is not known. */
  public ReadOnlyDoubleProperty secondsProperty() {
    return seconds.getReadOnlyProperty();
  }

  /** Tries how long the recipe would take, unless a run has the machine. */
  public void update() {
    seconds.set(Double.NaN);
    stop();
    if (live.stateProperty().get() == State.IDLE) {
      form.plan().ifPresent(this::measure);
    }
  }

  private void measure(RecipeForm.Plan plan) {
    SpeedProbe mine = new SpeedProbe();
    probe = mine;
    trainer.run(
        () -> seconds(plan, mine),
        measured -> {
          if (form.plan().equals(Optional.of(plan))) {
            seconds.set(measured);
          }
        },
        _ -> {}); // a run tells what is in its way
  }

  private double seconds(RecipeForm.Plan plan, SpeedProbe mine) {
    int learned = plan.recipe().lesson().roughly(dataSource.trainingImages(plan.data()));
    int perEpoch = plan.recipe().imagesPerEpoch(learned);
    double images = (double) plan.recipe().epochs() * perEpoch;
    return images / mine.imagesPerSecond(plan.architecture(), plan.recipe());
  }
}
