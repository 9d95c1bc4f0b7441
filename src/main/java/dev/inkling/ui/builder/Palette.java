package dev.inkling.ui.builder;

import atlantafx.base.theme.Styles;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
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
  private final KindButtons kinds;
  private final TextField typed = new TextField();
  private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();

  Palette(BuilderViewModel builder, Texts texts, Runnable onAdded) {
    this.builder = builder;
    this.texts = texts;
    this.onAdded = onAdded;
    getStyleClass().add("palette");
    kinds =
        new KindButtons(
            texts,
            kind -> {
              builder.add(kind);
              onAdded.run();
            });
    ScrollPane scroll = new LivePane(kinds);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("clear-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, title(), typed(), problem());
  }

  private Label title() {
    Label title = new Label();
    title.textProperty().bind(texts.bind("builder.typed"));
    title.setLabelFor(typed);
    title.getStyleClass().add("palette-title");
    return title;
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
    problem.subscribe(wrong -> typed.pseudoClassStateChanged(Styles.STATE_DANGER, wrong != null));
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
    kinds.goToFirst();
  }

  /** Lets layers be typed. */
  void focusTyped() {
    typed.requestFocus();
  }
}
