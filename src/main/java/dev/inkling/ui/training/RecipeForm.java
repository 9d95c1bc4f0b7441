package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.data.ImageSource;
import dev.inkling.model.Architecture;
import dev.inkling.model.Cut;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Recipe.Schedule;
import dev.inkling.model.RecipeField;
import dev.inkling.text.Phrase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A recipe while somebody fills it in. */
public final class RecipeForm {
  /** Who presses Train first sees curves, and has a network of their own, seconds later. */
  private static final String FIRST = "sprint";

  /** To start from nothing that was learned. */
  static final String SCRATCH = "";

  private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>();
  private final StringProperty data = new SimpleStringProperty(DataSource.DEFAULT);
  private final ObservableList<String> dataSets =
      FXCollections.observableArrayList(
          ImageSource.named().stream()
              .filter(ImageSource::isForTraining)
              .map(ImageSource::name)
              .toList());

  /** One for all, as it hears of changes for as long as somebody holds it. */
  private final ObservableList<String> dataSetsThere =
      FXCollections.unmodifiableObservableList(dataSets);

  private final ObservableList<Architecture> networks =
      FXCollections.observableArrayList(Architecture.all());
  private final ObservableList<Architecture> networksThere =
      FXCollections.unmodifiableObservableList(networks);

  private final StringProperty from = new SimpleStringProperty(SCRATCH);
  private final ObservableList<String> starts = FXCollections.observableArrayList(SCRATCH);
  private final ObservableList<String> startsThere =
      FXCollections.unmodifiableObservableList(starts);

  private final BooleanProperty more = new SimpleBooleanProperty();
  private final ObjectProperty<Optimizer> optimizer = new SimpleObjectProperty<>();
  private final ObjectProperty<Schedule> schedule = new SimpleObjectProperty<>();
  private final ObjectProperty<Augmentation> augmentation = new SimpleObjectProperty<>();
  private final TypedNumber learningRate = new TypedNumber(RecipeField.LEARNING_RATE);
  private final TypedNumber batchSize = new TypedNumber(RecipeField.BATCH_SIZE);
  private final TypedNumber epochs = new TypedNumber(RecipeField.EPOCHS);
  private final TypedNumber dropout = new TypedNumber(RecipeField.DROPOUT);
  private final TypedNumber patience = new TypedNumber(RecipeField.PATIENCE);
  private final TypedNumber frozen = new TypedNumber(RecipeField.FROZEN);
  private final TypedNumber seed = new TypedNumber(RecipeField.SEED);
  private final BooleanProperty lesson = new SimpleBooleanProperty();
  private final TypedNumber part = new TypedNumber(RecipeField.PART);
  private final TypedNumber labelNoise = new TypedNumber(RecipeField.LABEL_NOISE);
  private final TypedNumber imbalance = new TypedNumber(RecipeField.IMBALANCE);
  private final StringProperty leftOut = new SimpleStringProperty("");

  /** The first thing that is impossible, and why; null when nothing is. */
  private final ObjectBinding<@Nullable Phrase> problem;

  /**
   * What a run is made by.
   *
   * @param data mnist, synthetic or a folder
   */
  record Plan(Architecture architecture, Recipe recipe, String data) {}

  /** A recipe that takes seconds. */
  public RecipeForm() {
    architecture.subscribe(
        chosen -> {
          if (chosen != null) {
            fillNetworks(chosen.recipe()); // what is learned from is no matter of the network
          }
        });
    architecture.set(Architecture.named(FIRST));
    fillLesson(architecture.get().recipe());
    data.subscribe(this::offer);
    Observable[] dependencies = parts().toArray(Observable[]::new);
    problem = Bindings.createObjectBinding(this::findProblem, dependencies);
    problem.subscribe(this::showWrong);
  }

  /** Fills in a recipe. */
  public void fill(Recipe recipe) {
    fillNetworks(recipe);
    fillLesson(recipe);
  }

  private void fillLesson(Recipe recipe) {
    part.type(recipe.part());
    labelNoise.type(recipe.labelNoise());
    imbalance.type(recipe.imbalance());
    leftOut.set(recipe.leftOut() == null ? "" : recipe.leftOut());
  }

  private void fillNetworks(Recipe recipe) {
    optimizer.set(recipe.optimizer());
    schedule.set(recipe.schedule());
    augmentation.set(recipe.augmentation());
    learningRate.type(recipe.learningRate());
    batchSize.type(recipe.batchSize());
    epochs.type(recipe.epochs());
    dropout.type(recipe.dropout());
    patience.type(recipe.patience());
    start(recipe.from() == null ? SCRATCH : recipe.from());
    frozen.type(recipe.frozen());
    seed.type(recipe.seed());
  }

  /** The network to train; choosing one fills in its own recipe. */
  public ObjectProperty<Architecture> architectureProperty() {
    return architecture;
  }

  /** To choose from: those that ship, and those that a person built. */
  ObservableList<Architecture> networks() {
    return networksThere;
  }

  /** Chooses a network that a person built, in place of what had its name. */
  public void use(Architecture network) {
    if (!networks.contains(network)) {
      networks.add(network); // a box shows only what it can choose
    }
    architecture.set(network);
    networks.removeIf(each -> each.name().equals(network.name()) && !each.equals(network));
  }

  /** mnist, synthetic or a folder. */
  public StringProperty dataProperty() {
    return data;
  }

  /** To choose from: MNIST, what Inkling writes itself, and folders that were chosen. */
  public ObservableList<String> dataSets() {
    return dataSetsThere;
  }

  /** Offers images to choose. */
  void offer(String name) {
    if (!dataSets.contains(name)) {
      dataSets.add(name);
    }
  }

  /** Learns from the images in a folder. */
  public void useFolder(Path folder) {
    useData(folder.toString());
  }

  /** Learns from a data set: its name, or its place. */
  public void useData(String name) {
    offer(name); // a box shows only what it can choose
    data.set(name);
  }

  /** Whether all settings are shown, or only those that everybody asks for. */
  BooleanProperty moreProperty() {
    return more;
  }

  /** The model whose weights it begins with, or {@link #SCRATCH}. */
  public StringProperty fromProperty() {
    return from;
  }

  /** To choose from: {@link #SCRATCH}, and models that are built as the chosen network. */
  public ObservableList<String> starts() {
    return startsThere;
  }

  /** Offers models to start from; one that is chosen stays where it is among them. */
  void offerStarts(List<String> models) {
    List<String> gone = starts.stream().filter(name -> !models.contains(name)).toList();
    models.stream().filter(name -> !starts.contains(name)).forEach(starts::add);
    gone.stream()
        .filter(name -> !name.equals(SCRATCH) && !name.equals(from.get()))
        .forEach(starts::remove);
  }

  /** Starts from a model. */
  void start(String model) {
    if (!starts.contains(model)) {
      starts.add(model); // a box shows only what it can choose
    }
    from.set(model);
  }

  /** How many of the first layers stay as they are, of a network that was begun with. */
  public TypedNumber frozen() {
    return frozen;
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

  /** Whether it is shown what of the images is learned. */
  BooleanProperty lessonProperty() {
    return lesson;
  }

  /** How much of the training images is learned; empty for all. */
  public TypedNumber part() {
    return part;
  }

  /** How much of them has a wrong label. */
  public TypedNumber labelNoise() {
    return labelNoise;
  }

  /** How much rarer the last class is than the first; 0 leaves them as they are. */
  public TypedNumber imbalance() {
    return imbalance;
  }

  /** The name of a class that is never shown; empty for none. */
  public StringProperty leftOutProperty() {
    return leftOut;
  }

  /** Of all chance. */
  public TypedNumber seed() {
    return seed;
  }

  /** The numbers, in the order in which they are asked for. */
  List<TypedNumber> numbers() {
    List<TypedNumber> numbers =
        new ArrayList<>(List.of(epochs, learningRate, batchSize, patience, dropout, frozen, seed));
    numbers.addAll(lessons());
    return numbers;
  }

  /** Those of them that say what of the images is learned. */
  private List<TypedNumber> lessons() {
    return List.of(part, labelNoise, imbalance);
  }

  /** All that is filled in. */
  List<Property<?>> parts() {
    List<Property<?>> parts = new ArrayList<>(numbers().size());
    Collections.addAll(parts, architecture, data, from, optimizer, schedule, augmentation, leftOut);
    numbers().forEach(number -> parts.add(number.textProperty()));
    return parts;
  }

  /** True when everything filled in is possible. */
  public BooleanBinding validBinding() {
    return problem.isNull();
  }

  /** The first thing that is impossible, and why; null when nothing is. */
  ObservableValue<@Nullable Phrase> problem() {
    return problem;
  }

  private @Nullable Phrase findProblem() {
    if (!isDataGood(data.get())) {
      return new Phrase(
          "training.problem",
          new Phrase("training.data"),
          new Phrase("problem.idx.folder", data.get()));
    }
    return wrongNumbers().findFirst().map(RecipeForm::problem).orElseGet(this::tooManyFrozen);
  }

  /** The last layer learns in any case, or nothing would. */
  private @Nullable Phrase tooManyFrozen() {
    int most = Cut.weighted(architecture.get().layers()) - 1;
    if (isFromScratch() || frozen.number().intValue() <= most) {
      return null;
    }
    Phrase range = new Phrase("recipe.whole", 0, most);
    return new Phrase(
        "training.problem",
        new Phrase("training.frozen"),
        new Phrase("recipe.outside", range, frozen.textProperty().get()));
  }

  private boolean isFromScratch() {
    return from.get() == null || from.get().equals(SCRATCH);
  }

  /** A dropout rate means nothing to a network without dropout. */
  private Stream<TypedNumber> wrongNumbers() {
    return numbers().stream()
        .filter(number -> number != dropout || architecture.get().hasDropout())
        .filter(number -> number != frozen || !isFromScratch())
        .filter(number -> !number.isGood());
  }

  /** What is wrong must be seen. */
  private void showWrong() {
    if (wrongNumbers().anyMatch(number -> number != epochs && !lessons().contains(number))) {
      more.set(true);
    }
    if (wrongNumbers().anyMatch(lessons()::contains)) {
      lesson.set(true);
    }
  }

  private static Phrase problem(TypedNumber number) {
    Phrase why = Objects.requireNonNull(number.problem().getValue(), "possible");
    return new Phrase("training.problem", new Phrase("training." + number.key()), why);
  }

  /** True for images that there may be: a folder that has gone has none. */
  static boolean isDataGood(String name) {
    ImageSource source = ImageSource.of(name);
    return source.isFound() && source.isForTraining();
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
    boolean isDropoutTyped = architecture.get().hasDropout() && !dropout.isEmpty();
    return architecture
        .get()
        .recipe()
        .with(
            r -> {
              r.epochs = epochs.number().intValue();
              r.batchSize = batchSize.number().intValue();
              r.optimizer = optimizer.get();
              r.learningRate = learningRate.number().doubleValue();
              r.schedule = schedule.get();
              r.dropout = isDropoutTyped ? Double.valueOf(dropout.number().doubleValue()) : null;
              r.augmentation = augmentation.get();
              r.patience = patience.number().intValue();
              r.from = isFromScratch() ? null : from.get();
              r.frozen = isFromScratch() ? 0 : frozen.number().intValue();
              r.part = part.isEmpty() ? null : Double.valueOf(part.number().doubleValue());
              r.labelNoise = labelNoise.number().doubleValue();
              r.imbalance = imbalance.number().intValue();
              r.leftOut = leftOut.get().isBlank() ? null : leftOut.get().strip();
              r.seed = seed.number().longValue();
            });
  }
}
