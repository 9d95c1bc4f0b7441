package dev.inkling.ui.builder;

import atlantafx.base.theme.Styles;
import dev.inkling.layer.Kind;
import dev.inkling.layer.Kinds;
import dev.inkling.layer.Layer.Family;
import dev.inkling.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A button for each kind of layers, with those that are for the same. All are one stop of the Tab
 * key, from which the arrow keys go to the others.
 */
final class KindButtons extends VBox {
  private final Texts texts;
  private final Consumer<Kind> onChosen;
  private final List<Button> buttons = new ArrayList<>();

  KindButtons(Texts texts, Consumer<Kind> onChosen) {
    this.texts = texts;
    this.onChosen = onChosen;
    getStyleClass().add("palette-kinds");
    for (Family family : Family.values()) {
      getChildren().add(title("layer.family." + name(family)));
      Kinds.ALL.stream()
          .filter(kind -> kind.newLayer().family() == family)
          .forEach(kind -> getChildren().add(button(kind)));
    }
    addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    reach(0);
  }

  /** As a style class, and the end of a key. */
  static String name(Family family) {
    return family.name().toLowerCase(Locale.ROOT);
  }

  private Label title(String key) {
    Label title = new Label();
    title.textProperty().bind(texts.bind(key));
    title.getStyleClass().add("palette-title");
    return title;
  }

  private Button button(Kind kind) {
    String key = "layer.kind." + kind.word();
    Region stripe = new Region();
    stripe.getStyleClass().setAll("layer-stripe", name(kind.newLayer().family()));
    Button button = new Button(null, stripe);
    button.setId("builder-add-" + kind.word());
    button.textProperty().bind(texts.bind(key));
    button.getStyleClass().add(Styles.SMALL);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    tooltip.textProperty().bind(texts.bind(key + ".help").map(help -> help + "\n" + kind.usage()));
    button.setTooltip(tooltip);
    button.accessibleHelpProperty().bind(texts.bind(key + ".help"));
    button.setOnAction(_ -> onChosen.accept(kind));
    button.setOnMousePressed(_ -> reach(buttons.indexOf(button)));
    buttons.add(button);
    return button;
  }

  private void move(KeyEvent event) {
    int from = event.getTarget() instanceof Button button ? buttons.indexOf(button) : -1;
    int to =
        switch (event.getCode()) {
          case UP, LEFT -> from - 1;
          case DOWN, RIGHT -> from + 1;
          case HOME -> 0;
          case END -> buttons.size() - 1;
          default -> -1;
        };
    if (from >= 0 && to >= 0 && to < buttons.size() && !event.isAltDown()) {
      go(to);
      event.consume();
    }
  }

  /** Lets keys choose, from the first on. */
  void goToFirst() {
    go(0);
  }

  private void go(int to) {
    reach(to);
    buttons.get(to).requestFocus();
  }

  private void reach(int now) {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setFocusTraversable(i == now);
    }
  }
}
