package dev.inkling.ui.builder;

import dev.inkling.model.Architecture;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.training.Trial;
import dev.inkling.ui.training.Trial.Probe;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableValue;

/** How many seconds an epoch of a network takes on this machine, tried on short epochs. */
final class Pace {
  /** More arithmetic than this for one image takes minutes to be tried, in which no run begins. */
  private static final long MOST_OPERATIONS = 100_000_000;

  private final Trial<Architecture> trial;

  /**
   * Nothing is measured yet.
   *
   * @param trainer where runs are trained, so that none is meanwhile
   * @param isFree whether no run has the machine
   * @param probes measure an epoch, each of one network
   */
  Pace(Background trainer, ObservableValue<Boolean> isFree, Supplier<Probe<Architecture>> probes) {
    trial = new Trial<>(trainer, isFree, probes, _ -> true);
  }

  /**
   * Trains a network for a moment.
   *
   * @param images of a data set that an epoch learns from
   */
  static Probe<Architecture> training(int images) {
    return Probe.training(
        (probe, network) ->
            network.recipe().imagesPerEpoch(images)
                / probe.imagesPerSecond(network, network.recipe()));
  }

  /** Ends what is being tried. */
  void stop() {
    trial.stop();
  }

  /** Whether no run has the machine. */
  ObservableValue<Boolean> isFree() {
    return trial.isFree();
  }

  /** Seconds that an epoch takes; NaN while they are not known. */
  ReadOnlyDoubleProperty secondsProperty() {
    return trial.secondsProperty();
  }

  /** There is another network: what was measured is not its. */
  void forget() {
    trial.forget();
  }

  /** Measures a network that can be trained, unless a run has the machine. */
  void ask(Architecture network, Costs costs) {
    if (costs.operations() <= MOST_OPERATIONS) {
      trial.ask(network);
    } else {
      trial.forget();
    }
  }
}
