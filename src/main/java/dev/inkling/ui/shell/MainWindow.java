package dev.inkling.ui.shell;

import atlantafx.base.theme.Styles;
import dev.inkling.text.Messages;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.HandsViewModel;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window's content: a header with what concerns the whole program, and one of the screens. */
public final class MainWindow {
  private final Texts texts;
  private final Theme theme;
  private final ScreenSwitch screens;
  private final Scene scene;
  private final MenuButton programMenu;
  private final TextSize textSize = new TextSize();
  private final Shortcuts everywhere;

  /** A window's content of a size in pixels, with the pad in view. */
  public MainWindow(Studio studio, Texts texts, Theme theme, double width, double height) {
    this(studio, texts, theme, width, height, Screens.PAD);
  }

  /** The same with a screen in view, or the pad where there is no such one. */
  MainWindow(Studio studio, Texts texts, Theme theme, double width, double height, String screen) {
    this.texts = texts;
    this.theme = theme;
    programMenu = menu("window.program", "bi-list");
    screens = new ScreenSwitch(Screens.of(studio, texts, theme.darkProperty()), texts);
    NoticesView notices = new NoticesView(studio.notices(), texts, studio.fileManager()::show);
    TrainingStatus status = new TrainingStatus(studio, texts, this::open);
    Header header = new Header(screens.buttons(), status, languages(), themes(), programMenu);
    status.widthProperty().addListener(_ -> header.fit());
    status.managedProperty().addListener(_ -> header.fit());
    BorderPane content = new BorderPane();
    content.setTop(new VBox(header, notices)); // first, as Tab goes by the order of the nodes
    content.setCenter(screens.place());
    scene = new Scene(content, width, height);
    theme.applyTo(scene, textSize);
    texts.messagesProperty().addListener(_ -> header.fit());
    // As a change, which comes after the style sheet's; an invalidation would come before it.
    textSize.percentProperty().addListener((_, _, _) -> header.fit());
    notices.installIn(scene);
    everywhere = WindowKeys.of(this, screens);
    everywhere.installIn(scene);
    open(screen);
    if (screens.inViewProperty().get() == null) {
      open(Screens.PAD);
    }
    studio.pad().hands().visitProperty().subscribe(this::visit);
    studio
        .data()
        .toTrainProperty()
        .subscribe(
            name -> {
              if (name != null) {
                open(Screens.TRAINING);
              }
            });
    studio
        .builder()
        .toTrainProperty()
        .subscribe(
            network -> {
              if (network != null) {
                open(Screens.TRAINING);
              }
            });
    studio
        .training()
        .toBuildProperty()
        .subscribe(
            network -> {
              if (network != null) {
                open(Screens.BUILDER);
              }
            });
    studio
        .results()
        .onPadProperty()
        .subscribe(
            drawing -> {
              if (drawing != null) {
                open(Screens.PAD);
                studio.pad().replace(drawing);
              }
            });
  }

  private void visit(HandsViewModel.@Nullable Place place) {
    if (place != null) {
      open(Screens.HAND);
    }
  }

  /** The scene to put in a stage. */
  public Scene scene() {
    return scene;
  }

  /** The menu for what concerns the whole program, still empty. */
  public MenuButton programMenu() {
    return programMenu;
  }

  /**
   * Goes to a screen.
   *
   * @param key of its title
   */
  public void open(String key) {
    screens.open(key);
  }

  /** The screens, in their order. */
  List<ScreenSwitch.Shown> screens() {
    return screens.screens();
  }

  /** The key of the title of the screen in view. */
  String inView() {
    return inViewProperty().get().key();
  }

  /** The screen in view. */
  ReadOnlyObjectProperty<ScreenSwitch.Shown> inViewProperty() {
    return screens.inViewProperty();
  }

  /** How large its texts are. */
  TextSize textSize() {
    return textSize;
  }

  /** What keys do on every screen. */
  Shortcuts everywhere() {
    return everywhere;
  }

  /** Shows which keys do what, beside the window. */
  void showShortcuts() {
    new ShortcutsDialog(scene.getWindow(), texts, everywhere, screens.screens()).show();
  }

  /** Takes the whole screen, or gives it back. */
  void toggleFullScreen() {
    if (scene.getWindow() instanceof Stage stage) {
      stage.setFullScreenExitHint(texts.get("window.fullScreen.leave"));
      // Esc closes what is open in the window.
      stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
      stage.setFullScreen(!stage.isFullScreen());
    }
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
