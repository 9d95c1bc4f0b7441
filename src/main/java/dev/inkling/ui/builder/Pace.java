package dev.inkling.ui.builder;

import dev.inkling.model.Architecture;
import dev.inkling.train.SpeedProbe;
import dev.inkling.ui.kit.Background;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * How many seconds an epoch of a network takes on this machine, tried on short epochs. Only what
 * was asked last is tried; what is measured is shown only as long as it is of the network that is
 * there, and what is being tried is stopped when it is of another.
 */
final class Pace {
  /** More arithmetic than this for one image takes minutes to be tried, in which no run begins. */
  private static final long MOST_OPERATIONS = 100_000_000;

  private final Background trainer;
  private final ObservableValue<Boolean> isFree;
  private final int images;
  private final Supplier<Probe> probes;
  private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper(Double.NaN);
  private @Nullable Architecture asked;
  private @Nullable Probe trying;

  /** Tries one network. */
  @FunctionalInterface
  interface Probe {
    /** Images a second; throws when it is stopped. */
    double imagesPerSecond(Architecture network);

    /** Nobody wants to know any more. */
    default void stop() {}

    /** One that trains for a moment. */
    static Probe training() {
      SpeedProbe probe = new SpeedProbe();
      return new Probe() {
        @Override
        public double imagesPerSecond(Architecture network) {
          return probe.imagesPerSecond(network, network.recipe());
        }

        @Override
        public void stop() {
          probe.stop();
        }
      };
    }
  }

  /**
   * Nothing is measured yet.
   *
   * @param trainer where runs are trained, so that none is meanwhile
   * @param isFree whether no run has the machine
   * @param images of a data set that an epoch learns from
   * @param probes measure images a second, each of one network
   */
  Pace(Background trainer, ObservableValue<Boolean> isFree, int images, Supplier<Probe> probes) {
    this.trainer = trainer.newestOnly();
    this.isFree = isFree;
    this.images = images;
    this.probes = probes;
    isFree.addListener((_, _, isSo) -> stopUnless(isSo));
  }

  /** A run does not wait until it is known how long one would take. */
  private void stopUnless(boolean isSo) {
    if (!isSo) {
      stop();
    }
  }

  /** Ends what is being tried. */
  void stop() {
    if (trying != null) {
      trying.stop();
      trying = null;
      asked = null;
    }
  }

  /** Whether no run has the machine. */
  ObservableValue<Boolean> isFree() {
    return isFree;
  }

  /** Seconds that an epoch takes; NaN while they are not known. */
  ReadOnlyDoubleProperty secondsProperty() {
    return seconds.getReadOnlyProperty();
  }

  /** There is another network: what was measured is not its. */
  void forget() {
    stop();
    asked = null;
    seconds.set(Double.NaN);
  }

  /** Measures a network that can be trained, unless a run has the machine. */
  void ask(Architecture network, Costs costs) {
    if (Objects.equals(asked, network) || !isFree.getValue()) {
      return;
    }
    forget();
    if (costs.operations() <= MOST_OPERATIONS) {
      asked = network;
      Probe probe = probes.get();
      trying = probe;
      trainer.run(
          () -> network.recipe().imagesPerEpoch(images) / probe.imagesPerSecond(network),
          measured -> hear(probe, measured),
          _ -> {});
    }
  }

  private void hear(Probe probe, double measured) {
    if (probe == trying) {
      trying = null;
      seconds.set(measured);
    }
  }
}
