package dev.inkling.ui.results;

import dev.inkling.evaluate.Comparison;
import dev.inkling.evaluate.Results;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Job;
import dev.inkling.ui.results.Evaluator.Evaluated;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Two models on the same images: what both misread, and what one alone. */
public final class PairViewModel {
  /** McNemar's customary level: rarer than once in twenty is more than chance. */
  private static final double SIGNIFICANT = 0.05;

  private final Evaluator evaluator;
  private final Job job;

  // Properties
  private final ObjectProperty<Entry> other = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Pair> pair = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Share> share = new SimpleObjectProperty<>(Share.BOTH);

  private @Nullable Evaluated first;

  /** A part of the images, by who misreads them. */
  public enum Share {
    BOTH,
    ONLY_FIRST,
    ONLY_SECOND
  }

  /** What McNemar's test says; SAME where both misread the same images. */
  public enum Verdict {
    SAME,
    CHANCE,
    FIRST_BETTER,
    SECOND_BETTER
  }

  /** Two models' results on the same images. */
  public record Pair(Results first, Results second, Comparison comparison) {
    static Pair of(Results first, Results second) {
      return new Pair(first, second, Comparison.of(first.predictions(), second.predictions()));
    }

    /** Indices of the images of a part, rising. */
    public List<Integer> images(Share share) {
      return IntStream.of(
              switch (share) {
                case BOTH -> comparison.bothMiss();
                case ONLY_FIRST -> comparison.onlyFirstMisses();
                case ONLY_SECOND -> comparison.onlySecondMisses();
              })
          .boxed()
          .toList();
    }

    /** Whether one of the two is better, as far as these images tell. */
    public Verdict verdict() {
      int onlyFirst = comparison.onlyFirstMisses().length;
      int onlySecond = comparison.onlySecondMisses().length;
      if (onlyFirst + onlySecond == 0) {
        return Verdict.SAME;
      }
      if (comparison.pValue() >= SIGNIFICANT) {
        return Verdict.CHANCE;
      }
      return onlyFirst < onlySecond ? Verdict.FIRST_BETTER : Verdict.SECOND_BETTER;
    }
  }

  PairViewModel(Evaluator evaluator, Background worker) {
    this.evaluator = evaluator;
    job = new Job(worker);
    other.addListener((_, _, _) -> compare());
  }

  /** The model to compare with, or null. */
  public ObjectProperty<Entry> otherProperty() {
    return other;
  }

  /** Both results, or null. */
  public ReadOnlyObjectProperty<@Nullable Pair> pairProperty() {
    return pair.getReadOnlyProperty();
  }

  /** Why there is no comparison, or null. */
  public ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The images that are shown. */
  public ObjectProperty<Share> shareProperty() {
    return share;
  }

  /** True while the other model reads. */
  public ReadOnlyBooleanProperty workingProperty() {
    return job.runningProperty();
  }

  /** Part that it has read, 0…1; below 0 while that is not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return job.progressProperty();
  }

  /** Compares these results with the other model's from now on. */
  void show(@Nullable Evaluated evaluated) {
    first = evaluated;
    compare();
  }

  private void compare() {
    pair.set(null);
    failure.set(null);
    job.cancel();
    Evaluated one = first;
    Entry two = other.get();
    if (one != null && two != null) {
      job.begin(
          listener ->
              () ->
                  Pair.of(one.results(), evaluator.evaluate(two, one.images(), listener).results()),
          pair::set,
          e -> failure.set(Problem.of(e)));
    }
  }
}
