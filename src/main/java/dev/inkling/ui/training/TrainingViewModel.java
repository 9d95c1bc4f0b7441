package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.diagram.FirstLayer;
import dev.inkling.file.AppFolders;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Architecture;
import dev.inkling.model.ArchitectureStore;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunStore;
import dev.inkling.run.SweepStore;
import dev.inkling.text.Problem;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener.Change;
import org.jspecify.annotations.Nullable;

/**
 * The training studio. A run goes from the {@link RecipeForm} through the {@link RunQueue} to the
 * {@link LiveRun}; what it tells meanwhile is in {@link LiveMetrics}.
 */
public final class TrainingViewModel {
  private final DataSource source;
  private final Background files;
  private final Notices.Topic looking;
  private final Notices.Topic choosing;
  private final RecipeForm form = new RecipeForm();
  private final RunsViewModel runs;
  private final CompareViewModel compare;
  private final AugmentationPreview preview;
  private final ImagesLook look;
  private final Doubts doubts;
  private final LiveRun live;
  private final Starts starts;
  private final RunQueue queue;
  private final Estimate estimate;
  private final SweepViewModel sweeps;
  private final NetworkShelf shelf;

  // Properties
  private final ShownRun other = new ShownRun();
  private final ReadOnlyObjectWrapper<ShownRun> shown;
  private final ReadOnlyObjectWrapper<@Nullable Entry> onPad = new ReadOnlyObjectWrapper<>();

  private final ReadOnlyObjectWrapper<@Nullable Visit> visit = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ToBuild> toBuild = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<RunPage> page = new SimpleObjectProperty<>(RunPage.CURVES);
  private final IntegerBinding epochOnPad;
  private final BooleanBinding atWork;

  private record Read(
      RunInfo info, List<Integer> epochs, RunCurves.Saved curves, @Nullable RunOutcome outcome) {
    static Read of(Run run) {
      RunInfo info = run.info();
      RunCurves.Saved curves = RunCurves.read(run);
      RunOutcome outcome = run.standing(info).isAtRest() ? RunOutcome.of(run) : null;
      return new Read(info, run.checkpointEpochs(), curves, outcome);
    }
  }

  /**
   * A studio without a run.
   *
   * @param trainer trains, one run at a time
   * @param files reads and writes the list of runs
   * @param pad what is drawn at the moment
   * @param padModel what the pad reads with
   * @param onModelSaved hears that there is one more model to choose
   * @param notices tell what went wrong
   */
  public TrainingViewModel(
      AppFolders folders,
      DataSource dataSource,
      Background trainer,
      Background files,
      DigitReader digitReader,
      Supplier<Drawing> pad,
      ObservableValue<Entry> padModel,
      Runnable onModelSaved,
      Notices notices) {
    RunStore store = new RunStore(folders);
    source = dataSource;
    this.files = files;
    looking = notices.topic("run shown");
    choosing = notices.topic("images to learn from");
    Notices.Topic training = notices.topic("training");
    runs = new RunsViewModel(store, folders, files, notices, onModelSaved, this::isTrainedHere);
    compare = new CompareViewModel(files, notices.topic("comparison")::fail);
    look = new ImagesLook(form, dataSource, new ModelLibrary(folders), files, notices);
    preview = new AugmentationPreview(dataSource, files, notices.topic("augmentation")::fail);
    doubts = new Doubts(new ModelLibrary(folders), trainer.fx(), notices);
    live =
        new LiveRun(
            dataSource,
            trainer,
            new DigitOnPad(digitReader, pad),
            doubts::lookAt,
            this::expected,
            this::begun);
    starts = new Starts(new ModelLibrary(folders));
    queue = new RunQueue(store, dataSource, form, starts, live, runs, files, training, this::ended);
    sweeps =
        new SweepViewModel(
            form, dataSource, queue, live, new SweepStore(folders), files, notices.topic("sweep"));
    atWork = live.stateProperty().isNotEqualTo(LiveRun.State.IDLE).or(sweeps.runningProperty());
    estimate = new Estimate(form, live, dataSource, trainer);
    shown = new ReadOnlyObjectWrapper<>(live.shown());
    epochOnPad =
        Bindings.createIntegerBinding(
            () -> epochOf(padModel.getValue()),
            padModel,
            shown,
            live.shown().runProperty(),
            other.runProperty());
    runs.runs().addListener(this::listed);
    shelf = new NetworkShelf(new ArchitectureStore(folders), files, notices.topic("own networks"));
    RecipeMemory.of(folders.settings().resolve("recipe.json"), form, files);
    form.architectureProperty().addListener((_, _, _) -> offerStarts()); // after the form’s own
    live.metrics().epochProperty().addListener((_, _, epoch) -> epochEnded(epoch));
    shelf.renamedProperty().addListener((_, _, name) -> renamed(name));
    shelf.ownProperty().addListener((_, _, own) -> form.networks().offer(own));
    page.addListener((_, _, _) -> lookAtLayers());
    form.refusedProperty().addListener((_, _, why) -> refused(why));
  }

  private boolean isTrainedHere(Run run) {
    return run.equals(live.underWayProperty().get());
  }

  private void renamed(NetworkShelf.@Nullable Renamed name) {
    if (name != null) {
      form.networks().rename(name.from(), name.to());
    }
  }

  /** The recipe that is filled in. */
  public RecipeForm form() {
    return form;
  }

  /** How long the recipe that is filled in would take. */
  public Estimate estimate() {
    return estimate;
  }

  /** The runs that are to be trained. */
  public RunQueue queue() {
    return queue;
  }

  /** The run in training, or the one that was last. */
  public LiveRun live() {
    return live;
  }

  /** The runs that are kept. */
  public RunsViewModel runs() {
    return runs;
  }

  /** Several runs side by side. */
  public CompareViewModel compare() {
    return compare;
  }

  /** What augmentation does to images. */
  public AugmentationPreview preview() {
    return preview;
  }

  /** Several values of a few fields, tried one after the other. */
  public SweepViewModel sweeps() {
    return sweeps;
  }

  /** True while a run is in training or about to be, and between the runs of a sweep. */
  public BooleanBinding atWork() {
    return atWork;
  }

  /** The networks that a person kept. */
  public NetworkShelf shelf() {
    return shelf;
  }

  /** What somebody wants to copy and change in the builder; null before the first time. */
  public ReadOnlyObjectProperty<@Nullable ToBuild> toBuildProperty() {
    return toBuild.getReadOnlyProperty();
  }

  /** What is read of the images that are chosen. */
  public ImagesLook look() {
    return look;
  }

  /** The run that is shown when it is not the one in training. */
  public ShownRun other() {
    return other;
  }

  /** The run whose curves are shown: {@link #live} or {@link #other}. */
  public ReadOnlyObjectProperty<ShownRun> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What is shown of a run, or of several. */
  public ObjectProperty<RunPage> pageProperty() {
    return page;
  }

  /** The epoch that the pad is to read with, as a model to choose; null before the first. */
  public ReadOnlyObjectProperty<@Nullable Entry> onPadProperty() {
    return onPad.getReadOnlyProperty();
  }

  /** What somebody wants to see on another screen; null before the first time. */
  public ReadOnlyObjectProperty<@Nullable Visit> visitProperty() {
    return visit.getReadOnlyProperty();
  }

  /** The epoch of the run that is shown that the pad reads with; 0 when it reads with another. */
  IntegerBinding epochOnPad() {
    return epochOnPad;
  }

  private int epochOf(@Nullable Entry entry) {
    Run run = shown.get().runProperty().get();
    if (entry == null || run == null || !entry.folder().equals(checkpoint(run, entry))) {
      return 0;
    }
    return Integer.parseInt(entry.folder().getFileName().toString());
  }

  /** Where an entry would be, if it were of a run. */
  private static @Nullable Path checkpoint(Run run, Entry entry) {
    String name = entry.folder().getFileName().toString();
    return name.matches("\\d{4,9}") ? run.checkpoint(Integer.parseInt(name)) : null;
  }

  /** A run that was deleted is shown no longer: nothing can be done with it. */
  private void listed(Change<? extends RunItem> change) {
    Set<Run> gone = new HashSet<>();
    while (change.next()) {
      change.getRemoved().forEach(item -> gone.add(item.run()));
    }
    change.getList().forEach(item -> gone.remove(item.run()));
    Run run = shown.get().runProperty().get();
    if (run != null && gone.contains(run) && !run.equals(live.underWayProperty().get())) {
      shown.get().clear();
    }
  }

  /** Who starts a run wants to watch it. */
  private void expected() {
    shown.set(live.shown());
  }

  /** It has images, and something to show. */
  private void begun() {
    doubts.begun();
    runs.refresh();
  }

  private void epochEnded(@Nullable EpochMetrics epoch) {
    doubts.epochEnded(epoch);
    if (epoch != null) {
      compare.readAgain();
    }
  }

  /**
   * Says what has become of the run that was in training; one that could not begin is as it was.
   */
  private void ended(Run run) {
    doubts.ended();
    boolean hasBegun = live.shown().recipeProperty().get() != null;
    if (!live.shown().is(run)) {
      return; // the next has begun
    }
    if (!hasBegun) {
      live.shown().clear();
    }
    if (!Run.isRun(run.folder())) {
      return; // it came to nothing
    }
    if (hasBegun) {
      files.run(() -> RunOutcome.of(run), outcome -> ended(run, outcome), looking::fail);
    } else {
      show(run);
    }
  }

  private void ended(Run run, RunOutcome outcome) {
    if (live.shown().is(run) && !run.equals(live.underWayProperty().get())) {
      live.shown().ended(outcome);
    }
  }

  private void refused(@Nullable Problem why) {
    choosing.over();
    if (why != null) {
      choosing.fail(why);
    }
  }

  // Commands

  /** Offers folders with images that were chosen before, on whatever screen; none that went. */
  void offerFolders() {
    List<String> offered = List.copyOf(form.dataSets());
    files.run(
        () ->
            Stream.concat(offered.stream(), source.others().stream())
                .collect(
                    Collectors.toMap(
                        name -> name, RecipeForm::isDataGood, (is, _) -> is, LinkedHashMap::new)),
        all -> all.forEach(this::offer),
        looking::fail);
  }

  /** What is chosen stays, as it is said what is wrong with it. */
  private void offer(String name, boolean isThere) {
    if (isThere) {
      form.offer(name);
    } else if (!name.equals(form.dataProperty().get())) {
      form.refuse(name);
    }
  }

  /** Offers the models that the chosen network can begin with. */
  void offerStarts() {
    Architecture network = form.architectureProperty().get();
    files.run(
        () -> starts.of(network),
        models -> {
          if (network.equals(form.architectureProperty().get())) {
            form.offerStarts(models);
          }
        },
        looking::fail);
  }

  /** Shows the curves of a run; what is in training goes on. */
  public void show(Run which) {
    if (live.shown().is(which)) {
      shown.set(live.shown());
      return;
    }
    looking.over();
    files.run(
        () -> Read.of(which),
        read -> {
          int epochs = read.epochs.isEmpty() ? 0 : read.epochs.getLast();
          other.show(which, read.info, epochs, read.curves);
          lookAtLayers();
          if (read.outcome != null) {
            other.ended(read.outcome);
          }
          shown.set(other);
        },
        e -> {
          other.clear(); // or another run's curves would stand there as this one's
          shown.set(other);
          looking.fail(e);
        });
  }

  /** Reads what the page of the layers alone shows: weights after the last epoch. */
  private void lookAtLayers() {
    Run run = other.runProperty().get();
    int epoch = other.keptEpochsProperty().get();
    if (page.get() == RunPage.LAYERS && run != null && epoch > 0) {
      files.run(
          () -> FirstLayer.of(ModelFolder.read(run.checkpoint(epoch))),
          first -> look(run, first),
          _ -> look(run, Optional.empty())); // whoever needs all of the model is told
    }
  }

  private void look(Run run, Optional<FirstLayer> first) {
    if (other.is(run)) {
      other.look(first.orElse(null));
    }
  }

  /** Looks what other programs have done to the runs. */
  public void refresh() {
    runs.refresh();
    boolean isGrowing =
        shown.get() == other
            && runs.runs().stream().anyMatch(item -> item.isInTraining() && other.is(item.run()));
    if (isGrowing) {
      show(other.runProperty().get());
    }
  }

  /** Lets the pad read with an epoch of the run that is shown. */
  public void putOnPad(int epochWanted) {
    epoch(epochWanted).ifPresent(onPad::set);
  }

  /** Goes to another screen with the epoch to keep of the run that is shown. */
  public void visit(Visit.Place place) {
    RunOutcome outcome = shown.get().outcomeProperty().get();
    if (outcome != null && outcome.epochToKeep() != null) {
      epoch(outcome.epochToKeep()).ifPresent(entry -> go(place, entry, outcome.info().data()));
    }
  }

  private void go(Visit.Place place, Entry entry, String data) {
    if (place == Visit.Place.PAD) {
      onPad.set(entry);
    }
    visit.set(null); // twice to the same place is twice
    visit.set(new Visit(place, entry, data));
  }

  /** Goes to the builder with a network, whatever screen has it. */
  public void build(ToBuild network) {
    toBuild.set(null); // twice the same is twice
    toBuild.set(network);
  }

  /** Trains again, as a mend has it. */
  void mend(Mend mend) {
    form.use(mend.architecture());
    form.fill(mend.recipe());
    if (RecipeForm.isDataGood(mend.data())) {
      form.dataProperty().set(mend.data());
    }
    queue.start();
  }

  /** An epoch of the run that is shown, as a model to choose. */
  private Optional<Entry> epoch(int wanted) {
    ShownRun from = shown.get();
    Run run = from.runProperty().get();
    boolean isKept = wanted >= 1 && wanted <= from.keptEpochsProperty().get();
    return run != null && isKept
        ? Optional.of(new Entry(name(run) + " · " + wanted, run.checkpoint(wanted), false))
        : Optional.empty();
  }

  /** As the list has it; its folder's name before it is there. */
  private String name(Run run) {
    return runs.runs().stream()
        .filter(item -> item.run().equals(run))
        .map(item -> item.info().title() + " " + RunNames.stamp(item.info()))
        .findFirst()
        .orElse(run.folder().getFileName().toString());
  }
}
