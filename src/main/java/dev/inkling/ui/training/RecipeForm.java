package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.file.NamedPath;
import dev.inkling.model.Architecture;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Recipe.Schedule;
import dev.inkling.model.RecipeField;
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
  private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>();
  private final StringProperty data = new SimpleStringProperty(DataSource.MNIST);
  private final ObjectProperty<Optimizer> optimizer = new SimpleObjectProperty<>();
  private final ObjectProperty<Schedule> schedule = new SimpleObjectProperty<>();
  private final ObjectProperty<Augmentation> augmentation = new SimpleObjectProperty<>();
  private final TypedNumber learningRate = new TypedNumber(RecipeField.LEARNING_RATE);
  private final TypedNumber batchSize = new TypedNumber(RecipeField.BATCH_SIZE);
  private final TypedNumber epochs = new TypedNumber(RecipeField.EPOCHS);
  private final TypedNumber dropout = new TypedNumber(RecipeField.DROPOUT);
  private final TypedNumber patience = new TypedNumber(RecipeField.PATIENCE);
  private final TypedNumber seed = new TypedNumber(RecipeField.SEED);

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
  public TypedNumber learningRate() {
    return learningRate;
  }

  /** Images a step. */
  public TypedNumber batchSize() {
    return batchSize;
  }

  /** Passes over the training images. */
  public TypedNumber epochs() {
    return epochs;
  }

  /** Rate of all dropout layers; empty for those that the network has. */
  public TypedNumber dropout() {
    return dropout;
  }

  /** Epochs without a lower validation loss that end the run; 0 for never. */
  public TypedNumber patience() {
    return patience;
  }

  /** Of all chance. */
  public TypedNumber seed() {
    return seed;
  }

  /** True when everything filled in is possible. */
  public BooleanBinding validBinding() {
    List<TypedNumber> fields = List.of(learningRate, batchSize, epochs, dropout, patience, seed);
    Observable[] texts = fields.stream().map(TypedNumber::textProperty).toArray(Observable[]::new);
    return Bindings.createBooleanBinding(() -> fields.stream().allMatch(TypedNumber::isGood), texts)
        .and(Bindings.createBooleanBinding(this::isDataGood, data));
  }

  private boolean isDataGood() {
    String name = data.get();
    return name.equals(DataSource.MNIST)
        || name.equals(DataSource.SYNTHETIC)
        || NamedPath.isFolder(name);
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
