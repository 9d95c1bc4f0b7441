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
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
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
  /** More than this no training image set has, and no machine holds. */
  private static final int MOST_IMAGES = 10_000;

  private static final int MOST_EPOCHS = 1_000;

  /** No dropout rate is typed: the network keeps those it has. */
  private static final String ITS_OWN = "";

  private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>();
  private final StringProperty data = new SimpleStringProperty(DataSource.MNIST);
  private final ObjectProperty<Optimizer> optimizer = new SimpleObjectProperty<>();
  private final ObjectProperty<Schedule> schedule = new SimpleObjectProperty<>();
  private final ObjectProperty<Augmentation> augmentation = new SimpleObjectProperty<>();
  private final Field learningRate = new Field("training.problem.learningRate", RecipeForm::isRate);
  private final Field batchSize =
      new Field("training.problem.batchSize", text -> isWhole(text, 1, MOST_IMAGES));
  private final Field epochs =
      new Field("training.problem.epochs", text -> isWhole(text, 1, MOST_EPOCHS));
  private final Field dropout = new Field("training.problem.dropout", RecipeForm::isDropout);
  private final Field patience =
      new Field("training.problem.patience", text -> isWhole(text, 0, MOST_EPOCHS));
  private final Field seed =
      new Field("training.problem.seed", text -> isWhole(text, 0, Integer.MAX_VALUE / 1_000));

  /** A number as it is typed. */
  public static final class Field {
    private final StringProperty text = new SimpleStringProperty("");
    private final String problem;
    private final Predicate<String> isGood;

    Field(String problem, Predicate<String> isGood) {
      this.problem = problem;
      this.isGood = isGood;
    }

    /** As typed. */
    public StringProperty textProperty() {
      return text;
    }

    /** The key of the sentence that says what would be possible, or null when the number is. */
    public ObservableValue<String> problem() {
      return text.map(typed -> isGood.test(typed.strip()) ? null : problem);
    }

    private boolean isGood() {
      return isGood.test(typed());
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

  private static boolean isRate(String text) {
    return isNumber(text, rate -> rate > 0 && rate <= 10);
  }

  private static boolean isDropout(String text) {
    return text.equals(ITS_OWN) || isNumber(text, rate -> rate >= 0 && rate < 1);
  }

  private static boolean isNumber(String text, DoublePredicate isGood) {
    try {
      return isGood.test(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isWhole(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      return number >= least && number <= most;
    } catch (NumberFormatException e) {
      return false;
    }
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
