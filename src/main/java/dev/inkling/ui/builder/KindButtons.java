package dev.inkling.ui.builder;

import atlantafx.base.theme.Styles;
import dev.inkling.layer.Kind;
import dev.inkling.layer.Kinds;
import dev.inkling.layer.Layer.Family;
import dev.inkling.ui.kit.OneStop;
import dev.inkling.ui.kit.Texts;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A button for each kind of layers, with those that are for the same. All are one stop of the Tab
 * key, from which the arrow keys go to the others.
 */
final class KindButtons extends VBox {
  private final Texts texts;
  private final Consumer<Kind> onChosen;
  private final OneStop stop;

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
    stop = OneStop.of(this);
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
    return button;
  }

  /** Lets keys choose, from the first on. */
  void goToFirst() {
    stop.goToFirst();
  }
}
