package dev.inkling.ui.kit;

import dev.inkling.data.ImageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks which data sets are to be learned together, and how much each of them counts. */
final class MixDialog extends Dialog<String> {
  private static final int MOST = 100;

  private final Texts texts;
  private final List<Line> lines = new ArrayList<>();

  private record Line(String name, CheckBox box, Spinner<Integer> weight) {
    private String part() {
      return weight.getValue() == 1 ? name : name + "*" + weight.getValue();
    }
  }

  MixDialog(Window owner, Texts texts, List<String> offered) {
    this.texts = texts;
    initOwner(owner);
    setTitle("Inkling");
    setHeaderText(texts.header("training.data.mix"));
    GridPane grid = new GridPane(12, 6);
    grid.setPadding(new Insets(4));
    Stream.concat(offered.stream(), ImageSource.named().stream().map(ImageSource::name))
        .distinct()
        .filter(name -> ImageSource.of(name).chosen().isPresent() || !name.contains(","))
        .forEach(name -> add(name, grid));
    Label how = new Label(texts.get("training.data.mix.how"));
    how.setWrapText(true);
    how.setMaxWidth(420);
    how.getStyleClass().add("facts");
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(320);
    scroll.getStyleClass().add("clear-scroll");
    getDialogPane().setContent(new VBox(10, how, scroll));
    ButtonType use = new ButtonType(texts.get("training.data.mix.train"), ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(texts.get("window.close.cancel"), ButtonData.CANCEL_CLOSE);
    getDialogPane().getButtonTypes().addAll(use, cancel);
    Observable[] ticks =
        lines.stream().map(line -> line.box.selectedProperty()).toArray(Observable[]::new);
    getDialogPane()
        .lookupButton(use)
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> ticked().size() < 2, ticks));
    setResultConverter(
        button ->
            button == use
                ? ticked().stream().map(Line::part).collect(Collectors.joining(","))
                : null);
  }

  private String title(String name) {
    ImageSource source = ImageSource.of(name);
    return source.chosen().isPresent() ? DataNames.brief(texts, name) : texts.get(source.title());
  }

  private List<Line> ticked() {
    return lines.stream().filter(line -> line.box.isSelected()).toList();
  }

  private void add(String name, GridPane grid) {
    CheckBox box = new CheckBox(title(name));
    box.setMnemonicParsing(false);
    box.setId("mix-" + lines.size());
    Spinner<Integer> weight = new Spinner<>(1, MOST, 1);
    weight.setId("mix-weight-" + lines.size());
    weight.setEditable(true);
    weight.setPrefWidth(90);
    weight.getEditor().setAccessibleText(texts.get("training.data.mix.weight", box.getText()));
    ReadOnlyBooleanProperty isTicked = box.selectedProperty();
    weight.disableProperty().bind(Bindings.not(isTicked));
    grid.addRow(lines.size(), box, weight);
    lines.add(new Line(name, box, weight));
  }
}
