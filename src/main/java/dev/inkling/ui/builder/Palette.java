package dev.inkling.ui.builder;

import atlantafx.base.theme.Styles;
import dev.inkling.layer.Kind;
import dev.inkling.layer.Kinds;
import dev.inkling.layer.Layer.Family;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.OneStop;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * All kinds of layers, to be added behind the layer that is looked at: by a button, or typed as the
 * command line has them.
 */
final class Palette extends VBox {
  private final BuilderViewModel builder;
  private final Texts texts;
  private final Runnable onAdded;
  private final TextField typed = new TextField();
  private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
  private @Nullable Button first;

  Palette(BuilderViewModel builder, Texts texts, Runnable onAdded) {
    this.builder = builder;
    this.texts = texts;
    this.onAdded = onAdded;
    getStyleClass().add("palette");
    for (Family family : Family.values()) {
      List<Kind> kinds =
          Kinds.ALL.stream().filter(kind -> kind.newLayer().family() == family).toList();
      getChildren().add(title("layer.family." + family.name().toLowerCase(Locale.ROOT)));
      VBox buttons = new VBox();
      buttons.getStyleClass().add("palette-kinds");
      kinds.forEach(kind -> buttons.getChildren().add(button(kind)));
      OneStop.of(buttons);
      getChildren().add(buttons);
    }
    getChildren().addAll(title("builder.typed"), typed(), problem());
  }

  private Label title(String key) {
    Label title = new Label();
    title.textProperty().bind(texts.bind(key));
    title.getStyleClass().add("palette-title");
    return title;
  }

  private Button button(Kind kind) {
    Button button = new Button();
    String key = "layer.kind." + kind.word();
    button.setId("builder-add-" + kind.word());
    button.textProperty().bind(texts.bind(key));
    button.getStyleClass().add(Styles.SMALL);
    Region stripe = new Region();
    stripe
        .getStyleClass()
        .setAll(
            "layer-stripe", kind.newLayer().family().name().toLowerCase(Locale.ROOT));
    button.setGraphic(stripe);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    tooltip
        .textProperty()
        .bind(texts.bind(key + ".help").map(help -> help + "\n" + kind.usage()));
    button.setTooltip(tooltip);
    button.accessibleHelpProperty().bind(texts.bind(key + ".help"));
    button.setOnAction(
        _ -> {
          builder.add(kind);
          onAdded.run();
        });
    first = first == null ? button : first;
    return button;
  }

  private TextField typed() {
    typed.setId("builder-typed");
    typed.promptTextProperty().bind(texts.bind("builder.typed.prompt"));
    typed.accessibleTextProperty().bind(texts.bind("builder.typed"));
    typed.accessibleHelpProperty().bind(texts.bind("builder.typed.help"));
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    tooltip.textProperty().bind(texts.bind("builder.typed.help"));
    typed.setTooltip(tooltip);
    typed.textProperty().addListener(_ -> problem.set(null));
    problem.subscribe(
        wrong -> typed.pseudoClassStateChanged(Styles.STATE_DANGER, wrong != null));
    typed.setOnAction(_ -> add(typed.getText().strip()));
    return typed;
  }

  private void add(String text) {
    if (!text.isEmpty()) {
      problem.set(builder.add(text).orElse(null));
      if (problem.get() == null) {
        typed.clear();
        onAdded.run();
      }
    }
  }

  private Node problem() {
    Label label = new Label();
    label.setId("builder-typed-problem");
    label.getStyleClass().add("field-problem");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.managedProperty().bind(label.visibleProperty());
    label.visibleProperty().bind(problem.isNotNull());
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> problem.get() == null ? "" : texts.get(problem.get()),
                problem,
                texts.messagesProperty()));
    return label;
  }

  /** Adds what was copied elsewhere; what cannot be read stays in the field, to be mended. */
  void paste(String text) {
    typed.setText(text.strip().replaceAll("\\s*\\R\\s*", " "));
    add(typed.getText());
    if (problem.get() != null) {
      focusTyped();
    }
  }

  /** Lets keys choose a kind. */
  void focusKinds() {
    if (first != null) {
      first.requestFocus();
    }
  }

  /** Lets layers be typed. */
  void focusTyped() {
    typed.requestFocus();
  }
}
