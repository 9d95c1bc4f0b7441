package dev.inkling.ui.inside;

import dev.inkling.data.DataSource;
import dev.inkling.diagram.Spot;
import dev.inkling.file.AnimatedGif;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.PngFile;
import dev.inkling.image.Framing.Step;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.TeachingNetworks;
import dev.inkling.recognize.LineReader;
import dev.inkling.recognize.PictureReader;
import dev.inkling.recognize.SightPicture;
import dev.inkling.support.LightningHand;
import dev.inkling.support.Papers;
import dev.inkling.support.SamplesBeside;
import dev.inkling.support.Shipped;
import dev.inkling.support.Signs;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.builder.BuilderViewModel;
import dev.inkling.ui.hand.LearningViewModel;
import dev.inkling.ui.hand.SheetViewModel;
import dev.inkling.ui.pad.HandsViewModel.Place;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.pad.Samples;
import dev.inkling.ui.shell.Theme;
import dev.inkling.ui.signs.SignsViewModel;
import dev.inkling.ui.training.LiveRun.State;
import dev.inkling.ui.training.RunPage;
import dev.inkling.ui.training.TrainingViewModel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Makes the README's pictures with the networks that ship: run it with a folder for them, one that
 * has MNIST and, where not all are wanted, “builder”, “layers”, “gradients” or “films”, on the
 * class path of the tests and on a screen of 1920×1080, which may be Xvfb’s.
 */
final class DocsPictures {
  /** Frames of the animation for each stroke. */
  private static final int FRAMES = 36;

  private static final String SMALL = "lenet5-relu";

  private final Path folder;
  private final Stage stage = new Stage();
  private final TestWindow window;
  private final PadViewModel pad;
  private final InsideViewModel inside;
  private final Scene scene;

  private DocsPictures(Path folder, Path home) {
    this.folder = folder;
    window = new TestWindow(stage, home, 1280, 800);
    pad = window.studio.pad();
    inside = window.studio.inside();
    scene = stage.getScene();
  }

  public static void main(String[] args) throws Exception {
    Path home = Files.createTempDirectory("inkling");
    Path mnist = Files.createDirectories(TestStudio.folders(home).mnist());
    try (Stream<Path> files = Files.list(Path.of(args[1]))) {
      for (Path file : files.toList()) {
        Files.copy(file, mnist.resolve(file.getFileName()));
      }
    }
    Platform.startup(() -> {});
    Path folder = Files.createDirectories(Path.of(args[0]));
    DocsPictures pictures = fx(() -> new DocsPictures(folder, home));
    if (args.length > 2) {
      pictures.only(args[2]);
      System.exit(0);
    }
    paper(folder);
    pictures.pad();
    pictures.network();
    pictures.step();
    pictures.training();
    pictures.layers();
    pictures.results();
    pictures.pages();
    pictures.gradients();
    pictures.films();
    pictures.hand();
    pictures.signs();
    pictures.data();
    pictures.builder();
    pictures.animation();
    System.exit(0);
  }

  private void only(String part) throws Exception {
    switch (part) {
      case "builder" -> builder();
      case "layers" -> layers();
      case "gradients" -> gradients();
      case "films" -> films();
      case "hand" -> hand();
      default -> throw new IllegalArgumentException(part);
    }
  }

  private static <T> T fx(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    Platform.runLater(future);
    return future.get();
  }

  private static void fx(Runnable task) throws Exception {
    fx(Executors.callable(task));
  }

  private static void until(Callable<Boolean> isSo) throws Exception {
    while (!fx(isSo)) {
      frame();
    }
  }

  private static void frame() throws Exception {
    Thread.sleep(100); // a demonstration, not a test
  }

  /** Everything that glides has come to rest. */
  private static void rest() throws Exception {
    Thread.sleep(2_000);
  }

  private void open(String screen) throws Exception {
    fx(() -> ((ToggleButton) scene.lookup("#window-" + screen)).fire());
  }

  private void theme(Theme.Choice choice) throws Exception {
    fx(() -> window.theme.choiceProperty().set(choice));
  }

  private void language(Locale locale) throws Exception {
    fx(() -> window.texts.setLocale(locale));
  }

  private void read(String model) throws Exception {
    until(() -> !pad.models().isEmpty());
    fx(
        () ->
            pad.choose(
                pad.models().stream().filter(m -> m.name().equals(model)).findAny().orElseThrow()));
    until(() -> pad.networkProperty().get() != null);
    until(() -> pad.networkProperty().get().card().name().equals(model));
  }

  /** A page with lines in a half shadow beside what was seen there. */
  static void paper(Path folder) throws IOException {
    BufferedImage photo =
        new Papers(520, 520, 4)
            .ruled(52, 2, 0.35, false)
            .written(SamplesBeside.of(0.25, 105, 2, 0, 2, 6), 0.16, 0.18, 0.4)
            .specks(6, 3)
            .shadow(0.45, 14)
            .vignette(0.35)
            .blurred(1)
            .noise(0.012)
            .picture();
    try (Classifier classifier = new Classifier(Shipped.model(ModelLibrary.DEFAULT));
        LineReader lines = new LineReader(Shipped.model(Architecture.LINE.name()))) {
      BufferedImage seen =
          SightPicture.of(photo, PictureReader.read(photo, "photo", classifier, lines));
      BufferedImage both = new BufferedImage(1060, 520, BufferedImage.TYPE_INT_RGB);
      both.createGraphics().drawImage(photo, 0, 0, null);
      both.createGraphics().drawImage(seen, 540, 0, 520, 520, Color.WHITE, null);
      both.createGraphics().fillRect(520, 0, 20, 520);
      PngFile.write(folder.resolve("paper.png"), both);
    }
  }

  private void pad() throws Exception {
    read("inkling");
    fx(() -> pad.replace(Samples.all().get(7)));
    rest();
    picture("pad-light.png");
    theme(Theme.Choice.DARK);
    language(Locale.SIMPLIFIED_CHINESE);
    picture("pad-dark-zh.png");
    theme(Theme.Choice.LIGHT);
    language(Locale.ENGLISH);
    fx(() -> pad.replace(SamplesBeside.of(0.3, 90, 2, 0, 2, 6)));
    rest();
    picture("pad-number-light.png");
  }

  /** A 4 that is learned as a 9, after a step, with the gradient in all layers. */
  private void step() throws Exception {
    read(SMALL);
    open("inside");
    fx(() -> inside.pageProperty().set(Page.STEP));
    fx(() -> pad.replace(Samples.all().get(4)));
    until(() -> inside.step().foundProperty().get() != null);
    rest();
    fx(() -> inside.step().labelProperty().set(9));
    until(() -> inside.step().foundProperty().get().asked().label() == 9);
    fx(() -> inside.step().rateProperty().set(0.001));
    until(() -> inside.step().foundProperty().get().asked().rate() == 0.001);
    for (int i = 1; i <= 3; i++) {
      int steps = i;
      fx(() -> inside.step().step());
      until(() -> inside.step().answer().now().steps() == steps);
    }
    fx(
        () -> {
          while (inside.step().reachedProperty().get() > 0) {
            inside.step().back();
          }
          inside.step().network().pointStrongest(3);
        });
    theme(Theme.Choice.DARK);
    language(Locale.SIMPLIFIED_CHINESE);
    picture("inside-step-dark-zh.png");
    theme(Theme.Choice.LIGHT);
    language(Locale.ENGLISH);
    fx(() -> inside.pageProperty().set(Page.NETWORK));
    read("inkling");
  }

  private void network() throws Exception {
    open("inside");
    fx(() -> pad.replace(Samples.all().get(4)));
    settle();
    fx(() -> inside.network().pointStrongest(3));
    for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
      theme(choice);
      String name = choice.name().toLowerCase(Locale.ROOT);
      picture("inside-" + name + ".png");
      picture("inside-" + name + "-large.png", 1920, 1080);
    }
    language(Locale.SIMPLIFIED_CHINESE);
    picture("inside-dark-zh.png");
    language(Locale.ENGLISH);
    theme(Theme.Choice.LIGHT);
    fx(() -> inside.network().point(null));
    fx(() -> inside.tour().begin());
    fx(inside.tour()::next);
    fx(inside.tour()::next);
    fx(inside.tour()::next);
    picture("inside-tour.png");
    fx(inside.tour()::close);
  }

  /** A run in its midst, then three of them. */
  private void training() throws Exception {
    open("training");
    start(SMALL, DataSource.MNIST);
    until(() -> window.studio.training().live().metrics().epochProperty().get() != null);
    until(() -> window.studio.training().live().metrics().epochProperty().get().epoch() > 3);
    rest();
    picture("training-light.png");
    theme(Theme.Choice.DARK);
    picture("training-dark.png");
    theme(Theme.Choice.LIGHT);
    until(() -> window.studio.training().live().stateProperty().get() == State.IDLE);
    for (String name : List.of("lenet-dropout", "dropout-sgd", "sprint")) {
      start(name, DataSource.MNIST);
      until(() -> window.studio.training().live().stateProperty().get() == State.IDLE);
    }
    rest();
    fx(() -> ((ListView<?>) scene.lookup("#runs")).getSelectionModel().selectRange(0, 3));
    rest();
    picture("compare-light.png");
    theme(Theme.Choice.DARK);
    picture("compare-dark.png");
    theme(Theme.Choice.LIGHT);
  }

  /** How layers learn: in a run, and in two whose gradient vanishes and does not. */
  private void layers() throws Exception {
    open("training");
    TrainingViewModel training = window.studio.training();
    fx(() -> training.pageProperty().set(RunPage.LAYERS));
    start(Architecture.named(SMALL), DataSource.MNIST);
    until(() -> training.live().metrics().epochProperty().get() != null);
    until(() -> training.live().metrics().epochProperty().get().epoch() > 3);
    rest();
    picture("layers-light.png");
    fx(training.queue()::stopAll);
    until(() -> training.live().stateProperty().get() == State.IDLE);
    Architecture vanishing =
        TeachingNetworks.ALL.stream()
            .filter(network -> network.name().equals("vanishing-gradient"))
            .findAny()
            .orElseThrow();
    Architecture other =
        new Architecture(
            "batch norm and ReLU",
            vanishing.normalization(),
            Layer.list("dense 32, batch-norm, relu, ".repeat(10) + "dense 10"),
            vanishing.recipe());
    for (Architecture network : List.of(other, vanishing)) {
      start(network, DataSource.MNIST);
      until(() -> training.live().stateProperty().get() == State.IDLE);
    }
    rest();
    fx(() -> ((ListView<?>) scene.lookup("#runs")).getSelectionModel().selectRange(0, 2));
    rest();
    picture("layers-compare-light.png");
    language(Locale.SIMPLIFIED_CHINESE);
    theme(Theme.Choice.DARK);
    rest();
    picture("layers-compare-dark-zh.png");
    theme(Theme.Choice.LIGHT);
    language(Locale.ENGLISH);
    fx(() -> training.pageProperty().set(RunPage.CURVES));
  }

  private void start(String architecture, String data) throws Exception {
    start(Architecture.named(architecture), data);
  }

  private void start(Architecture architecture, String data) throws Exception {
    fx(() -> window.studio.training().form().use(architecture));
    fx(() -> window.studio.training().form().dataProperty().set(data));
    fx(window.studio.training().queue()::start);
    until(() -> window.studio.training().live().stateProperty().get() == State.RUNNING);
  }

  private void results() throws Exception {
    open("results");
    frame();
    until(() -> !window.studio.results().workingProperty().get());
    rest();
    picture("results-light.png");
    theme(Theme.Choice.DARK);
    picture("results-dark.png", 1920, 1080);
    theme(Theme.Choice.LIGHT);
  }

  /** A hand whose 4 is a lightning and whose 9 has no bow, learned from three of each digit. */
  private void hand() throws Exception {
    read("inkling");
    fx(() -> pad.hands().add("Ann"));
    until(() -> "Ann".equals(pad.hands().chosenProperty().get().name()));
    open("hand");
    rest();
    SheetViewModel sheet = window.studio.hand().sheet();
    for (int i = 0; i < 30; i++) {
      int cell = i;
      Drawing written = LightningHand.write(cell % 10, cell / 10);
      fx(() -> written.marks().forEach(mark -> write(sheet, cell, (Stroke) mark)));
      frame();
    }
    until(() -> pad.hands().tally().read() == 30);
    both("sheet");
    fx(() -> pad.replace(LightningHand.write(4, 3)));
    fx(() -> pad.hands().visit(Place.LEARNING));
    fx(window.studio.hand().learning()::learn);
    until(
        () ->
            window.studio.hand().learning().stateProperty().get()
                == LearningViewModel.State.LEARNED);
    both("hand");
  }

  private void signs() throws Exception {
    read("inkling");
    open("pad");
    SignsViewModel signs = window.studio.signs();
    fx(() -> pad.clear());
    fx(() -> signs.begin("Shapes", Signs.NAMES));
    until(() -> signs.openProperty().get() != null);
    for (int i = 0; i < 30; i++) {
      int label = i % 3;
      Drawing drawn = Signs.draw(label, i / 3);
      fx(
          () -> {
            pad.replace(drawn);
            signs.keep(label);
          });
    }
    fx(signs::learn);
    until(
        () ->
            signs.learning().learnedProperty().get() != null
                && signs.learning().learnedProperty().get().judged() != null);
    fx(() -> pad.replace(Signs.draw(0, 100)));
    both("signs");
    fx(signs::close);
  }

  /** MNIST on the map, a part of it selected, and labels of it that are doubted. */
  private void data() throws Exception {
    open("data");
    fx(() -> window.studio.data().show(DataSource.MNIST));
    press("data-part-map");
    until(() -> says("#data-map-facts", "alike by"));
    Node map = scene.lookup("#data-map");
    for (KeyCode key : List.of(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.SPACE)) {
      fx(() -> map.fireEvent(key(key)));
    }
    rest();
    picture("data-light.png");
    theme(Theme.Choice.DARK);
    language(Locale.SIMPLIFIED_CHINESE);
    rest();
    picture("data-dark-zh.png");
    language(Locale.ENGLISH);
    press("data-part-labels");
    fx(((Button) scene.lookup("#data-labels-search"))::fire);
    until(() -> !((ListView<?>) scene.lookup("#label-errors")).getItems().isEmpty());
    rest();
    picture("data-dark.png");
    theme(Theme.Choice.LIGHT);
  }

  /** A copy with changes, as it is built; then the run of another. */
  private void builder() throws Exception {
    open("builder");
    BuilderViewModel builder = window.studio.builder();
    fx(() -> builder.copy(Architecture.named("inkling")));
    fx(() -> builder.select(4));
    fx(builder::remove);
    fx(() -> builder.select(3));
    fx(() -> builder.add("conv 64@3x3 pad 1"));
    fx(() -> builder.select(6));
    fx(() -> builder.add("channel-dropout 0.1"));
    fx(() -> builder.select(4));
    until(() -> ((Labeled) scene.lookup("#builder-total-seconds")).getText().length() > 1);
    rest();
    picture("builder-light.png");
    theme(Theme.Choice.DARK);
    language(Locale.SIMPLIFIED_CHINESE);
    rest();
    picture("builder-dark-zh.png");
    language(Locale.ENGLISH);
    theme(Theme.Choice.LIGHT);
    fx(() -> builder.copy(Architecture.named("sprint")));
    fx(() -> builder.select(0));
    fx(() -> builder.add("batch-norm"));
    fx(builder::train);
    fx(() -> window.studio.training().form().dataProperty().set(DataSource.MNIST));
    fx(window.studio.training().queue()::start);
    until(() -> window.studio.training().live().stateProperty().get() == State.RUNNING);
    until(() -> window.studio.training().live().stateProperty().get() == State.IDLE);
    rest();
    fx(() -> ((ListView<?>) scene.lookup("#runs")).getSelectionModel().select(0));
    rest();
    picture("builder-run-light.png");
  }

  private void press(String button) throws Exception {
    fx(() -> ((ToggleButton) scene.lookup("#" + button)).fire());
    frame();
  }

  private boolean says(String label, String words) {
    return scene.lookup(label) instanceof Labeled shown && shown.getText().contains(words);
  }

  private static KeyEvent key(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  private void both(String name) throws Exception {
    rest();
    picture(name + "-light.png");
    theme(Theme.Choice.DARK);
    picture(name + "-dark.png");
    theme(Theme.Choice.LIGHT);
  }

  private static void write(SheetViewModel sheet, int cell, Stroke stroke) {
    List<Point> points = stroke.points();
    sheet.press(cell, points.getFirst().x(), points.getFirst().y());
    points.forEach(point -> sheet.drag(point.x(), point.y()));
    sheet.release();
  }

  private void pages() throws Exception {
    read(SMALL);
    open("inside");
    fx(() -> pad.replace(SamplesBeside.of(0.35, 10, 7)));
    page(Page.FRAMING);
    fx(() -> inside.framing().stepProperty(Step.CROP).set(false));
    rest();
    picture("inside-framing.png");
    fx(() -> inside.framing().stepProperty(Step.CROP).set(true));
    fx(() -> pad.replace(Samples.all().get(4)));
    page(Page.SURE);
    picture("inside-sure.png");
    page(Page.BREAK);
    for (int channel = 1; channel <= 3; channel++) {
      int silent = channel;
      fx(() -> inside.broken().silence(silent, true));
    }
    rest();
    rest();
    picture("inside-break.png");
    page(Page.NETWORK);
  }

  /** Evidence by gradients, what a network would love to see, and what fools it. */
  private void gradients() throws Exception {
    read("lenet5-relu");
    open("inside");
    fx(() -> pad.replace(Samples.all().get(4)));
    theme(Theme.Choice.DARK);
    page(Page.WHY);
    fx(() -> inside.why().chosenProperty().set(9));
    rest();
    picture("inside-why.png");
    fx(() -> inside.why().chosenProperty().set(null));
    theme(Theme.Choice.LIGHT);
    page(Page.FOOLS);
    fx(() -> inside.fools().targetProperty().set(9));
    until(() -> inside.fools().othersProperty().get() != null);
    rest();
    picture("inside-fools.png");
    inChinese("inside-fools-dark-zh.png");
    read("dropout-sgd");
    page(Page.LOVES);
    until(() -> inside.loves().dreamProperty().get() != null);
    until(() -> !inside.loves().runningProperty().get());
    picture("inside-loves.png");
    inChinese("inside-loves-dark-zh.png");
    page(Page.NETWORK);
  }

  private void inChinese(String name) throws Exception {
    theme(Theme.Choice.DARK);
    language(Locale.SIMPLIFIED_CHINESE);
    rest();
    picture(name);
    theme(Theme.Choice.LIGHT);
    language(Locale.ENGLISH);
  }

  /** One step of learning, until a 4 is read as a 9; and the epochs of a run. */
  private void films() throws Exception {
    read(SMALL);
    open("inside");
    fx(
        () -> {
          stage.setWidth(1040);
          stage.setHeight(720);
        });
    stepFilm();
    if (inside.film().sources().size() < 2) {
      open("training");
      start(SMALL, DataSource.MNIST);
      until(() -> window.studio.training().live().stateProperty().get() == State.IDLE);
      open("inside");
    }
    fx(() -> inside.pageProperty().set(Page.FILM));
    fx(() -> inside.film().sourceProperty().set(ofRun(SMALL)));
    FilmView film = (FilmView) scene.lookup("#inside-film");
    until(() -> film.canMove().getValue());
    AtomicFile.write(folder.resolve("inside-film.gif"), fx(film::film).gif());
    fx(() -> inside.film().positionProperty().set(1));
    rest();
    picture("inside-film.png");
    theme(Theme.Choice.DARK);
    language(Locale.SIMPLIFIED_CHINESE);
    rest();
    AtomicFile.write(folder.resolve("inside-film-zh.gif"), fx(film::film).gif());
    picture("inside-film-dark-zh.png");
    language(Locale.ENGLISH);
    theme(Theme.Choice.LIGHT);
    fx(() -> inside.pageProperty().set(Page.NETWORK));
  }

  private void stepFilm() throws Exception {
    StepViewModel step = inside.step();
    fx(() -> inside.pageProperty().set(Page.STEP));
    fx(() -> pad.replace(Samples.all().get(4)));
    until(() -> step.foundProperty().get() != null);
    fx(() -> step.labelProperty().set(9));
    fx(() -> step.rateProperty().set(0.001));
    until(() -> step.foundProperty().get().asked().rate() == 0.001);
    rest();
    Node screen = scene.lookup(".inside-screen");
    try (OutputStream out = Files.newOutputStream(folder.resolve("inside-step.gif"));
        AnimatedGif gif = new AnimatedGif(out)) {
      gif.add(shot(screen), 1_500);
      fx(() -> inside.step().back());
      while (fx(() -> step.reachedProperty().get() > 0)) {
        gif.add(shot(screen), 350);
        fx(step::back);
      }
      fx(() -> step.network().pointStrongest(3));
      gif.add(shot(screen), 1_500);
      while (!fx(() -> step.answer().isRight())) {
        int steps = fx(() -> step.answer().now().steps());
        fx(step::step);
        until(() -> step.answer().now().steps() > steps);
        gif.add(shot(screen), 500);
      }
      gif.add(shot(screen), 2_500);
    }
  }

  private FilmViewModel.Source ofRun(String architecture) {
    return inside.film().sources().stream()
        .filter(source -> source.item() != null)
        .filter(source -> source.item().info().architecture().equals(architecture))
        .findAny()
        .orElseThrow();
  }

  private void page(Page page) throws Exception {
    fx(() -> inside.pageProperty().set(page));
    rest();
  }

  private void picture(String name) throws Exception {
    picture(name, 1280, 800);
  }

  private void picture(String name, int width, int height) throws Exception {
    fx(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
    frame();
    ImageIO.write(shot(scene.getRoot()), "png", folder.resolve(name).toFile());
  }

  /** The drawing is in the network, and a frame with it is laid out. */
  private void settle() throws Exception {
    until(inside::isCurrent);
    frame();
    frame();
  }

  private BufferedImage shot(Node node) throws Exception {
    frame();
    frame();
    return fx(() -> SwingFXUtils.fromFXImage(node.snapshot(null, null), null));
  }

  /** A digit is drawn, and all layers follow the pen. */
  private void animation() throws Exception {
    read("inkling");
    fx(
        () -> {
          stage.setWidth(1040);
          stage.setHeight(720);
          pad.clear();
        });
    settle();
    fx(() -> inside.network().point(new Spot(1, new Cell(1, 12, 17))));
    Node screen = scene.lookup(".inside-screen");
    try (OutputStream out = Files.newOutputStream(folder.resolve("inside.gif"));
        AnimatedGif gif = new AnimatedGif(out)) {
      for (Mark mark : Samples.all().get(3).marks()) {
        List<Point> points = ((Stroke) mark).path();
        fx(() -> pad.press(points.getFirst().x(), points.getFirst().y()));
        for (int frame = 1; frame <= FRAMES; frame++) {
          for (Point point :
              points.subList(
                  (frame - 1) * points.size() / FRAMES, frame * points.size() / FRAMES)) {
            fx(() -> pad.drag(point.x(), point.y()));
          }
          settle();
          gif.add(shot(screen), 80);
        }
        fx(pad::release);
      }
      settle();
      gif.add(shot(screen), 2500);
    }
  }
}
