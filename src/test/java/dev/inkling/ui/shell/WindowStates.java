package dev.inkling.ui.shell;

import dev.inkling.chart.ScatterFigure;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Architecture;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.RecipeField;
import dev.inkling.support.DataFiles;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.Pictures;
import dev.inkling.support.SamplesBeside;
import dev.inkling.support.Signs;
import dev.inkling.support.TestWindow;
import dev.inkling.text.Problem;
import dev.inkling.ui.builder.BuilderViewModel;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.data.DataViewModel;
import dev.inkling.ui.hand.LearningViewModel;
import dev.inkling.ui.hand.SheetViewModel;
import dev.inkling.ui.inside.Page;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.HandsViewModel.Place;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.pad.Samples;
import dev.inkling.ui.results.GalleryFilter;
import dev.inkling.ui.results.ResultsViewModel;
import dev.inkling.ui.signs.SignsLearning;
import dev.inkling.ui.signs.SignsViewModel;
import dev.inkling.ui.training.LiveRun;
import dev.inkling.ui.training.TrainingViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The states that the window can be in, one after another: empty, with one and with many, with
 * errors and long names. Whoever adds a screen adds its states here; they are looked at by {@link
 * EveryScreenFlowTest} and drawn by {@link StateSheet}.
 */
final class WindowStates {
  private static final String LONG =
      "What happens with twice as many filters and half the learning rate, tried once more";

  private final TestWindow window;
  private final Scene scene;
  private final Path images;
  private final PadViewModel pad;
  private final TrainingViewModel training;
  private final ResultsViewModel results;
  private final DataViewModel data;
  private final Notices.Topic told;

  /**
   * One of them.
   *
   * @param name in a file’s name
   * @param enter leads there from the one before, on the FX thread
   * @param isThere whether all that it needs has come, asked on the FX thread
   */
  record State(String name, Runnable enter, Callable<Boolean> isThere) {
    State(String name, Runnable enter) {
      this(name, enter, () -> true);
    }
  }

  WindowStates(TestWindow window, Scene scene, Path home) {
    this.window = window;
    this.scene = scene;
    images =
        IdxFiles.write(home.resolve("images"), Synthetic.digits(600, 1), Synthetic.digits(90, 3));
    pad = window.studio.pad();
    training = window.studio.training();
    results = window.studio.results();
    data = window.studio.data();
    told = window.studio.notices().topic("states");
  }

  /** All of them, in an order in which each can be reached. */
  List<State> all() {
    List<State> all = new ArrayList<>();
    all.addAll(ofPad());
    all.addAll(ofPile());
    all.addAll(ofHands());
    all.addAll(ofSigns());
    all.addAll(ofInside());
    all.addAll(ofTraining());
    all.addAll(ofResults());
    all.addAll(ofData());
    all.addAll(ofBuilder());
    return all;
  }

  private void open(String screen) {
    ((ToggleButton) scene.lookup("#window-" + screen)).fire();
  }

  private boolean isRead() {
    return pad.networkProperty().get() != null && !pad.readingProperty().get().digits().isEmpty();
  }

  private List<State> ofPad() {
    return List.of(
        new State("pad-empty", () -> open("pad"), () -> pad.networkProperty().get() != null),
        new State("pad-digit", () -> pad.replace(Samples.all().get(7)), this::isRead),
        new State("pad-kept", () -> pad.keeping().keep(7)),
        new State(
            "pad-number", () -> pad.replace(SamplesBeside.of(0.3, 90, 2, 0, 2, 6)), this::isRead),
        new State("pad-no-digit", () -> pad.replace(scribble()), this::isRead),
        new State(
            "pad-trouble",
            () ->
                told.fail(
                    new Problem("problem.file.missing", "/home/ann/" + "pictures/".repeat(9)))),
        new State("pad-again", told::over));
  }

  private List<State> ofPile() {
    Path folder = images.resolveSibling("exercise books of 4b");
    return List.of(
        new State(
            "pile-read",
            () -> {
              Pictures.seven(folder.resolve("Anna/a picture with a long name.png"));
              Pictures.seven(folder.resolve("Ben/7.png"));
              pad.pictures().pileProperty().set(List.of(folder, folder.resolve("none.png")));
            },
            () -> window.studio.pile().wholeProperty().get()),
        new State("pile-closed", () -> window.studio.pile().close()));
  }

  private List<State> ofHands() {
    HandsViewModel hands = pad.hands();
    return List.of(
        new State("hand-sheet-empty", () -> open("hand")),
        new State(
            "hand-named",
            () -> hands.add("Wolfeschlegelsteinhausen"),
            () -> hands.chosenProperty().get().name() != null),
        new State(
            "hand-sheet-begun", () -> write(0, 13), () -> hands.drawnProperty().get().size() == 13),
        new State(
            "hand-sheet-full", () -> write(13, 30), () -> hands.drawnProperty().get().size() == 30),
        new State(
            "pad-hand",
            () -> {
              open("pad");
              pad.replace(Samples.all().get(4));
            },
            () -> isRead() && pad.currentProperty().get()),
        new State(
            "pad-hand-kept",
            () -> pad.keeping().keep(4),
            () -> hands.drawnProperty().get().size() == 31),
        new State("hand-learning-idle", () -> hands.visit(Place.LEARNING)),
        new State("hand-learning-quick", () -> pad.loadModels("sprint"), () -> reads("sprint")),
        new State(
            "hand-learning-now",
            () -> window.studio.hand().learning().learn(),
            () -> stands(LearningViewModel.State.LEARNED) || isHalfLearned()),
        new State("hand-learned", () -> {}, () -> stands(LearningViewModel.State.LEARNED)),
        new State(
            "hand-used",
            () -> window.studio.hand().learning().use(),
            () -> reads("Wolfeschlegelsteinhausen-hand")),
        new State("pad-tuned", () -> open("pad")),
        new State(
            "pad-reads-as-before",
            () -> pad.loadModels(ModelLibrary.DEFAULT),
            () -> reads(ModelLibrary.DEFAULT)),
        new State(
            "pad-own-hand", () -> hands.choose(hands.handsProperty().get().all().getFirst())));
  }

  private List<State> ofSigns() {
    SignsViewModel signs = window.studio.signs();
    return List.of(
        new State(
            "signs-new",
            () -> {
              open("pad");
              pad.clear();
              signs.begin("Shapes drawn by all of us", Signs.NAMES);
            },
            () -> signs.openProperty().get() != null),
        new State(
            "signs-drawn",
            () -> {
              for (int i = 0; i < 18; i++) {
                pad.replace(Signs.draw(i % 3, i / 3));
                signs.keep(i % 3);
              }
              pad.replace(Signs.draw(0, 100));
            },
            () -> signs.drawnProperty().get().size() == 18),
        new State("signs-learning", signs::learn),
        new State(
            "signs-learned",
            () -> {},
            () -> {
              SignsLearning.Learned learned = signs.learning().learnedProperty().get();
              return learned != null && learned.judged() != null && isRead();
            }),
        new State(
            "signs-many",
            () -> signs.add(IntStream.range(0, 44).mapToObj(i -> "sign number " + i).toList()),
            () -> signs.openProperty().get().classes().size() == 47),
        new State("signs-closed", signs::close, () -> reads(ModelLibrary.DEFAULT)));
  }

  private boolean reads(String model) {
    return pad.cardProperty().get() != null && pad.cardProperty().get().name().equals(model);
  }

  private boolean stands(LearningViewModel.State state) {
    return window.studio.hand().learning().stateProperty().get() == state;
  }

  private boolean isHalfLearned() {
    HandsViewModel.Learning learning = pad.hands().learningProperty().get();
    return learning != null && learning.part() > 0.2;
  }

  /** Writes cells of the sheet with the samples; every seventh looks like another digit. */
  private void write(int from, int to) {
    SheetViewModel sheet = window.studio.hand().sheet();
    for (int i = from; i < to; i++) {
      Drawing drawing = Samples.all().get(i % 7 == 3 ? 8 : i % 10);
      for (Mark mark : drawing.marks()) {
        List<Point> points = ((Stroke) mark).points();
        sheet.press(i, points.getFirst().x(), points.getFirst().y());
        points.forEach(point -> sheet.drag(point.x(), point.y()));
        sheet.release();
      }
    }
  }

  private List<State> ofInside() {
    List<State> states = new ArrayList<>();
    states.add(new State("inside-empty", () -> inside(Page.NETWORK, Drawing.EMPTY)));
    for (Page page : Page.values()) {
      states.add(
          new State(
              "inside-" + page.name().toLowerCase(Locale.ROOT),
              () -> inside(page, Samples.all().get(4)),
              () -> page != Page.NETWORK || window.studio.inside().isCurrent()));
    }
    states.add(
        new State("inside-number", () -> inside(Page.WHY, SamplesBeside.of(0.3, 90, 2, 0, 2, 6))));
    return states;
  }

  private void inside(Page page, Drawing drawing) {
    open("inside");
    window.studio.inside().pageProperty().set(page);
    pad.replace(drawing);
  }

  private List<State> ofTraining() {
    return List.of(
        new State("training-empty", () -> open("training")),
        new State(
            "training-offer",
            () -> {
              training.form().useData("mnist,fashion*3");
              training.queue().start();
            },
            training.queue().missing().askedProperty()::get),
        new State(
            "training-wrong",
            () -> training.form().number(RecipeField.LEARNING_RATE).textProperty().set("fast")),
        new State("training-run", () -> train("sprint"), () -> hasRuns(1)),
        new State("training-second", () -> train("lenet5-relu"), () -> hasRuns(2)),
        new State("training-long", this::describe),
        new State("training-compare", () -> select(0, 1)),
        new State("training-one", () -> select(0)));
  }

  private void train(String architecture) {
    training.form().architectureProperty().set(Architecture.named(architecture));
    training.form().fill(Architecture.named(architecture).recipe());
    training.form().dataProperty().set(images.toString());
    training.form().number(RecipeField.EPOCHS).textProperty().set("2");
    training.queue().start();
  }

  private boolean hasRuns(int count) {
    return training.runs().runs().size() == count
        && training.live().stateProperty().get() == LiveRun.State.IDLE;
  }

  private void describe() {
    select(0);
    training.runs().describe(training.runs().runs().getFirst().run(), LONG, LONG);
  }

  private void select(int first, int... others) {
    ListView<?> runs = (ListView<?>) scene.lookup("#runs");
    runs.getSelectionModel().clearSelection();
    runs.getSelectionModel().selectIndices(first, others);
  }

  private List<State> ofResults() {
    return List.of(
        new State("results-missing", () -> open("results"), results.missingProperty()::get),
        new State("results-overview", () -> results.choose(images), this::isMeasured),
        new State(
            "results-gallery", () -> results.openGallery(GalleryFilter.of(GalleryFilter.Kind.ALL))),
        new State("results-sample", this::firstSample),
        new State("results-pair", () -> results.pageProperty().set(ResultsViewModel.Page.COMPARE)),
        new State("results-epochs", () -> results.pageProperty().set(ResultsViewModel.Page.EPOCHS)),
        new State("results-drawings", this::drawings, this::isMeasured));
  }

  private boolean isMeasured() {
    return results.gallery().resultsProperty().get() != null;
  }

  private void firstSample() {
    results.gallery().selectedProperty().set(results.gallery().shownProperty().get().getFirst());
  }

  private void drawings() {
    results.pageProperty().set(ResultsViewModel.Page.OVERVIEW);
    results.dataProperty().set(DataSource.DRAWINGS);
  }

  private List<State> ofData() {
    return List.of(
        new State("data-pictures", () -> open("data"), this::isLooked),
        new State("data-image", () -> press("#data-tiles", KeyCode.HOME)),
        new State(
            "data-duplicates", () -> fire("#data-look-duplicates"), () -> isThere("#data-across")),
        new State("data-map", () -> fire("#data-part-map"), this::isMapped),
        new State(
            "data-map-region",
            () -> {
              press("#data-map", KeyCode.RIGHT);
              press("#data-map", KeyCode.SPACE);
            }),
        new State("data-labels", () -> part("labels", mislabeled()), this::isLooked),
        new State(
            "data-labels-found",
            () -> fire("#data-labels-search"),
            () -> !((ListView<?>) scene.lookup("#label-errors")).getItems().isEmpty()),
        new State(
            "data-labels-said",
            () -> fire("#data-labels-mend"),
            () -> isThere("#data-labels-undo")),
        new State("data-curve", () -> part("curve", mislabeled())),
        new State(
            "data-curve-now",
            () -> fire("#data-curve-measure"),
            () -> ((ProgressBar) scene.lookup("#data-curve-progress")).getProgress() > 0.15),
        new State("data-curve-stopped", () -> fire("#data-curve-stop")),
        new State("data-missing", () -> data.show(DataSource.DEFAULT), data.missingProperty()::get),
        new State(
            "data-broken", () -> data.show(LONG), () -> data.failureProperty().get() != null));
  }

  private List<State> ofBuilder() {
    BuilderViewModel builder = window.studio.builder();
    return List.of(
        new State("builder-empty", () -> open("builder")),
        new State("builder-input", () -> builder.copy(Architecture.named("inkling"))),
        new State("builder-layer", () -> builder.select(8)),
        new State("builder-block", () -> builder.add("residual 32@3x3 stride 2")),
        new State(
            "builder-wrong",
            () -> {
              builder.begin();
              builder.add("conv 1024@5x5 stride 2, max-pool 9, conv 4@7x7 no-bias, relu, sigmoid");
              builder.select(2);
            }),
        new State("builder-typed", this::typeWrongly));
  }

  private void typeWrongly() {
    ((TextField) scene.lookup("#builder-filters")).setText("many");
    TextField layers = (TextField) scene.lookup("#builder-typed");
    layers.setText("conv 3 by 3");
    layers.fireEvent(new ActionEvent());
  }

  private void part(String name, Path folder) {
    data.show(folder.toString());
    fire("#data-part-" + name);
  }

  private void fire(String button) {
    ((ButtonBase) scene.lookup(button)).fire();
  }

  private void press(String node, KeyCode key) {
    Event.fireEvent(
        scene.lookup(node),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  /** The sentence of a map that has settled names the network. */
  private boolean isMapped() {
    return scene.lookup("#data-map") instanceof FigureChart map
        && map.figureProperty().get() instanceof ScatterFigure figure
        && figure.words().contains(ModelLibrary.DEFAULT);
  }

  private boolean isThere(String node) {
    return scene.lookup(node).isVisible();
  }

  /** Squares, three of which are called something else. */
  private Path mislabeled() {
    Digits right = DataFiles.squares(90, 3);
    int[] labels = IntStream.range(0, right.count()).map(right::label).toArray();
    for (int i = 10; i < 13; i++) {
      labels[i] = (labels[i] + 1) % 3;
    }
    return DataFiles.pictures(images.resolveSibling("squares"), right.labeled(labels));
  }

  private boolean isLooked() {
    return !data.workingProperty().get() && data.failureProperty().get() == null;
  }

  /** What is no digit: a star of strokes. */
  private static Drawing scribble() {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      double x = 90 * Math.cos(Math.PI * i / 5);
      double y = 90 * Math.sin(Math.PI * i / 5);
      marks.add(
          new Stroke(
              List.of(new Point(140 - x, 140 - y), new Point(140 + x, 140 + y)),
              Stroke.DEFAULT_WIDTH,
              false));
    }
    return new Drawing(marks);
  }
}
