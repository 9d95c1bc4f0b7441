package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.model.Architecture;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Recipe.Schedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A recipe while somebody fills it in. */
public final class RecipeForm {
  /** More than this no training image set has, and no machine holds. */
  private static final int MOST_IMAGES = 10_000;

  private static final int MOST_EPOCHS = 1_000;

  private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>();
  private final StringProperty data = new SimpleStringProperty(DataSource.MNIST);
  private final ObjectProperty<Optimizer> optimizer = new SimpleObjectProperty<>();
  private final ObjectProperty<Schedule> schedule = new SimpleObjectProperty<>();
  private final ObjectProperty<Augmentation> augmentation = new SimpleObjectProperty<>();
  private final RecipeField learningRate =
      RecipeField.number("training.problem.learningRate", rate -> rate > 0 && rate <= 10);
  private final RecipeField batchSize =
      RecipeField.whole("training.problem.batchSize", 1, MOST_IMAGES);
  private final RecipeField epochs = RecipeField.whole("training.problem.epochs", 1, MOST_EPOCHS);
  private final RecipeField dropout =
      RecipeField.optional("training.problem.dropout", rate -> rate >= 0 && rate < 1);
  private final RecipeField patience =
      RecipeField.whole("training.problem.patience", 0, MOST_EPOCHS);
  private final RecipeField seed =
      RecipeField.whole("training.problem.seed", 0, Integer.MAX_VALUE / 1_000);

  /**
   * What a run is made by.
   *
   * @param data mnist, synthetic or a folder
   */
  record Plan(Architecture architecture, Recipe recipe, String data) {}

  /** The flagship's recipe. */
  public RecipeForm() {
    architecture.subscribe(
        chosen -> {
          if (chosen != null) {
            fill(chosen.recipe());
          }
        });
    architecture.set(Architecture.all().getFirst());
  }

  /** Fills in a recipe. */
  public void fill(Recipe recipe) {
    optimizer.set(recipe.optimizer());
    schedule.set(recipe.schedule());
    augmentation.set(recipe.augmentation());
    learningRate.type(recipe.learningRate());
    batchSize.type(recipe.batchSize());
    epochs.type(recipe.epochs());
    dropout.type(recipe.dropout());
    patience.type(recipe.patience());
    seed.type(recipe.seed());
  }

  /** The network to train; choosing one fills in its own recipe. */
  public ObjectProperty<Architecture> architectureProperty() {
    return architecture;
  }

  /** mnist, synthetic or a folder. */
  public StringProperty dataProperty() {
    return data;
  }

  /** How gradients become steps. */
  public ObjectProperty<Optimizer> optimizerProperty() {
    return optimizer;
  }

  /** How the learning rate moves. */
  public ObjectProperty<Schedule> scheduleProperty() {
    return schedule;
  }

  /** How training images are varied. */
  public ObjectProperty<Augmentation> augmentationProperty() {
    return augmentation;
  }

  /** The highest learning rate of the schedule. */
  public RecipeField learningRate() {
    return learningRate;
  }

  /** Images a step. */
  public RecipeField batchSize() {
    return batchSize;
  }

  /** Passes over the training images. */
  public RecipeField epochs() {
    return epochs;
  }

  /** Rate of all dropout layers; empty for those that the network has. */
  public RecipeField dropout() {
    return dropout;
  }

  /** Epochs without a lower validation loss that end the run; 0 for never. */
  public RecipeField patience() {
    return patience;
  }

  /** Of all chance. */
  public RecipeField seed() {
    return seed;
  }

  /** True when everything filled in is possible. */
  public BooleanBinding validBinding() {
    List<RecipeField> fields = List.of(learningRate, batchSize, epochs, dropout, patience, seed);
    Observable[] texts = fields.stream().map(RecipeField::textProperty).toArray(Observable[]::new);
    return Bindings.createBooleanBinding(() -> fields.stream().allMatch(RecipeField::isGood), texts)
        .and(Bindings.createBooleanBinding(this::isDataGood, data));
  }

  private boolean isDataGood() {
    String name = data.get();
    return name.equals(DataSource.MNIST)
        || name.equals(DataSource.SYNTHETIC)
        || Files.isDirectory(Path.of(name));
  }

  /** Number of parameters of the chosen network. */
  public long parameterCount() {
    return Network.parameterCount(architecture.get().layers());
  }

  /** What is filled in; empty when that is not possible. */
  Optional<Plan> plan() {
    return validBinding().get()
        ? Optional.of(new Plan(architecture.get(), recipe(), data.get()))
        : Optional.empty();
  }

  /** The recipe as filled in; only when it is valid. */
  public Recipe recipe() {
    String rate = dropout.typed();
    boolean isDropoutTyped = architecture.get().hasDropout() && !rate.isEmpty();
    return architecture
        .get()
        .recipe()
        .with(
            r -> {
              r.epochs = Integer.parseInt(epochs.typed());
              r.batchSize = Integer.parseInt(batchSize.typed());
              r.optimizer = optimizer.get();
              r.learningRate = Double.parseDouble(learningRate.typed());
              r.schedule = schedule.get();
              r.dropout = isDropoutTyped ? Double.valueOf(rate) : null;
              r.augmentation = augmentation.get();
              r.patience = Integer.parseInt(patience.typed());
              r.seed = Long.parseLong(seed.typed());
            });
  }
}
