package dev.inkling.ui.inside;

import dev.inkling.explain.Kernels;
import dev.inkling.explain.WeightHistory.Epoch;
import dev.inkling.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The filters of the first layer as pictures, all on one scale. */
final class KernelsPanel extends VBox {
  private final FiltersViewModel filters;
  private final Texts texts;
  private final ObservableValue<Boolean> dark;
  private final GridPane grid = new GridPane(8, 8);
  private final List<SquareCanvas> pictures = new ArrayList<>();

  /** Width and height of the kernels that there are pictures for. */
  private int side;

  KernelsPanel(FiltersViewModel filters, Texts texts, ObservableValue<Boolean> dark) {
    this.filters = filters;
    this.texts = texts;
    this.dark = dark;
    getStyleClass().add("panel");
    Label title = new Label();
    title.getStyleClass().add("card-title");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::title, filters.epochProperty(), texts.messagesProperty()));
    grid.setId("filters-kernels");
    grid.setAlignment(Pos.TOP_CENTER);
    VBox.setVgrow(grid, Priority.ALWAYS);
    getChildren().addAll(title, grid);
    filters.epochProperty().subscribe(_ -> show());
    dark.subscribe(_ -> show());
    texts.messagesProperty().subscribe(_ -> show());
  }

  private String title() {
    Epoch epoch = filters.epochProperty().get();
    if (epoch == null || epoch.kernels().isEmpty()) { // not every network has convolutions
      return texts.get("inside.filters.kernels");
    }
    Kernels first = epoch.kernels().getFirst();
    return texts.get("inside.filters.kernels.of", first.biases().length, first.side());
  }

  private void show() {
    Epoch epoch = filters.epochProperty().get();
    boolean isEmpty = epoch == null || epoch.kernels().isEmpty();
    grid.setVisible(!isEmpty);
    if (epoch == null || isEmpty) {
      return;
    }
    Kernels first = epoch.kernels().getFirst();
    if (first.side() != side || first.biases().length != pictures.size()) {
      build(first);
    }
    double limit = epoch.histograms().getFirst().limit();
    for (int filter = 0; filter < pictures.size(); filter++) {
      float[] kernel = first.kernel(filter, 0);
      pictures.get(filter).show(KernelPicture.of(kernel, limit, dark.getValue()));
      pictures.get(filter).setAccessibleText(words(first, filter));
    }
  }

  private String words(Kernels kernels, int filter) {
    return texts.get(
        "inside.filters.kernel", filter + 1, texts.format("%.3f", kernels.biases()[filter]));
  }

  /** About as many columns as rows. */
  private void build(Kernels kernels) {
    side = kernels.side();
    pictures.clear();
    grid.getChildren().clear();
    int columns = (int) Math.ceil(Math.sqrt(kernels.biases().length));
    for (int filter = 0; filter < kernels.biases().length; filter++) {
      SquareCanvas picture = new SquareCanvas(side, 24, 320);
      pictures.add(picture);
      grid.add(picture, filter % columns, filter / columns);
    }
    grid.getColumnConstraints().setAll(Collections.nCopies(columns, column(columns)));
  }

  private static ColumnConstraints column(int columns) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(100.0 / columns);
    return column;
  }
}
