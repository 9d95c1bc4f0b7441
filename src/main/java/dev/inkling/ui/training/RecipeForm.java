package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.model.Architecture;
import dev.inkling.model.Limit;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Recipe.Schedule;
import dev.inkling.model.RecipeField;
import dev.inkling.text.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/**
 * A recipe while somebody fills it in. Numbers are kept as they are typed, so that an impossible
 * one can be marked where it stands.
 */
public final class RecipeForm {
  /** No dropout rate is typed: the network keeps those it has. */
  private static final String ITS_OWN = "";

  private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>();
  private final StringProperty data = new SimpleStringProperty(DataSource.MNIST);
  private final ObjectProperty<Optimizer> optimizer = new SimpleObjectProperty<>();
  private final ObjectProperty<Schedule> schedule = new SimpleObjectProperty<>();
  private final ObjectProperty<Augmentation> augmentation = new SimpleObjectProperty<>();
  private final Field learningRate = new Field(RecipeField.LEARNING_RATE);
  private final Field batchSize = new Field(RecipeField.BATCH_SIZE);
  private final Field epochs = new Field(RecipeField.EPOCHS);
  private final Field dropout = new Field(RecipeField.DROPOUT);
  private final Field patience = new Field(RecipeField.PATIENCE);
  private final Field seed = new Field(RecipeField.SEED);

  /** A number as it is typed. */
  public static final class Field {
    private final StringProperty text = new SimpleStringProperty("");
    private final Limit limit;

    Field(RecipeField field) {
      limit = field.limit();
    }

    /** As typed. */
    public StringProperty textProperty() {
      return text;
    }

    /** What would be possible, or null when the number is. */
    public ObservableValue<Phrase> problem() {
      return text.map(typed -> limit.allowsTyped(typed.strip()) ? null : limit.words());
    }

    private boolean isGood() {
      return limit.allowsTyped(typed());
    }

    private String typed() {
      return text.get().strip();
    }
  }

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
    learningRate.text.set(String.valueOf(recipe.learningRate()));
    batchSize.text.set(String.valueOf(recipe.batchSize()));
    epochs.text.set(String.valueOf(recipe.epochs()));
    dropout.text.set(recipe.dropout() == null ? ITS_OWN : String.valueOf(recipe.dropout()));
    patience.text.set(String.valueOf(recipe.patience()));
    seed.text.set(String.valueOf(recipe.seed()));
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
  public Field learningRate() {
    return learningRate;
  }

  /** Images a step. */
  public Field batchSize() {
    return batchSize;
  }

  /** Passes over the training images. */
  public Field epochs() {
    return epochs;
  }

  /** Rate of all dropout layers; empty for those that the network has. */
  public Field dropout() {
    return dropout;
  }

  /** Epochs without a lower validation loss that end the run; 0 for never. */
  public Field patience() {
    return patience;
  }

  /** Of all chance. */
  public Field seed() {
    return seed;
  }

  /** True when everything filled in is possible. */
  public BooleanBinding validBinding() {
    List<Field> fields = List.of(learningRate, batchSize, epochs, dropout, patience, seed);
    Observable[] texts = fields.stream().map(Field::textProperty).toArray(Observable[]::new);
    return Bindings.createBooleanBinding(() -> fields.stream().allMatch(Field::isGood), texts)
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

  /** The recipe as filled in; only when it is valid. */
  public Recipe recipe() {
    String rate = dropout.typed();
    boolean isDropoutTyped = architecture.get().hasDropout() && !rate.equals(ITS_OWN);
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
