package dev.inkling.ui.training;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.ImageSource;
import dev.inkling.data.Lesson;
import dev.inkling.model.RecipeField;
import dev.inkling.run.Run;
import dev.inkling.run.Sweep;
import dev.inkling.run.Sweep.State;
import dev.inkling.run.Sweep.Trial;
import dev.inkling.run.Sweep.Turn;
import dev.inkling.run.SweepStore;
import dev.inkling.run.SweepStore.Begun;
import dev.inkling.run.Tried;
import dev.inkling.text.Numerals;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.training.MissingImages.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

/** Tries some fields of the recipe that is filled in, one training after the other. */
public final class SweepViewModel {
  private final RecipeForm form;
  private final DataSource source;
  private final RunQueue queue;
  private final LiveRun live;
  private final SweepStore store;
  private final Background files;
  private final Notices.Topic topic;

  // Properties
  private final List<Row> rows = Stream.generate(Row::new).limit(Tried.MOST_FIELDS).toList();
  private final StringProperty draws = new SimpleStringProperty("" + Tried.USUAL_DRAWS);
  private final BooleanProperty halving = new SimpleBooleanProperty();
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Sweep> sweep = new ReadOnlyObjectWrapper<>();
  private final ObservableList<String> kept = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable String> chosen = new SimpleObjectProperty<>();
  private final ObjectBinding<@Nullable Phrase> problem;

  /** The sweep that was started last; null when none was. */
  private @Nullable String begun;

  /** The run of the turn that is under way; null when none is. */
  private @Nullable Run current;

  /** A field to try. */
  public static final class Row {
    private final ObjectProperty<Optional<RecipeField>> field =
        new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty values = new SimpleStringProperty("");

    /** The field, if any. */
    public ObjectProperty<Optional<RecipeField>> fieldProperty() {
      return field;
    }

    /** Values with commas between them, or two ends with two dots. */
    public StringProperty valuesProperty() {
      return values;
    }
  }

  SweepViewModel(
      RecipeForm form,
      DataSource source,
      RunQueue queue,
      LiveRun live,
      SweepStore store,
      Background files,
      Notices.Topic topic) {
    this.form = form;
    this.source = source;
    this.queue = queue;
    this.live = live;
    this.store = store;
    this.files = files;
    this.topic = topic;
    rows.getFirst().field.set(Optional.of(RecipeField.LEARNING_RATE));
    rows.getFirst().values.set("0.001, 0.003, 0.01");
    Observable[] parts =
        Stream.concat(
                rows.stream().flatMap(row -> Stream.<Observable>of(row.field, row.values)),
                Stream.of(draws, form.problem()))
            .toArray(Observable[]::new);
    problem = Bindings.createObjectBinding(this::findProblem, parts);
    chosen.subscribe(this::choose);
  }

  /** The fields to try. */
  public List<Row> rows() {
    return rows;
  }

  /** True for a row that has a field, or behind another that has one. */
  BooleanBinding isNext(int row) {
    return Bindings.createBooleanBinding(
        () -> rows.get(row).field.get().isPresent() || rows.get(row - 1).field.get().isPresent(),
        rows.get(row).field,
        rows.get(row - 1).field);
  }

  /** How many trials there are where a range is drawn from. */
  public StringProperty drawsProperty() {
    return draws;
  }

  /** Whether the worse half ends at each round. */
  public BooleanProperty halvingProperty() {
    return halving;
  }

  /** Whether sweeps are looked at, instead of runs. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** Whether trials are being trained. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** The sweep that is shown; null for none. */
  public ReadOnlyObjectProperty<@Nullable Sweep> sweepProperty() {
    return sweep.getReadOnlyProperty();
  }

  /** Names of all sweeps that are kept, the newest first. */
  public ObservableList<String> kept() {
    return kept;
  }

  /** The name of the one that is to be shown. */
  public ObjectProperty<@Nullable String> chosenProperty() {
    return chosen;
  }

  /** Why no sweep can be started; null when one can. */
  public ObservableValue<@Nullable Phrase> problem() {
    return problem;
  }

  /** Whether what is shown has not come to its end, and rests. */
  public boolean canGoOn() {
    Sweep now = sweep.get();
    return now != null && !running.get() && now.next().isPresent();
  }

  private @Nullable Phrase findProblem() {
    Phrase ofRecipe = form.problem().getValue();
    if (ofRecipe != null) {
      return ofRecipe;
    }
    try {
      trials(tried());
      return null;
    } catch (Problem e) {
      return e.phrase();
    }
  }

  private List<Tried> tried() {
    return rows.stream()
        .flatMap(row -> row.field.get().stream().map(field -> Tried.of(field, row.values.get())))
        .toList();
  }

  private List<Map<String, String>> trials(List<Tried> tried) {
    boolean hasRange = tried.stream().anyMatch(Tried::isRange);
    return Tried.trials(tried, hasRange ? count() : null, form.recipe().seed());
  }

  private int count() {
    try {
      return Math.toIntExact(Numerals.whole(draws.get().strip()));
    } catch (ArithmeticException | NumberFormatException e) {
      return 0; // which is refused
    }
  }

  // Commands

  /** Looks at the sweeps there are; at the newest, unless one is shown already. */
  public void open() {
    open.set(true);
    files.run(
        store::names,
        names -> {
          kept.setAll(names);
          if (sweep.get() == null && !names.isEmpty()) {
            chosen.set(names.getFirst());
          }
        },
        topic::fail);
  }

  private void choose(@Nullable String name) {
    Sweep now = sweep.get();
    if (name != null && !running.get() && (now == null || !name.equals(now.name()))) {
      files.run(() -> store.read(name), sweep::set, topic::fail);
    }
  }

  /**
   * Starts a sweep over the recipe that is filled in; asks first where there are no images, as for
   * a single run.
   */
  public void start() {
    String data = form.dataProperty().get();
    if (problem.get() == null && ImageSource.of(data).needsDownload(source)) {
      begun = null;
      queue.missing().ask(null, new Wanted(this::download, this::start));
    } else {
      create();
    }
  }

  /** A sweep whose images could not be downloaded goes on where it was tried again. */
  private void download() {
    Sweep now = sweep.get();
    if (now != null && now.name().equals(begun) && canGoOn()) {
      goOn();
    } else {
      create();
    }
  }

  private void create() {
    topic.over();
    queue.missing().leave();
    Optional<RecipeForm.Plan> plan = form.plan();
    if (plan.isEmpty() || problem.get() != null || running.get()) {
      return;
    }
    List<Tried> tried = tried();
    List<Map<String, String>> trials = trials(tried);
    RecipeForm.Plan wanted = plan.get();
    boolean isHalving = halving.get();
    running.set(true);
    files.run(
        () -> {
          check(wanted, trials);
          return store.create(
              wanted.architecture(), wanted.recipe(), wanted.data(), tried, trials, isHalving);
        },
        this::begin,
        this::fail);
  }

  /**
   * No sweep is kept of which a trial cannot be learned; what has to come first is not waited for.
   */
  private void check(RecipeForm.Plan plan, List<Map<String, String>> trials) {
    List<Lesson> lessons =
        trials.stream()
            .map(values -> Tried.in(plan.recipe(), values).lesson())
            .filter(lesson -> lesson.leftOut() != null)
            .toList();
    ImageSource images = ImageSource.of(plan.data());
    if (!lessons.isEmpty() && !images.needsDownload(source)) {
      DataSet loaded = source.load(plan.data(), DownloadProgress.SILENT);
      lessons.forEach(lesson -> lesson.check(loaded));
    }
  }

  /** Goes on with what is shown, as its runs stand now. */
  public void goOn() {
    Sweep now = sweep.get();
    if (now != null && canGoOn()) {
      topic.over();
      running.set(true);
      files.run(() -> store.read(now.name()), this::begin, this::fail);
    }
  }

  /** Ends the training under way; it can go on later. */
  public void stop() {
    running.set(false);
    Run run = current;
    if (run != null && run.equals(live.underWayProperty().get())) {
      live.stop();
    } else if (run != null) {
      queue.dequeue(run);
    }
  }

  private void begin(Sweep next) {
    begun = next.name();
    sweep.set(next);
    if (!kept.contains(next.name())) {
      kept.addFirst(next.name());
    }
    chosen.set(next.name());
    step(next);
  }

  private void fail(Throwable e) {
    running.set(false);
    topic.fail(e);
  }

  private void step(Sweep now) {
    Optional<Turn> next = now.next();
    if (!running.get() || next.isEmpty()) {
      running.set(false);
      return;
    }
    AtomicReference<@Nullable Begun> begun = new AtomicReference<>();
    queue.train(
        () -> {
          Begun ready = store.begin(now, next.get());
          begun.set(ready);
          files.fx().execute(() -> current = ready.run());
          return ready.run();
        },
        now.data(),
        next.get().until(),
        () -> ended(begun.get()));
  }

  private void ended(@Nullable Begun begun) {
    current = null;
    if (begun == null) {
      running.set(false); // the queue has told why
      return;
    }
    files.run(
        () -> store.end(begun),
        after -> {
          sweep.set(after);
          if (isOver(after.trials().get(begun.turn().trial()), begun.turn())) {
            step(after);
          } else {
            running.set(false); // somebody stopped it, or it could not begin
          }
        },
        this::fail);
  }

  private static boolean isOver(Trial trial, Turn turn) {
    return trial.state() != State.OPEN || trial.epochs() >= turn.until();
  }
}
