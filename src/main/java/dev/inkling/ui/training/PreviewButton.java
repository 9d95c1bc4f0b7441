package dev.inkling.ui.training;

import dev.inkling.image.GreyImage;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.RecipeField;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import org.kordamp.ikonli.javafx.FontIcon;

/** Opens sixteen training images as the chosen augmentation varies them. */
final class PreviewButton extends Button {
  private static final int COLUMNS = 4;
  private static final int ZOOM = 2;

  private final TrainingViewModel training;
  private final Texts texts;
  private final TilePane tiles = new TilePane(6, 6);
  private final Label ink = new Label();
  private final Popup popup = new Popup();

  PreviewButton(TrainingViewModel training, Texts texts) {
    super(null, new FontIcon("bi-eye"));
    this.training = training;
    this.texts = texts;
    setId("training-preview");
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.bind("training.preview"));
    setTooltip(tooltip);
    accessibleTextProperty().bind(texts.bind("training.preview"));
    popup.getContent().add(content());
    popup.setAutoHide(true);
    setOnAction(_ -> toggle());
    training.form().choice(RecipeField.AUGMENTATION).subscribe(this::varyWhenShown);
    training.form().dataProperty().subscribe(this::varyWhenShown);
    // In the text's colour, whatever the theme.
    training.preview().imagesProperty().subscribe(this::draw);
    ink.textFillProperty().subscribe(_ -> draw(training.preview().imagesProperty().get()));
  }

  private void toggle() {
    if (popup.isShowing()) {
      popup.hide();
    } else {
      vary();
      Bounds here = localToScreen(getBoundsInLocal());
      popup.show(this, here.getMaxX() + 8, here.getMinY());
    }
  }

  private void varyWhenShown() {
    if (popup.isShowing()) {
      vary();
    }
  }

  private void vary() {
    Enum<?> chosen = training.form().choice(RecipeField.AUGMENTATION).get();
    training.preview().show(training.form().dataProperty().get(), (Augmentation) chosen);
  }

  private VBox content() {
    ink.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.name(training.form().choice(RecipeField.AUGMENTATION).get()),
                training.form().choice(RecipeField.AUGMENTATION),
                texts.messagesProperty()));
    ink.getStyleClass().add("card-title");
    ink.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(ink, Priority.ALWAYS);
    Button again = new Button(null, new FontIcon("bi-arrow-repeat"));
    again.setId("training-preview-again");
    again.textProperty().bind(texts.bind("training.preview.again"));
    again.setMinWidth(USE_PREF_SIZE);
    again.setOnAction(_ -> vary());
    HBox head = new HBox(12, ink, again);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(USE_PREF_SIZE);
    tiles.setPrefColumns(COLUMNS);
    tiles.setId("training-preview-images");
    VBox content = new VBox(10, head, tiles);
    content.getStyleClass().addAll("info-card", "preview");
    return content;
  }

  private void draw(List<GreyImage> images) {
    Color color = (Color) ink.getTextFill();
    tiles
        .getChildren()
        .setAll(
            images.stream().map(image -> new ImageView(InkImages.of(image, color, ZOOM))).toList());
  }
}
