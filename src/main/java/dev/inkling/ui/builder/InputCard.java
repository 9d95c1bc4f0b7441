package dev.inkling.ui.builder;

import dev.inkling.layer.Stage;
import dev.inkling.model.Normalization;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.Texts;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The picture before the first layer, and what is done to its pixels. */
final class InputCard extends HBox {
  private final Texts texts;
  private final ObservableList<Normalization> all =
      FXCollections.observableArrayList(
          Normalization.MNIST, Normalization.SYMMETRIC, Normalization.NONE);
  private final SimpleObjectProperty<Normalization> chosen = new SimpleObjectProperty<>();
  private final Choice<Normalization> choice;
  private final Label badge = MarkLabels.badge();

  InputCard(BuilderViewModel builder, Texts texts) {
    this.texts = texts;
    setId("builder-input");
    getStyleClass().addAll("layer-card", "input-card");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    accessibleTextProperty().bind(texts.bind("builder.input.spoken"));
    choice = new Choice<>(texts, all, chosen, this::name);
    choice.setId("builder-normalization");
    choice.setMaxWidth(USE_PREF_SIZE);
    choice.accessibleTextProperty().bind(texts.bind("builder.normalization"));
    chosen.addListener((_, _, now) -> builder.normalize(now));
    Label name = new Label();
    name.textProperty().bind(texts.bind("inside.network.input"));
    name.getStyleClass().add("builder-name");
    name.setMinWidth(USE_PREF_SIZE);
    Label size = new Label(Stage.IMAGE.height() + "×" + Stage.IMAGE.width());
    size.getStyleClass().add("builder-kind");
    size.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label what = new Label();
    what.textProperty().bind(texts.bind("builder.normalization"));
    what.setLabelFor(choice);
    what.setMinWidth(USE_PREF_SIZE);
    what.getStyleClass().add("builder-kind");
    getChildren().addAll(name, size, badge, gap, what, choice);
  }

  private String name(Normalization normalization) {
    if (normalization.equals(Normalization.MNIST)) {
      return texts.get("builder.normalization.mnist");
    }
    if (normalization.equals(Normalization.SYMMETRIC)) {
      return texts.get("builder.normalization.symmetric");
    }
    return normalization.equals(Normalization.NONE)
        ? texts.get("builder.normalization.none")
        : texts.get("builder.normalization.other", normalization.mean(), normalization.std());
  }

  /**
   * Shows what is done to pixels.
   *
   * @param isChanged whether that is another thing than in what the network is compared with
   */
  void show(Draft draft, boolean isChanged) {
    MarkLabels.show(badge, isChanged ? texts.get("builder.mark.changed") : "");
    Normalization now = draft.network().normalization();
    if (!all.contains(now)) {
      all.add(now); // a box shows only what it can choose
    }
    chosen.set(now);
    boolean isSelected = !draft.isLayerSelected();
    pseudoClassStateChanged(LayerCard.SELECTED, isSelected);
    setFocusTraversable(isSelected);
  }

  /** Lets what is done to pixels be chosen. */
  void edit() {
    choice.requestFocus();
  }
}
