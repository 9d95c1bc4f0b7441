package dev.inkling.ui.builder;

import dev.inkling.layer.Setting;
import dev.inkling.layer.Setting.Form;
import dev.inkling.text.Phrase;
import dev.inkling.ui.kit.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** All that can be set in a layer, and below it what is wrong with what is typed. */
final class SettingsPane extends VBox {
  private final BuilderViewModel builder;
  private final Texts texts;
  private final FlowPane fields = new FlowPane();
  private final Label problem = new Label();
  private Map<String, Part> parts = new LinkedHashMap<>();

  /**
   * A setting as it is shown.
   *
   * @param node of it with its name
   * @param control that is typed into, or ticked
   */
  private record Part(Node node, Node control) {
    void show(Setting setting) {
      switch (control) {
        case SettingField field -> field.show(setting);
        case CheckBox box -> box.setSelected(setting.value() != 0);
        default -> throw new IllegalStateException();
      }
    }
  }

  SettingsPane(BuilderViewModel builder, Texts texts) {
    this.builder = builder;
    this.texts = texts;
    fields.getStyleClass().add("builder-fields");
    fields.prefWrapLengthProperty().bind(widthProperty()); // or it keeps room for a line too many
    problem.getStyleClass().add("field-problem");
    problem.setId("builder-problem");
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.visibleProperty());
    texts.messagesProperty().subscribe(_ -> say());
    getChildren().addAll(fields, problem);
    say();
  }

  /** Shows these; the fields of those that were there before stay, as one may be typed into. */
  void show(List<Setting> settings) {
    Map<String, Part> next = new LinkedHashMap<>();
    for (Setting setting : settings) {
      Part part = parts.get(setting.key());
      next.put(setting.key(), part == null ? part(setting) : part);
      next.get(setting.key()).show(setting);
    }
    boolean isOther = !List.copyOf(next.keySet()).equals(List.copyOf(parts.keySet()));
    parts = next;
    if (isOther) {
      fields.getChildren().setAll(next.values().stream().map(Part::node).toList());
      say();
    }
  }

  /** Lets the first of them be typed into; false where there is none. */
  boolean edit() {
    parts.values().stream().findFirst().ifPresent(part -> part.control().requestFocus());
    return !parts.isEmpty();
  }

  private Part part(Setting setting) {
    return setting.form() == Form.FLAG ? flag(setting) : number(setting);
  }

  private Part number(Setting setting) {
    SettingField field = new SettingField(builder, texts, setting);
    field.problemProperty().addListener(_ -> say());
    Label name = new Label();
    name.textProperty().bind(texts.bind("layer.setting." + setting.key()));
    name.setLabelFor(field);
    name.setMinWidth(USE_PREF_SIZE);
    HBox both = new HBox(name, field);
    both.getStyleClass().add("builder-setting");
    return new Part(both, field);
  }

  private Part flag(Setting setting) {
    CheckBox box = new CheckBox();
    box.setId("builder-" + setting.key());
    box.textProperty().bind(texts.bind("layer.setting." + setting.key()));
    box.setMinWidth(USE_PREF_SIZE);
    box.setOnAction(_ -> tick(setting.key(), box.isSelected()));
    return new Part(box, box);
  }

  /** In the layer as it is by now. */
  private void tick(String key, boolean isSo) {
    builder.draftProperty().get().layer().settings().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .ifPresent(setting -> builder.set(setting, isSo ? 1 : 0));
  }

  /** The first problem there is. */
  private void say() {
    String first = "";
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      if (first.isEmpty() && part.getValue().control() instanceof SettingField field) {
        Phrase wrong = field.problemProperty().get();
        String name = texts.get("layer.setting." + part.getKey());
        first = wrong == null ? "" : texts.get("training.problem", name, wrong);
      }
    }
    problem.setText(first);
    problem.setVisible(!first.isEmpty());
  }
}
