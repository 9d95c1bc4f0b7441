package dev.inkling.ui.training;

import dev.inkling.train.SpeedProbe;
import dev.inkling.ui.kit.Background;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * How many seconds something takes on this machine, tried for a moment while no run has it. Only
 * what was asked last is tried; what is measured is shown only as long as it is of what is there,
 * and what is being tried is stopped when that is something else.
 *
 * @param <T> what takes time
 */
public final class Trial<T> {
  private final Background trainer;
  private final ObservableValue<Boolean> isFree;
  private final Supplier<Probe<T>> probes;
  private final Predicate<T> isThere;
  private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper(Double.NaN);
  private @Nullable T asked;
  private @Nullable Probe<T> trying;

  /** Tries one thing. */
  @FunctionalInterface
  public interface Probe<T> {
    /** Seconds that it takes; throws when it is stopped. */
    double seconds(T what);

    /** Nobody wants to know any more. */
    default void stop() {}

    /**
     * One that trains for a moment.
     *
     * @param seconds by what is trained in one
     */
    static <T> Probe<T> training(ToDoubleBiFunction<SpeedProbe, T> seconds) {
      SpeedProbe probe = new SpeedProbe();
      return new Probe<>() {
        @Override
        public double seconds(T what) {
          return seconds.applyAsDouble(probe, what);
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
   * @param probes measure, each once
   * @param isThere whether the answer is still of what is there, asked on the FX thread
   */
  public Trial(
      Background trainer,
      ObservableValue<Boolean> isFree,
      Supplier<Probe<T>> probes,
      Predicate<T> isThere) {
    this.trainer = trainer.newestOnly();
    this.isFree = isFree;
    this.probes = probes;
    this.isThere = isThere;
    isFree.addListener((_, _, isSo) -> stopUnless(isSo));
  }

  /** A run does not wait until it is known how long one would take. */
  private void stopUnless(boolean isSo) {
    if (!isSo) {
      stop();
    }
  }

  /** Ends what is being tried. */
  public void stop() {
    if (trying != null) {
      trying.stop();
      trying = null;
      asked = null;
    }
  }

  /** Whether no run has the machine. */
  public ObservableValue<Boolean> isFree() {
    return isFree;
  }

  /** Seconds that it takes; NaN while they are not known. */
  public ReadOnlyDoubleProperty secondsProperty() {
    return seconds.getReadOnlyProperty();
  }

  /** There is something else: what was measured is not its. */
  public void forget() {
    stop();
    asked = null;
    seconds.set(Double.NaN);
  }

  /** Measures something, unless it was what was asked last or a run has the machine. */
  public void ask(T what) {
    if (Objects.equals(asked, what) || !isFree.getValue()) {
      return;
    }
    forget();
    measure(what);
  }

  /**
   * Measures again what is there: other programs may have had the machine. What was measured before
   * stays until then.
   */
  public void askAgain(T what) {
    if (trying == null && isFree.getValue()) {
      measure(what);
    }
  }

  private void measure(T what) {
    asked = what;
    Probe<T> probe = probes.get();
    trying = probe;
    trainer.run(
        () -> probe.seconds(what),
        measured -> hear(probe, what, measured),
        _ -> {}); // a run tells what is in its way
  }

  private void hear(Probe<T> probe, T what, double measured) {
    if (probe == trying) {
      trying = null;
      if (isThere.test(what)) {
        seconds.set(measured);
      }
    }
  }
}
