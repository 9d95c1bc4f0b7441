package dev.inkling.ui.results;

import dev.inkling.data.Classes;
import dev.inkling.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;

/**
 * A confusion matrix as a heat map: a row for each right class, a column for each predicted one.
 * Arrow keys go from cell to cell; Enter, space and a click open one. FX thread only.
 */
final class ConfusionMatrix extends GridPane {
  /** Width of names that are no single letters. */
  private static final double LONG = 64;

  private final ObservableValue<Boolean> dark;
  private final BooleanProperty percentages = new SimpleBooleanProperty();
  private final Texts texts;
  private final BiConsumer<Integer, Integer> open;
  private List<String> names = List.of();
  private MatrixCell[][] cells = {};
  private int @Nullable [][] confusion;
  private final List<Node> top = new ArrayList<>();
  private final List<Node> left = new ArrayList<>();
  private Consumer<Bounds> reveal = _ -> {};

  /**
   * An empty matrix.
   *
   * @param open hears the right and the predicted class of a cell that is opened
   */
  ConfusionMatrix(Texts texts, ObservableValue<Boolean> dark, BiConsumer<Integer, Integer> open) {
    this.dark = dark;
    setId("confusion");
    getStyleClass().add("confusion");
    this.texts = texts;
    this.open = open;
    begin(Classes.DIGITS);
    addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    percentages.subscribe(_ -> paint());
    dark.subscribe(_ -> paint());
    texts.messagesProperty().subscribe(_ -> paint());
  }

  /** Cells for other classes. */
  private void begin(List<String> now) {
    names = now;
    getChildren().clear();
    getColumnConstraints().clear();
    getRowConstraints().clear();
    cells = new MatrixCell[names.size()][names.size()];
    for (int k = 0; k < names.size(); k++) {
      for (int j = 0; j < names.size(); j++) {
        cells[k][j] = new MatrixCell(texts, k, j, names, open);
        add(cells[k][j], j + 1, k + 1);
      }
    }
    headings();
    share();
    cells[0][0].setFocusTraversable(true);
  }

  /** They lie above the cells, which scroll away below them. */
  private void headings() {
    top.clear();
    left.clear();
    top.add(ground("matrix-top"));
    left.add(ground("matrix-left"));
    add(top.getFirst(), 0, 0, names.size() + 1, 1);
    add(left.getFirst(), 0, 0, 1, names.size() + 1);
    for (int k = 0; k < names.size(); k++) {
      top.add(above(heading(k)));
      left.add(heading(k));
      add(top.getLast(), k + 1, 0);
      add(left.getLast(), 0, k + 1);
    }
    Region corner = ground("matrix-corner");
    top.add(corner);
    left.add(corner);
    add(corner, 0, 0);
  }

  private static Region ground(String style) {
    Region ground = new Region();
    ground.getStyleClass().addAll("matrix-ground", style);
    return ground;
  }

  /** Headings stay where they are seen when the cells are scrolled by so many pixels. */
  void scrolled(double x, double y) {
    top.forEach(node -> node.setTranslateY(y));
    left.forEach(node -> node.setTranslateX(x));
  }

  /** A cell's place, and before it as much as the headings cover. */
  private Bounds withHeadings(Bounds cell) {
    Bounds first = cells[0][0].getBoundsInParent();
    return new BoundingBox(
        cell.getMinX() - first.getMinX(),
        cell.getMinY() - first.getMinY(),
        cell.getWidth() + first.getMinX(),
        cell.getHeight() + first.getMinY());
  }

  /** Gets the place of a cell that is focused, with room for the headings before it. */
  void onFocus(Consumer<Bounds> reveal) {
    this.reveal = reveal;
  }

  /** Whether cells tell parts of their row in percent, or counts. */
  BooleanProperty percentagesProperty() {
    return percentages;
  }

  /** Shows counts, {@code [right][predicted]}; null shows none. */
  void show(int @Nullable [][] counts, List<String> namesOfAll) {
    if (counts != null && !namesOfAll.equals(names)) {
      begin(namesOfAll);
    }
    confusion = counts;
    paint();
  }

  private void paint() {
    double greatest = greatestWrong();
    for (int k = 0; k < names.size(); k++) {
      int row = confusion == null ? 0 : IntStream.of(confusion[k]).sum();
      for (int j = 0; j < names.size(); j++) {
        int count = confusion == null ? 0 : confusion[k][j];
        double value = value(count, row);
        double part = k == j ? (double) count / Math.max(1, row) : value / greatest;
        cells[k][j].show(count, row, part, percentages.get(), dark.getValue());
      }
    }
  }

  /** What a cell is coloured by: so errors of a rare class are not lost among percentages. */
  private double value(int count, int row) {
    return percentages.get() ? (double) count / Math.max(1, row) : count;
  }

  private double greatestWrong() {
    double greatest = Double.MIN_NORMAL;
    for (int k = 0; confusion != null && k < names.size(); k++) {
      int row = IntStream.of(confusion[k]).sum();
      for (int j = 0; j < names.size(); j++) {
        greatest = k == j ? greatest : Math.max(greatest, value(confusion[k][j], row));
      }
    }
    return greatest;
  }

  private void move(KeyEvent event) {
    if (!(event.getTarget() instanceof MatrixCell from)) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> focus(from.label(), from.predicted() - 1);
      case RIGHT -> focus(from.label(), from.predicted() + 1);
      case UP -> focus(from.label() - 1, from.predicted());
      case DOWN -> focus(from.label() + 1, from.predicted());
      case HOME -> focus(from.label(), 0);
      case END -> focus(from.label(), names.size() - 1);
      case ENTER, SPACE -> from.open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** One cell alone is reached with the tab key: the one that was last focused. */
  private void focus(int label, int predicted) {
    Arrays.stream(cells).flatMap(Arrays::stream).forEach(cell -> cell.setFocusTraversable(false));
    MatrixCell cell =
        cells[Math.clamp(label, 0, names.size() - 1)][Math.clamp(predicted, 0, names.size() - 1)];
    cell.setFocusTraversable(true);
    cell.requestFocus();
    reveal.accept(withHeadings(cell.getBoundsInParent()));
  }

  /** Names that are longer than a letter stand on end, so that there is room for them. */
  private Node above(Label heading) {
    if (areShort()) {
      return heading;
    }
    heading.setRotate(-90);
    heading.setMaxWidth(LONG);
    Group turned = new Group(heading);
    setHalignment(turned, HPos.CENTER);
    setValignment(turned, VPos.BOTTOM);
    return turned;
  }

  private boolean areShort() {
    return names.stream().allMatch(name -> name.length() == 1);
  }

  private Label heading(int k) {
    Label heading = new Label(names.get(k));
    heading.setTooltip(names.get(k).length() > 1 ? new Tooltip(names.get(k)) : null);
    heading.getStyleClass().add("matrix-heading");
    setHalignment(heading, HPos.CENTER);
    return heading;
  }

  /** Headings take what they need, the cells share the rest. */
  private void share() {
    getColumnConstraints().add(new ColumnConstraints(areShort() ? 20 : LONG));
    getRowConstraints().add(areShort() ? new RowConstraints(20) : new RowConstraints());
    for (int k = 0; k < names.size(); k++) {
      ColumnConstraints column = new ColumnConstraints(24, 44, Double.MAX_VALUE);
      column.setHgrow(Priority.ALWAYS);
      getColumnConstraints().add(column);
      RowConstraints row = new RowConstraints(18, 40, Double.MAX_VALUE);
      row.setVgrow(Priority.ALWAYS);
      getRowConstraints().add(row);
    }
  }
}
