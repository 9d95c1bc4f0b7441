package dev.inkling.ui.training;

import dev.inkling.diagram.FirstLayer;
import dev.inkling.model.Recipe;
import dev.inkling.run.Run;
import dev.inkling.run.RunFailure;
import dev.inkling.run.RunInfo;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A run as the charts show it: the one in training, or another that was read. */
public final class ShownRun {
  private final RunCurves curves = new RunCurves();
  private final LayerCurves layers = new LayerCurves();
  private final ReadOnlyObjectWrapper<@Nullable Run> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Recipe> recipe = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RunFailure> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable FirstLayer> firstLayer =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper keptEpochs = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable RunOutcome> outcome = new ReadOnlyObjectWrapper<>();
  private @Nullable RunInfo info;

  /** Its curves, empty before the first run. */
  public RunCurves curves() {
    return curves;
  }

  /** How its layers learn, empty before the first run. */
  public LayerCurves layers() {
    return layers;
  }

  /** Its first layer's newest weights; null while none are known, or they are no pictures. */
  ReadOnlyObjectProperty<@Nullable FirstLayer> firstLayerProperty() {
    return firstLayer.getReadOnlyProperty();
  }

  /** The run, or null before the first. */
  public ReadOnlyObjectProperty<@Nullable Run> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** The recipe that it follows, or null before the first run. */
  public ReadOnlyObjectProperty<@Nullable Recipe> recipeProperty() {
    return recipe.getReadOnlyProperty();
  }

  /** Why it failed; null when it did not. */
  public ReadOnlyObjectProperty<@Nullable RunFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What it has come to; null while it is in training, and before the first run. */
  public ReadOnlyObjectProperty<@Nullable RunOutcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** How many of its epochs can be loaded. */
  public ReadOnlyIntegerProperty keptEpochsProperty() {
    return keptEpochs.getReadOnlyProperty();
  }

  /** A run is about to be loaded: until then, nothing of another one stands there as its own. */
  void expect(Run next) {
    clear();
    run.set(next);
  }

  /** What was noted of it; null before the first run, and while it is loaded. */
  @Nullable RunInfo info() {
    return info;
  }

  void show(Run next, RunInfo info, int epochs, RunCurves.Saved saved) {
    this.info = info;
    outcome.set(null);
    if (!is(next)) {
      firstLayer.set(null); // it is the other run's
    }
    curves.show(saved);
    layers.show(saved.layers(), !saved.batches().isEmpty());
    keptEpochs.set(epochs);
    recipe.set(info.recipe());
    failure.set(RunFailure.of(next, info).orElse(null));
    run.set(next);
  }

  /** No run: the one that was wanted cannot be read. */
  void clear() {
    info = null;
    curves.clear();
    layers.clear();
    firstLayer.set(null);
    keptEpochs.set(0);
    recipe.set(null);
    failure.set(null);
    outcome.set(null);
    run.set(null);
  }

  /** The run that is shown is in training no more. */
  void ended(RunOutcome what) {
    outcome.set(what);
  }

  /** The run that is shown has failed meanwhile. */
  void failed(RunFailure why) {
    failure.set(why);
  }

  /** Weights of the run that is shown, newer than any before. */
  void look(@Nullable FirstLayer weights) {
    firstLayer.set(weights);
  }

  void kept(int epoch) {
    keptEpochs.set(epoch);
  }

  boolean is(Run other) {
    return other.equals(run.get());
  }
}
