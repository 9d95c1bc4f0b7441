package dev.inkling.ui.training;

import dev.inkling.data.ImageSource;
import dev.inkling.ui.kit.DataNames;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.ImagesLook.ClassLook;
import dev.inkling.ui.training.ImagesLook.Look;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** Opens the first images of each class as they are read, and how they are to be taken. */
final class LookButton extends HBox {
  private static final double HIGHEST = 330;

  private final TrainingViewModel training;
  private final Texts texts;
  private final GridPane grid = new GridPane(10, 4);
  private final Label title = new Label();
  private final Label note = new Label();
  private final CheckBox transposed = new CheckBox();
  private final CheckBox asIs = new CheckBox();
  private final Popup popup = new Popup();

  LookButton(TrainingViewModel training, Texts texts) {
    this.training = training;
    this.texts = texts;
    IconButton button = new IconButton(texts, "training.data.look", "bi-eye", this::toggle);
    getChildren().add(button);
    popup.getContent().add(content());
    popup.setAutoHide(true);
    training.look().lookProperty().subscribe(this::show);
    title.textFillProperty().subscribe(_ -> show(training.look().lookProperty().get()));
    training.form().dataProperty().subscribe(this::tick);
  }

  private void toggle() {
    if (popup.isShowing()) {
      popup.hide();
    } else {
      training.look().look();
      Bounds here = localToScreen(getBoundsInLocal());
      popup.show(this, here.getMaxX() + 8, here.getMinY());
    }
  }

  private VBox content() {
    title.setId("training-look-title");
    title.getStyleClass().add("card-title");
    note.setId("training-look-note");
    note.getStyleClass().add("facts");
    note.setWrapText(true);
    note.setMaxWidth(380);
    box(transposed, "training.data.transposed");
    box(asIs, "training.data.asIs");
    grid.setId("training-look-images");
    grid.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setMaxHeight(HIGHEST);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("clear-scroll");
    VBox content = new VBox(10, title, note, transposed, asIs, scroll);
    content.setMinWidth(400);
    content.getStyleClass().addAll("info-card", "preview");
    return content;
  }

  private void box(CheckBox box, String key) {
    box.setId(key.replace('.', '-'));
    box.textProperty().bind(texts.bind(key));
    box.setOnAction(_ -> training.look().take(transposed.isSelected(), asIs.isSelected()));
    box.managedProperty().bind(box.visibleProperty());
  }

  private void tick(String name) {
    boolean isPlace = ImageSource.of(name).chosen().isPresent();
    transposed.setVisible(isPlace);
    asIs.setVisible(isPlace);
    transposed.setSelected(ImageSource.isTransposed(name));
    asIs.setSelected(ImageSource.isAsIs(name));
  }

  private void show(@Nullable Look look) {
    title.setText(DataNames.brief(texts, training.form().dataProperty().get()));
    note.setText(note(look));
    note.setVisible(!note.getText().isEmpty());
    note.setManaged(note.isVisible());
    grid.getChildren().clear();
    if (look != null) {
      Color ink = (Color) title.getTextFill();
      int row = 0;
      for (ClassLook each : look.classes()) {
        HBox images = new HBox(4);
        each.images()
            .forEach(image -> images.getChildren().add(new ImageView(InkImages.of(image, ink, 1))));
        grid.addRow(row++, new Label(each.name()), images);
      }
    }
  }

  private String note(@Nullable Look look) {
    if (look == null) {
      return texts.get("training.data.look.reading");
    }
    if (look.problem() != null) {
      String problem = texts.get(look.problem());
      return look.classes().isEmpty() ? texts.get("training.data.look.none", problem) : problem;
    }
    if (look.classes().isEmpty()) {
      return texts.get(
          "training.offer",
          texts.get(ImageSource.of(training.form().dataProperty().get()).title()));
    }
    if (look.lies() == null) {
      return "";
    }
    return texts.get(look.lies() ? "training.data.look.turned" : "training.data.look.upright");
  }
}
