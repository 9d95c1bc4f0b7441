package dev.inkling.ui.shell;

import dev.inkling.data.NamedHand;
import dev.inkling.file.AppFolders;
import dev.inkling.pack.Importer.Imported;
import dev.inkling.pack.Importer.ImportedHand;
import dev.inkling.pack.Importer.ImportedModel;
import dev.inkling.pack.Importer.ImportedNetwork;
import dev.inkling.pack.Importer.ImportedRun;
import dev.inkling.pack.InklingFile;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import dev.inkling.ui.inside.Page;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.kit.Workers.Kind;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.pile.DiscardDialog;
import dev.inkling.ui.results.ResultsViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** The program with a window: opens it, and ends when it is closed. */
public final class Inkling {
  private static final int MIN_WIDTH = 960;
  private static final int MIN_HEIGHT = 600;

  private final Path settingsFile;
  private final Settings settings;
  private final Studio studio;
  private final Notices.Topic remembering;
  private final Remembering memory;
  private final Notices.Topic about;
  private Texts texts;
  private Theme theme;
  private MainWindow window;
  private Stage stage;

  /** True when the window is closed, but its run goes on. */
  private boolean isTrainingOn;

  @SuppressWarnings("NullAway.Init") // what the window needs is made by show(), on the FX thread
  private Inkling(AppFolders folders, Executor fx) {
    settingsFile = folders.settings().resolve("settings.json");
    settings = Settings.load(settingsFile);
    studio = new Studio(folders, Workers.threads(fx));
    memory = new Remembering(studio.on(Kind.FILES), this::writing);
    remembering = studio.notices().topic("settings");
    about = studio.notices().topic("about");
  }

  /** What came in a file is shown where it can be used. */
  private void show(@Nullable Imported imported) {
    switch (imported) {
      case ImportedModel model -> {
        window.open(Screens.PAD);
        studio.pad().loadModels(model.name());
        studio.notices().goodNews("program.imported.model", model.name());
      }
      case ImportedRun run -> {
        window.open(Screens.TRAINING);
        studio.training().runs().add(run.run());
        studio.notices().goodNews("program.imported.run", run.name());
      }
      case ImportedHand hand -> {
        studio.pad().hands().visit(HandsViewModel.Place.SHEET);
        studio.pad().reloadModels();
        Object name = NamedHand.called(hand.hand());
        String key = "program.imported.hand." + hand.kind();
        studio.notices().goodNews(key, name, hand.added(), hand.packed());
      }
      case ImportedNetwork network -> {
        window.open(Screens.BUILDER);
        studio.training().shelf().load();
        studio.builder().open(network.network());
        studio.notices().goodNews("program.imported.network", network.name());
      }
      case null -> {}
    }
  }

  /**
   * Opens the window, or where none can be opened says why and shows what Inkling does.
   *
   * @param file to open in it: a packed model or run, or a picture
   * @param isAnother a window of its own, even where one is open for these folders
   */
  public static void open(AppFolders folders, Optional<Path> file, boolean isAnother) {
    Optional<String> missing = Display.missing();
    if (missing.isPresent()) {
      Display.useHeadless();
      Demonstration.run(folders, missing.get());
      return;
    }
    OneWindow one = OneWindow.of(folders);
    if (!isAnother && one.isShownElsewhere(file)) {
      System.out.println(new Messages(Locale.getDefault()).get("window.already"));
    } else {
      start(folders, inkling -> inkling.begin(one, file));
    }
  }

  private void begin(OneWindow one, Optional<Path> file) {
    one.listen(another -> Platform.runLater(() -> comeForward(another)));
    stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> one.close());
    file.ifPresent(this::open);
  }

  private void open(Path file) {
    if (InklingFile.isNamed(file)) {
      studio.packed().open(file);
    } else {
      window.open(Screens.PAD);
      // It is remembered, and next time the working directory may be another.
      Path picture = file.toAbsolutePath();
      studio.pad().whenThereIsANetwork(() -> studio.pad().open(picture));
    }
  }

  /** Starts JavaFX and shows the window. */
  public static void start(AppFolders folders, Consumer<Inkling> onShown) {
    Inkling inkling = new Inkling(folders, Platform::runLater);
    Thread.setDefaultUncaughtExceptionHandler(inkling.studio.uncaught());
    Platform.startup(
        () -> {
          inkling.show();
          onShown.accept(inkling);
        });
  }

  private void show() {
    texts =
        new Texts(
            settings.language() == null
                ? Locale.getDefault()
                : Locale.forLanguageTag(settings.language()));
    theme = new Theme(settings.theme());
    PadViewModel pad = studio.pad();
    pad.brushWidthProperty().set(settings.brushWidth());
    pad.welcomeProperty().set(settings.equals(Settings.FIRST));
    Placement placement = Placement.of(settings, screens());
    Settings.View view = settings.view();
    window =
        new MainWindow(studio, texts, theme, placement.width(), placement.height(), view.screen());
    window.textSize().percentProperty().set(view.textSize());
    turnTo(view);
    stage = new Stage();
    stage.setTitle("Inkling");
    stage.getIcons().addAll(Stream.of(16, 32, 48, 64, 128, 256).map(Inkling::icon).toList());
    stage.setScene(window.scene());
    // A small or a magnified screen has less; then what is in the window scrolls.
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
    PackedFiles packed = studio.packed();
    new ProgramMenu(window, packed, pad.modelProperty(), texts, this::showAbout);
    PackedDrops.accept(window.scene(), packed::open);
    packed.importedProperty().subscribe(imported -> show(imported));
    place(placement);
    Platform.setImplicitExit(false); // close() says when
    stage.setOnCloseRequest(this::askBeforeClosing);
    stage.setOnHidden(_ -> close());
    stage.focusedProperty().subscribe(isFocused -> lookAtNetwork(isFocused));
    stage.show();
    studio.padMemory().restore();
    // The engine loads with the model. It could have begun beside JavaFX, but then two processors
    // have the window drawn a tenth of a second later.
    pad.loadModels(settings.model());
    studio.training().runs().emptyBin();
    studio.hand().files().emptyBin();
    studio.signs().emptyBin();
    try {
      settings().save(settingsFile);
    } catch (Problem problem) {
      remembering.fail(problem);
    }
    rememberChanges();
  }

  /** Who comes back to the window may have learned a hand on the command line. */
  private void lookAtNetwork(boolean isFocused) {
    if (isFocused) {
      studio.pad().lookAtNetwork();
    }
  }

  private void rememberChanges() {
    Stream.of(
            texts.messagesProperty(),
            theme.choiceProperty(),
            window.inViewProperty(),
            window.textSize().percentProperty(),
            studio.results().pageProperty(),
            studio.inside().pageProperty(),
            studio.pad().modelProperty(),
            studio.pad().brushWidthProperty(),
            studio.pad().drawingProperty(),
            stage.xProperty(),
            stage.yProperty(),
            stage.widthProperty(),
            stage.heightProperty(),
            stage.maximizedProperty())
        .forEach(each -> each.addListener((_, _, _) -> memory.changed()));
  }

  /** Writes the settings, and the pad, as they are now. */
  private Runnable writing() {
    Settings now = settings();
    Runnable pad = studio.padMemory().saving();
    return () -> {
      pad.run();
      now.save(settingsFile);
    };
  }

  /** The pages that were open; what is no page any more is left out. */
  private void turnTo(Settings.View view) {
    Stream.of(ResultsViewModel.Page.values())
        .filter(page -> page.name().equals(view.results()))
        .forEach(studio.results().pageProperty()::set);
    Stream.of(Page.values())
        .filter(page -> page.name().equals(view.inside()))
        .forEach(studio.inside().pageProperty()::set);
  }

  /** Another start asks for this window, and maybe for a file to be opened in it. */
  private void comeForward(Optional<Path> file) {
    stage.setIconified(false);
    stage.show();
    stage.toFront();
    stage.requestFocus();
    file.ifPresent(this::open);
  }

  private void showAbout() {
    about.over();
    studio
        .on(Kind.FILES)
        .run(
            Diagnostics::now,
            diagnostics -> new AboutDialog(stage, texts, diagnostics).show(),
            about::fail);
  }

  private static Image icon(int size) {
    return new Image(
        Inkling.class.getResourceAsStream("/dev/inkling/icons/inkling-" + size + ".png"));
  }

  /** The first one first. */
  private static List<Rectangle2D> screens() {
    return Stream.concat(Stream.of(Screen.getPrimary()), Screen.getScreens().stream())
        .map(Screen::getVisualBounds)
        .toList();
  }

  private void place(Placement placement) {
    Double x = placement.x();
    Double y = placement.y();
    if (x != null && y != null) {
      stage.setX(x);
      stage.setY(y);
    }
    stage.setMaximized(placement.isMaximized());
  }

  /**
   * As they are now; written soon after they change and when the window closes. That is tried at
   * the start, to tell early of a folder that is shut.
   */
  private Settings settings() {
    String language = texts.messagesProperty().get().locale().toLanguageTag();
    boolean isSystems = language.equals(new Messages(Locale.getDefault()).locale().toLanguageTag());
    boolean isWhole = stage.isMaximized() || stage.isFullScreen();
    PadViewModel pad = studio.pad();
    return new Settings(
        isWhole ? settings.x() : Double.valueOf(stage.getX()),
        isWhole ? settings.y() : Double.valueOf(stage.getY()),
        isWhole ? settings.width() : stage.getScene().getWidth(),
        isWhole ? settings.height() : stage.getScene().getHeight(),
        stage.isMaximized(),
        theme.choiceProperty().get(),
        isSystems ? null : language,
        pad.modelProperty().get() == null ? settings.model() : pad.modelProperty().get().name(),
        pad.brushWidthProperty().get(),
        new Settings.View(
            window.inView(),
            studio.results().pageProperty().get().name(),
            studio.inside().pageProperty().get().name(),
            window.textSize().percentProperty().get()));
  }

  /** Nothing is lost or cut off behind its owner's back: corrections, a run in training. */
  private void askBeforeClosing(WindowEvent event) {
    if (!DiscardDialog.mayClose(studio.pile(), stage, texts)) {
      event.consume();
      return;
    }
    if (!studio.training().atWork().get()) {
      return;
    }
    CloseDialog dialog = new CloseDialog(stage, texts);
    CloseDialog.Answer answer = dialog.showAndWait().orElse(CloseDialog.Answer.STAY);
    if (answer == CloseDialog.Answer.STAY) {
      event.consume();
    } else {
      isTrainingOn = answer == CloseDialog.Answer.TRAIN_ON;
    }
  }

  private void close() {
    memory.end();
    BooleanBinding atWork = studio.training().atWork();
    if (isTrainingOn && atWork.get()) {
      studio.training().live().goOn();
      atWork.subscribe(isAtWork -> endWhenIdle(!isAtWork));
    } else {
      studio.training().queue().stopAll();
      endWhenIdle(true);
    }
  }

  private void endWhenIdle(boolean isIdle) {
    if (isIdle) {
      studio.close();
      Platform.runLater(Platform::exit); // the window is still being closed
    }
  }

  /** What this window works with. */
  public Studio studio() {
    return studio;
  }

  /** The window. */
  public Stage stage() {
    return stage;
  }
}
