package dev.inkling.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.inkling.ui.kit.Choice;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.text.Font;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Light or dark: the user's choice, or the system's. */
public final class Theme {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  /** What a user can choose. */
  public enum Choice {
    SYSTEM,
    LIGHT,
    DARK
  }

  private final ObjectProperty<@Nullable Choice> choice = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

  /** A theme that begins as chosen. */
  public Theme(Choice first) {
    choice.addListener(_ -> update());
    Platform.getPreferences().colorSchemeProperty().addListener(_ -> update());
    choice.set(first);
  }

  /** The user's choice, to be changed at any time. */
  public ObjectProperty<@Nullable Choice> choiceProperty() {
    return choice;
  }

  /** True while the window is dark. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  private void update() {
    dark.set(
        switch (choice.get()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
    Application.setUserAgentStylesheet(
        dark.get()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Gives a scene Inkling's own look on top of the theme. */
  public void applyTo(Scene scene) {
    applyTo(scene, new TextSize());
  }

  /** The same with texts of a size that may change. */
  void applyTo(Scene scene, TextSize size) {
    size.applyTo(scene);
    for (String weight : new String[] {"Regular", "SemiBold", "Bold"}) {
      Font.loadFont(
          Theme.class.getResourceAsStream("/dev/inkling/fonts/Inter-" + weight + ".otf"), 12);
    }
    mark(scene);
    dark.addListener(_ -> Window.getWindows().forEach(window -> markOf(scene, window)));
    dark.addListener(_ -> mark(scene)); // also before it is in a window
    Window.getWindows().addListener((ListChangeListener<Window>) change -> markNew(scene, change));
  }

  private void markNew(Scene scene, ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(window -> markOf(scene, window));
    }
  }

  /** Dialogs and menus take over their owner's stylesheets, but have a scene of their own. */
  private void markOf(Scene scene, Window window) {
    Window owner = window;
    while (owner != null && owner.getScene() != scene) {
      owner = owner(owner);
    }
    if (owner != null && window.getScene() != null) {
      mark(window.getScene());
    }
  }

  private static @Nullable Window owner(Window window) {
    return switch (window) {
      case Stage stage -> stage.getOwner();
      case PopupWindow popup -> popup.getOwnerWindow();
      default -> null;
    };
  }

  private void mark(Scene scene) {
    TabKey.installIn(scene);
    if (scene.getRoot() instanceof DialogPane pane) {
      DialogLook.dress(pane);
    }
    scene.getRoot().pseudoClassStateChanged(DARK, dark.get());
  }
}
