package dev.inkling.ui.shell;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import dev.inkling.ui.inside.InsideView;
import dev.inkling.ui.inside.InsideViewModel;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.PadView;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.results.ResultsView;
import dev.inkling.ui.results.ResultsViewModel;
import dev.inkling.ui.training.TrainingView;
import dev.inkling.ui.training.TrainingViewModel;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window's content: a header with what concerns the whole program, and the pad. */
public final class MainWindow {
  private static final PseudoClass GOOD_NEWS = PseudoClass.getPseudoClass("good");

  private final PauseTransition goodNews = new PauseTransition(Duration.seconds(6));
  private final Texts texts;
  private final Theme theme;
  private final NotificationPane notices;
  private final Scene scene;
  private final MenuButton programMenu;
  private final PadView padView;

  /** A window's content of a size in pixels. */
  public MainWindow(
      PadViewModel pad,
      TrainingViewModel training,
      ResultsViewModel results,
      InsideViewModel inside,
      Texts texts,
      Theme theme,
      double width,
      double height) {
    this.texts = texts;
    this.theme = theme;
    programMenu = menu("window.program", "bi-list");
    padView = new PadView(pad, texts, theme.darkProperty());
    Screen trainingScreen = new Screen(() -> new TrainingView(training, texts));
    Screen resultsScreen = new Screen(() -> new ResultsView(results, texts, theme.darkProperty()));
    Screen insideScreen =
        new Screen(() -> new InsideView(inside, pad, texts, theme.darkProperty()));
    // Below the header: what is told hides none of the ways to go on.
    notices = new NotificationPane(padView);
    notices.setShowFromTop(true);
    BorderPane content = new BorderPane(notices);
    ToggleButton padButton = screen("window.pad", () -> notices.setContent(padView));
    content.setTop(
        header(
            padButton,
            screen("window.training", () -> notices.setContent(trainingScreen.node())),
            screen(
                "window.results",
                () -> {
                  notices.setContent(resultsScreen.node());
                  results.open(pad.modelProperty().get());
                }),
            screen("window.inside", () -> notices.setContent(insideScreen.node()))));
    inside.shownProperty().bind(notices.contentProperty().map(insideScreen::is));
    results
        .onPadProperty()
        .subscribe(
            drawing -> {
              if (drawing != null) {
                padButton.fire();
                pad.replace(drawing);
              }
            });
    goodNews.setOnFinished(_ -> notices.hide());
    notices.setOnHidden(
        _ -> {
          pad.dismissProblem();
          training.dismissProblem();
          results.dismissProblem();
          inside.dismissProblem();
        });
    scene = new Scene(content, width, height);
    theme.applyTo(scene);
    padView.installShortcuts(scene);
    pad.problemProperty().addListener((_, _, problem) -> show(problem));
    training.problemProperty().addListener((_, _, problem) -> show(problem));
    results.problemProperty().addListener((_, _, problem) -> show(problem));
    inside.problemProperty().addListener((_, _, problem) -> show(problem));
    show(pad.problemProperty().get());
  }

  /**
   * A screen, with bars only where the window is too small for it all. It is made when it is first
   * shown: the pad, which is shown first, is there the sooner.
   */
  private static final class Screen {
    private final Supplier<Node> content;
    private ScrollPane pane;

    Screen(Supplier<Node> content) {
      this.content = content;
    }

    Node node() {
      if (pane == null) {
        pane = new LivePane(content.get());
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
      }
      return pane;
    }

    boolean is(Node node) {
      return pane != null && node == pane;
    }
  }

  /** The scene to put in a stage. */
  public Scene scene() {
    return scene;
  }

  /** Welcomes who is here for the first time. */
  public void welcome() {
    padView.welcome();
  }

  /** The menu for what concerns the whole program, still empty. */
  public MenuButton programMenu() {
    return programMenu;
  }

  /**
   * Goes to a screen.
   *
   * @param name pad, training and so on
   */
  public void open(String name) {
    ((ToggleButton) scene.lookup("#window-" + name)).fire();
  }

  /** Tells for a while of something that went well. */
  public void tell(String text) {
    notices.pseudoClassStateChanged(GOOD_NEWS, true);
    notices.setGraphic(new FontIcon("bi-check-circle"));
    notices.show(text);
    goodNews.playFromStart();
  }

  private void show(Problem problem) {
    if (problem == null) {
      notices.hide();
    } else {
      goodNews.stop();
      notices.pseudoClassStateChanged(GOOD_NEWS, false);
      notices.setGraphic(new FontIcon("bi-info-circle"));
      notices.show(texts.get(problem));
    }
  }

  private ToggleButton screen(String key, Runnable show) {
    ToggleButton button = new ToggleButton();
    button.setId(key.replace('.', '-'));
    button.textProperty().bind(texts.bind(key));
    button.setOnAction(
        _ -> {
          button.setSelected(true); // one of them always is
          show.run();
        });
    return button;
  }

  private Node header(ToggleButton first, ToggleButton... others) {
    SegmentedButton screens = new SegmentedButton(first);
    HBox.setMargin(screens, new Insets(0, 0, 0, 16));
    screens.getButtons().addAll(others);
    first.setSelected(true);
    ImageView icon =
        new ImageView(
            new Image(MainWindow.class.getResourceAsStream("/dev/inkling/icons/inkling-64.png")));
    icon.setFitHeight(32);
    icon.setFitWidth(32);
    Label title = new Label("Inkling");
    title.getStyleClass().add("app-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(icon, title, screens, gap, languages(), themes(), programMenu);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("header");
    return header;
  }

  private MenuButton languages() {
    MenuButton menu = menu("window.language", "bi-globe");
    ToggleGroup group = new ToggleGroup();
    for (Locale locale : Messages.LANGUAGES) {
      // A language's own name, so that somebody who cannot read the present one finds it.
      RadioMenuItem item = new RadioMenuItem(new Messages(locale).get("language.name"));
      item.setId("language-" + locale.toLanguageTag());
      item.setToggleGroup(group);
      item.setSelected(texts.messagesProperty().get().locale().equals(locale));
      item.setOnAction(_ -> texts.setLocale(locale));
      menu.getItems().add(item);
    }
    return menu;
  }

  private MenuButton themes() {
    MenuButton menu = menu("window.theme", "bi-circle-half");
    ToggleGroup group = new ToggleGroup();
    for (Theme.Choice choice : Theme.Choice.values()) {
      RadioMenuItem item = new RadioMenuItem();
      item.setId("theme-" + choice);
      item.textProperty()
          .bind(texts.bind("window.theme." + choice.name().toLowerCase(Locale.ROOT)));
      item.setToggleGroup(group);
      item.setSelected(theme.choiceProperty().get() == choice);
      item.setOnAction(_ -> theme.choiceProperty().set(choice));
      menu.getItems().add(item);
    }
    return menu;
  }

  private MenuButton menu(String key, String icon) {
    MenuButton menu = new MenuButton();
    menu.setId(key.replace('.', '-'));
    menu.setGraphic(new FontIcon(icon));
    menu.getStyleClass().addAll("tool", Styles.FLAT);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.bind(key));
    menu.setTooltip(tooltip);
    menu.accessibleTextProperty().bind(texts.bind(key));
    return menu;
  }
}
