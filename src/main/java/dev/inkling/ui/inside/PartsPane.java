package dev.inkling.ui.inside;

import dev.inkling.explain.Kernels;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import dev.inkling.ui.inside.Breakage.Part;
import dev.inkling.ui.kit.OneStop;
import dev.inkling.ui.kit.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/**
 * A switch for each filter or unit of the listed layer: pressed, it is silent. Filters that look at
 * the picture itself are shown with their weights.
 */
final class PartsPane extends FlowPane {
  private final BreakViewModel broken;
  private final Texts texts;
  private final ObservableValue<Boolean> dark;

  PartsPane(BreakViewModel broken, Texts texts, ObservableValue<Boolean> dark) {
    super(4, 4);
    this.broken = broken;
    this.texts = texts;
    this.dark = dark;
    setId("break-parts");
    OneStop.of(this);
    broken.layerProperty().subscribe(_ -> build());
    dark.subscribe(_ -> build());
    texts.messagesProperty().subscribe(_ -> build());
    broken.breakageProperty().subscribe(this::mark);
  }

  private void build() {
    getChildren().clear();
    for (int part = 0; part < broken.partsOfLayer(); part++) {
      getChildren().add(button(part));
    }
    mark(broken.breakageProperty().get());
  }

  private ToggleButton button(int part) {
    Stage stage = broken.stage(broken.layerProperty().get());
    ToggleButton button = new ToggleButton(String.valueOf(part + 1), picture(stage, part));
    button.setId("break-part-" + part);
    button.getStyleClass().add("part");
    button.setAccessibleText(texts.get("inside.break.part", stage.name(), part + 1));
    button.setOnAction(_ -> broken.silence(part, button.isSelected()));
    return button;
  }

  private @Nullable Node picture(Stage stage, int filter) {
    Model model = broken.modelProperty().get();
    if (stage.layer().kernel() == 0 || stage.input().channels() > 1) {
      return null;
    }
    Kernels kernels =
        Kernels.of(model).stream().filter(of -> of.stage().equals(stage)).findFirst().orElseThrow();
    SquareCanvas picture = new SquareCanvas(kernels.side(), 30, 30);
    picture.setAccessibleRole(AccessibleRole.NODE); // its switch has a name
    picture.show(KernelPicture.of(kernels.kernel(filter, 0), kernels.strongest(), dark.getValue()));
    return picture;
  }

  private void mark(Breakage breakage) {
    for (int part = 0; part < getChildren().size(); part++) {
      boolean isSilent = breakage.silenced().contains(new Part(broken.layerProperty().get(), part));
      ((ToggleButton) getChildren().get(part)).setSelected(isSilent);
    }
  }
}
