package dev.inkling.ui.shell;

import atlantafx.base.theme.Styles;
import dev.inkling.text.Messages;
import dev.inkling.ui.kit.Texts;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window's content: a header with what concerns the whole program, and one of the screens. */
public final class MainWindow {
  private final Studio studio;
  private final Texts texts;
  private final Theme theme;
  private final ScreenSwitch screens;
  private final Scene scene;
  private final MenuButton programMenu;

  /** A window's content of a size in pixels. */
  public MainWindow(Studio studio, Texts texts, Theme theme, double width, double height) {
    this.studio = studio;
    this.texts = texts;
    this.theme = theme;
    programMenu = menu("window.program", "bi-list");
    screens = new ScreenSwitch(Screens.of(studio, texts, theme.darkProperty()), texts);
    NoticesView notices = new NoticesView(studio.notices(), texts);
    BorderPane content = new BorderPane(screens.place());
    content.setTop(new VBox(header(), notices));
    scene = new Scene(content, width, height);
    theme.applyTo(scene);
    notices.installIn(scene);
    open(Screens.PAD);
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

  private Node header() {
    ImageView icon =
        new ImageView(
            new Image(MainWindow.class.getResourceAsStream("/dev/inkling/icons/inkling-64.png")));
    icon.setFitHeight(32);
    icon.setFitWidth(32);
    Label title = new Label("Inkling");
    title.getStyleClass().add("app-title");
    Node buttons = screens.buttons();
    HBox.setMargin(buttons, new Insets(0, 0, 0, 16));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Node status = new TrainingStatus(studio, texts, this::open);
    HBox header = new HBox(icon, title, buttons, gap, status, languages(), themes(), programMenu);
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
