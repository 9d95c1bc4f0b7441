package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.data.ImageSource;
import dev.inkling.model.Architecture;
import dev.inkling.model.Cut;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.RecipeField;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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

  /** What is wrong with images from which nothing can be learned, whatever the recipe. */
  private static final Set<String> REFUSED =
      Set.of(
          "problem.data.nowhere",
          "problem.data.nothing",
          "problem.data.noLabels",
          "problem.data.noTraining");

  /** What is asked for in any case. */
  private static final Set<RecipeField> FIRST_FIELDS = EnumSet.of(RecipeField.EPOCHS);

  /** What of the images is learned. */
  private static final Set<RecipeField> LESSON =
      EnumSet.of(RecipeField.PART, RecipeField.LABEL_NOISE, RecipeField.IMBALANCE);

  /** Names, which are neither typed numbers nor choices: each has a property of its own. */
  private static final Set<RecipeField> NAMES = EnumSet.of(RecipeField.FROM, RecipeField.LEFT_OUT);

  /** All others: what most people leave as it is, in a recipe's order. */
  static final Set<RecipeField> MORE = rest();

  /** To start from nothing that was learned. */
  static final String SCRATCH = "";

  private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>();
  private final StringProperty data = new SimpleStringProperty(DataSource.DEFAULT);

  /** What was chosen last. */
  private String before = DataSource.DEFAULT;

  private final ReadOnlyObjectWrapper<@Nullable Problem> refused = new ReadOnlyObjectWrapper<>();

  private final ObservableList<String> dataSets =
      FXCollections.observableArrayList(
          ImageSource.named().stream()
              .filter(ImageSource::isForTraining)
              .map(ImageSource::name)
              .toList());

  /** One for all, as it hears of changes for as long as somebody holds it. */
  private final ObservableList<String> dataSetsThere =
      FXCollections.unmodifiableObservableList(dataSets);

  private final NetworkOffer networks = new NetworkOffer(architecture, Architecture.named(FIRST));

  private final StringProperty from = new SimpleStringProperty(SCRATCH);
  private final ObservableList<String> starts = FXCollections.observableArrayList(SCRATCH);
  private final ObservableList<String> startsThere =
      FXCollections.unmodifiableObservableList(starts);

  private final BooleanProperty more = new SimpleBooleanProperty();
  private final Map<RecipeField, ObjectProperty<Enum<?>>> choices =
      new EnumMap<>(RecipeField.class);
  private final Map<RecipeField, TypedNumber> numbers = new EnumMap<>(RecipeField.class);
  private final BooleanProperty lesson = new SimpleBooleanProperty();
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
    Stream.of(FIRST_FIELDS, MORE, LESSON).flatMap(Set::stream).forEach(this::add);
    architecture.addListener((_, before, chosen) -> choose(before, chosen));
    architecture.set(Architecture.named(FIRST));
    fillLesson(architecture.get().recipe());
    data.subscribe(this::offer);
    data.addListener((_, last, _) -> before = last);
    Observable[] dependencies = parts().toArray(Observable[]::new);
    problem = Bindings.createObjectBinding(this::findProblem, dependencies);
    problem.subscribe(this::showWrong);
  }

  private static Set<RecipeField> rest() {
    Set<RecipeField> rest = EnumSet.allOf(RecipeField.class);
    List.of(FIRST_FIELDS, LESSON, NAMES).forEach(rest::removeAll);
    return Collections.unmodifiableSet(rest);
  }

  private void add(RecipeField field) {
    if (field.limit().choices().isEmpty()) {
      numbers.put(field, new TypedNumber(field));
    } else {
      choices.put(field, new SimpleObjectProperty<>());
    }
  }

  /** What is learned from is no matter of the network; nor is a name, or a layer, of its recipe. */
  private void choose(@Nullable Architecture before, @Nullable Architecture chosen) {
    if (chosen != null && (before == null || !NetworkOffer.isSame(before, chosen))) {
      fillNetworks(chosen.recipe());
    }
  }

  /** Fills in a recipe. */
  public void fill(Recipe recipe) {
    fillNetworks(recipe);
    fillLesson(recipe);
  }

  private void fillLesson(Recipe recipe) {
    LESSON.forEach(field -> fill(field, recipe));
    leftOut.set(recipe.leftOut() == null ? "" : recipe.leftOut());
  }

  private void fillNetworks(Recipe recipe) {
    start(recipe.from() == null ? SCRATCH : recipe.from());
    FIRST_FIELDS.forEach(field -> fill(field, recipe));
    MORE.forEach(field -> fill(field, recipe));
  }

  private void fill(RecipeField field, Recipe recipe) {
    if (choices.containsKey(field)) {
      choice(field).set((Enum<?>) field.value(recipe));
    } else {
      number(field).fill(recipe);
    }
  }

  /** The network to train; choosing one fills in its own recipe. */
  public ObjectProperty<Architecture> architectureProperty() {
    return architecture;
  }

  /** The networks to choose from. */
  NetworkOffer networks() {
    return networks;
  }

  /** Chooses a network as a person builds it. */
  public void use(Architecture network) {
    networks.use(network);
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

  /**
   * Learns from the images in a folder.
   *
   * @return whether they are chosen
   */
  public boolean useFolder(Path folder) {
    return useData(folder.toString());
  }

  /**
   * Learns from a data set: its name, or its place. What is not there is refused.
   *
   * @return whether it is chosen
   */
  public boolean useData(String name) {
    refused.set(null);
    if (!isDataGood(name)) {
      refused.set(new Problem("problem.data.nowhere", name));
      return false;
    }
    offer(name); // a box shows only what it can choose
    data.set(name);
    return true;
  }

  /** Why the images that somebody wanted last are not chosen; null where they are. */
  ReadOnlyObjectProperty<@Nullable Problem> refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  /** True where nothing can be learned from images, for what was wrong when they were read. */
  static boolean isRefusal(Throwable why) {
    return why instanceof Problem problem && REFUSED.contains(problem.key());
  }

  /** Images that were refused are offered no longer; where they are chosen, those before are. */
  void refuse(String name) {
    if (name.equals(data.get())) {
      data.set(isDataGood(before) ? before : DataSource.DEFAULT);
      before = DataSource.DEFAULT;
    }
    dataSets.remove(name);
  }

  /** Likewise, and it is said why. */
  void refuse(String name, Problem why) {
    refuse(name);
    refused.set(why);
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

  /** A field that is chosen: all of the recipe that have choices. */
  public ObjectProperty<Enum<?>> choice(RecipeField field) {
    return Objects.requireNonNull(choices.get(field), "no choice");
  }

  /** All that is chosen. */
  Map<RecipeField, ObjectProperty<Enum<?>>> choices() {
    return Collections.unmodifiableMap(choices);
  }

  /** A field that is typed: all of the recipe that are numbers. */
  public TypedNumber number(RecipeField field) {
    return Objects.requireNonNull(numbers.get(field), "no number");
  }

  /** Whether it is shown what of the images is learned. */
  BooleanProperty lessonProperty() {
    return lesson;
  }

  /** The name of a class that is never shown; empty for none. */
  public StringProperty leftOutProperty() {
    return leftOut;
  }

  /** The numbers. */
  Collection<TypedNumber> numbers() {
    return numbers.values();
  }

  /** All that is filled in. */
  List<Property<?>> parts() {
    List<Property<?>> parts = new ArrayList<>(numbers().size());
    Collections.addAll(parts, architecture, data, from, leftOut);
    parts.addAll(choices.values());
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
          new Phrase("problem.data.nowhere", data.get()));
    }
    return unfit()
        .or(() -> wrongNumbers().findFirst().map(RecipeForm::problem))
        .orElseGet(this::tooManyFrozen);
  }

  /** A network may be kept before it can be trained. */
  private Optional<Phrase> unfit() {
    Architecture network = architecture.get();
    try {
      if (network.isOwn()) {
        Architecture.own(network.name(), network.normalization(), network.layers(), network.name());
      }
      return Optional.empty();
    } catch (Problem e) {
      return Optional.of(e.phrase());
    }
  }

  /** The last layer learns in any case, or nothing would. */
  private @Nullable Phrase tooManyFrozen() {
    int most = Cut.weighted(architecture.get().layers()) - 1;
    if (isFromScratch() || number(RecipeField.FROZEN).number().intValue() <= most) {
      return null;
    }
    Phrase range = new Phrase("recipe.whole", 0, most);
    return new Phrase(
        "training.problem",
        new Phrase("training.frozen"),
        new Phrase("recipe.outside", range, number(RecipeField.FROZEN).textProperty().get()));
  }

  private boolean isFromScratch() {
    return from.get() == null || from.get().equals(SCRATCH);
  }

  private Stream<TypedNumber> wrongNumbers() {
    return numbers().stream()
        .filter(number -> isAsked(number.field()))
        .filter(number -> !number.isGood());
  }

  /** A dropout rate means nothing to a network without dropout, and so on. */
  private boolean isAsked(RecipeField field) {
    return switch (field) {
      case DROPOUT -> architecture.get().hasDropout();
      case FROZEN -> !isFromScratch();
      case MOMENTUM -> choice(RecipeField.OPTIMIZER).get() == Optimizer.MOMENTUM;
      default -> true;
    };
  }

  /** What is wrong must be seen. */
  private void showWrong() {
    wrongNumbers()
        .map(TypedNumber::field)
        .forEach(
            field -> {
              more.set(more.get() || MORE.contains(field));
              lesson.set(lesson.get() || LESSON.contains(field));
            });
  }

  private static Phrase problem(TypedNumber number) {
    Phrase why = Objects.requireNonNull(number.problem().getValue(), "possible");
    return new Phrase("training.problem", new Phrase(number.field().nameKey()), why);
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
    Recipe recipe =
        architecture
            .get()
            .recipe()
            .with(
                r -> {
                  r.from = isFromScratch() ? null : from.get();
                  r.leftOut = leftOut.get().isBlank() ? null : leftOut.get().strip();
                });
    for (Map.Entry<RecipeField, ObjectProperty<Enum<?>>> each : choices.entrySet()) {
      recipe = each.getKey().in(recipe, each.getValue().get());
    }
    for (TypedNumber number : numbers()) {
      recipe = isAsked(number.field()) ? number.in(recipe) : recipe;
    }
    return recipe;
  }
}
