package dev.inkling.ui.builder;

import dev.inkling.model.Architecture;
import dev.inkling.ui.kit.Background;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * How many seconds an epoch of a network takes on this machine, tried on short epochs. Only what
 * was asked last is tried; what is measured is shown only as long as it is of the network that is
 * there.
 */
final class Pace {
  /** More arithmetic than this for one image takes minutes to be tried, in which no run begins. */
  private static final long MOST_OPERATIONS = 100_000_000;

  private final Background trainer;
  private final ObservableValue<Boolean> isFree;
  private final int images;
  private final ToDoubleFunction<Architecture> probe;
  private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper(Double.NaN);
  private @Nullable Architecture asked;

  /**
   * Nothing is measured yet.
   *
   * @param trainer where runs are trained, so that none is meanwhile
   * @param isFree whether no run has the machine
   * @param images of a data set that an epoch learns from
   * @param probe measures images a second
   */
  Pace(
      Background trainer,
      ObservableValue<Boolean> isFree,
      int images,
      ToDoubleFunction<Architecture> probe) {
    this.trainer = trainer.newestOnly();
    this.isFree = isFree;
    this.images = images;
    this.probe = probe;
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
      trainer.run(() -> measure(network), measured -> hear(network, measured), _ -> {});
    }
  }

  private double measure(Architecture network) {
    return network.recipe().imagesPerEpoch(images) / probe.applyAsDouble(network);
  }

  private void hear(Architecture network, double measured) {
    if (network.equals(asked)) {
      seconds.set(measured);
    }
  }
}
