package dev.inkling.ui.builder;

import dev.inkling.chart.ValueFormat;
import dev.inkling.check.Finding;
import dev.inkling.check.Gravity;
import dev.inkling.layer.Brick;
import dev.inkling.layer.Kinds;
import dev.inkling.ui.builder.Costs.Item;
import dev.inkling.ui.builder.Marks.Mark;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Whole;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A layer: what it is, what it gives and costs; below, while it is looked at, what can be set. */
final class LayerCard extends VBox {
  static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final BuilderViewModel builder;
  private final Texts texts;
  private final Region stripe = new Region();
  private final Label flat = label("builder-flat");
  private final Label name = label("builder-name");
  private final Label kind = Whole.of(label("builder-kind"));
  private final Label size = label("builder-figure");
  private final Label parameters = label("builder-figure");
  private final Label operations = label("builder-figure");
  private final Label share = label("builder-figure");
  private final MarkLabels marks;
  private final SettingsPane settings;
  private final HBox editor;
  private final FindingsPane findings;

  LayerCard(BuilderViewModel builder, Texts texts, int index) {
    this.builder = builder;
    this.texts = texts;
    marks = new MarkLabels(texts);
    settings = new SettingsPane(builder, texts);
    editor = new HBox(settings, buttons());
    editor.getStyleClass().add("builder-editor");
    editor.managedProperty().bind(editor.visibleProperty());
    HBox.setHgrow(settings, Priority.ALWAYS);
    findings = new FindingsPane(builder, texts);
    size.getStyleClass().add("builder-size");
    flat.managedProperty().bind(flat.visibleProperty());
    setId("builder-layer-" + index);
    getStyleClass().add("layer-card");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    getChildren().addAll(marks.above, flat, head(), marks.before, editor, findings, marks.below);
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }

  private HBox head() {
    stripe.getStyleClass().add("layer-stripe");
    HBox.setHgrow(kind, Priority.ALWAYS);
    kind.setMaxWidth(Double.MAX_VALUE);
    kind.setMinWidth(0);
    name.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(stripe, name, marks.badge, kind, size, parameters, operations, share);
    head.getStyleClass().add("layer-head");
    return head;
  }

  private HBox buttons() {
    HBox buttons =
        new HBox(
            button("builder.up", "bi-arrow-up", () -> builder.move(-1)),
            button("builder.down", "bi-arrow-down", () -> builder.move(1)),
            button("builder.duplicate", "bi-files", builder::duplicate),
            button("builder.remove", "bi-trash", builder::remove));
    buttons.getStyleClass().add("layer-buttons");
    buttons.setMinWidth(USE_PREF_SIZE);
    return buttons;
  }

  private IconButton button(String key, String icon, Runnable action) {
    return new IconButton(texts, key, icon, action);
  }

  /**
   * Shows a layer with what it costs, and what is wrong with it: notes only while it is open.
   *
   * @param mark how it differs from another network's
   * @param behind what that network has behind it, which is the last here
   */
  void show(Item item, List<Finding> found, boolean isSelected, Mark mark, List<String> behind) {
    marks.show(mark, behind);
    Brick brick = item.brick();
    flat.setText(
        item.flattens()
            ? texts.get(
                "builder.flat",
                Figures.size(brick.input()),
                ValueFormat.COUNT.exact(brick.input().count()))
            : "");
    flat.setVisible(item.flattens());
    stripe.getStyleClass().setAll("layer-stripe", KindButtons.name(brick.layer().family()));
    String text = brick.layer().text();
    name.setText(brick.name());
    kind.setText(text.contains(" ") ? text.split(" ", 2)[1] : "");
    boolean isPossible = item.isPossible();
    size.setText(isPossible ? Figures.size(brick.output()) : "–");
    parameters.setText(
        isPossible && brick.parameterCount() > 0
            ? Figures.parameters(brick.parameterCount())
            : "–");
    operations.setText(
        isPossible && brick.operations() > 0 ? Figures.scaled(brick.operations()) : "–");
    share.setText(item.share() > 0 ? ValueFormat.percent(item.share(), 0) : "–");
    List<Finding> told =
        found.stream().filter(finding -> isSelected || finding.gravity() != Gravity.NOTE).toList();
    findings.show(told);
    pseudoClassStateChanged(WRONG, found.stream().anyMatch(Finding::isError));
    pseudoClassStateChanged(SELECTED, isSelected);
    setFocusTraversable(isSelected);
    editor.setVisible(isSelected);
    settings.show(isSelected ? brick.layer().settings() : List.of());
    setAccessibleText(spoken(item));
    setAccessibleHelp(
        told.stream().map(each -> texts.get(each.text())).collect(Collectors.joining(" ")));
  }

  private String spoken(Item item) {
    Brick brick = item.brick();
    String layer =
        texts.get(
            item.isPossible() ? "builder.layer.spoken" : "builder.layer.spoken.wrong",
            brick.name(),
            texts.get("layer.kind." + Kinds.of(brick.layer().text()).word()),
            item.isPossible() ? Figures.size(brick.output()) : "");
    String differs = marks.spoken();
    return differs.isEmpty() ? layer : layer + ", " + differs;
  }

  /** Lets what can be set be typed; false where there is nothing. */
  boolean edit() {
    return settings.edit();
  }
}
