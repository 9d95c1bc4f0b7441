package dev.inkling.ui.training;

import dev.inkling.model.Recipe;
import dev.inkling.run.RunInfo;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of the runs that are compared.
 *
 * @param item of the list
 * @param curves of the run
 * @param mark tells it from runs of the same title; empty where there is none
 * @param bestAccuracy on the validation images, 0…1, or null before the first epoch's end
 */
public record ComparedRun(
    RunItem item, ComparedCurves curves, String mark, @Nullable Double bestAccuracy) {
  private static final double TEN_THOUSAND = 1e4;

  /** What is compared: first what came of it, then the recipe. */
  public enum Field {
    BEST(ComparedRun::roundedAccuracy),
    SECONDS(run -> (double) Math.round(run.info().seconds())),
    STATUS(run -> run.item().standing()),
    NETWORK(run -> run.info().architecture()),
    DATA(run -> run.info().data()),
    OPTIMIZER(run -> run.recipe().optimizer()),
    MOMENTUM(ComparedRun::momentum),
    LEARNING_RATE(run -> run.recipe().learningRate()),
    SCHEDULE(run -> run.recipe().schedule()),
    WEIGHT_DECAY(run -> run.recipe().weightDecay()),
    DROPOUT(run -> run.recipe().dropout()),
    LABEL_SMOOTHING(run -> run.recipe().labelSmoothing()),
    BATCH_SIZE(run -> run.recipe().batchSize()),
    EPOCHS(run -> run.recipe().epochs()),
    AUGMENTATION(run -> run.recipe().augmentation()),
    WRITTEN(run -> run.recipe().synthetic()),
    DOODLES(run -> run.recipe().doodles()),
    PATIENCE(ComparedRun::patience),
    FROM(run -> run.recipe().from()),
    FROZEN(ComparedRun::frozen),
    PART(run -> run.recipe().part()),
    LABEL_NOISE(run -> run.recipe().labelNoise()),
    IMBALANCE(run -> run.recipe().imbalance()),
    LEFT_OUT(run -> run.recipe().leftOut()),
    SEED(run -> run.recipe().seed());

    private final Function<ComparedRun, @Nullable Object> value;

    Field(Function<ComparedRun, @Nullable Object> value) {
      this.value = value;
    }

    /** The end of the field's keys. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A line of the table.
   *
   * @param field that is compared
   * @param values of each run, as precise as they are shown; null where a run has none
   */
  public record Row(Field field, List<@Nullable Object> values) {
    /** Whether the runs do not all have the same value. */
    public boolean differs() {
      return values.stream().distinct().count() > 1;
    }
  }

  /** All fields of these runs, side by side. */
  static List<Row> rows(List<ComparedRun> runs) {
    return List.of(Field.values()).stream()
        .map(field -> new Row(field, runs.stream().<@Nullable Object>map(field.value).toList()))
        .toList();
  }

  /** What the run is called among these runs. */
  public String name() {
    return curves.nameProperty().get();
  }

  /** Its title, which others may have too. */
  String title() {
    return info().title();
  }

  private RunInfo info() {
    return item.info();
  }

  private Recipe recipe() {
    return info().recipe();
  }

  /** Optimizers that ignore it are not told apart by it. */
  private @Nullable Double momentum() {
    return recipe().optimizer() == Recipe.Optimizer.MOMENTUM ? recipe().momentum() : null;
  }

  /** Null where nothing is. */
  private @Nullable Integer frozen() {
    return recipe().frozen() == 0 ? null : Integer.valueOf(recipe().frozen());
  }

  /** Null without early stopping. */
  private @Nullable Integer patience() {
    return recipe().patience() == 0 ? null : Integer.valueOf(recipe().patience());
  }

  private @Nullable Double roundedAccuracy() {
    return bestAccuracy == null ? null : Math.round(bestAccuracy * TEN_THOUSAND) / TEN_THOUSAND;
  }
}
