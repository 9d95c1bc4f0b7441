package dev.inkling.ui.pad;

import dev.inkling.chart.ValueFormat;
import dev.inkling.data.Classes;
import dev.inkling.recognize.Recognition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;

/**
 * A bar for each class, or for the most probable of many: a pause of the pointer tells the rest.
 * The numbers are always the last answer's; the bars glide to it within about a tenth of a second.
 */
public final class ProbabilityBars extends GridPane {
  /** Time in which a bar covers 63 % of the way to its value, in nanoseconds. */
  private static final double TIME_CONSTANT = 45e6;

  /** So many classes are told to who does not see the bars. */
  private static final int SPOKEN = 3;

  /** More classes are not all shown, but the most probable of them. */
  private static final int MOST = 10;

  private static final int OF_MANY = 5;

  /** Classes that the tooltip tells, in lines of {@link #IN_LINE}. */
  private static final int TOLD = 60;

  private static final int IN_LINE = 3;

  /** Widths of a digit's name and of the longest that is shown whole. */
  private static final double NAME = 24;

  private static final double LONGEST_NAME = 110;

  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

  private final List<Label> names = new ArrayList<>();
  private final List<Region> bars = new ArrayList<>();
  private final List<Label> values = new ArrayList<>();
  private final ColumnConstraints nameColumn = new ColumnConstraints(NAME);
  private final Tooltip rest = new Tooltip();
  private final AnimationTimer glide = new Glide();
  private List<String> classes = List.of();
  private double[] shown = {};
  private double[] target = {};

  /** Bars that follow what is read. */
  public ProbabilityBars(ObservableValue<Recognition> recognition) {
    getStyleClass().add("bars");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    ColumnConstraints growing = new ColumnConstraints();
    growing.setHgrow(Priority.ALWAYS);
    ColumnConstraints numbers = new ColumnConstraints(64);
    numbers.setHalignment(HPos.RIGHT);
    getColumnConstraints().addAll(nameColumn, growing, numbers);
    recognition.subscribe(this::show);
  }

  /** Rows for other classes; those of digits stay for as long as digits are read. */
  private void begin(List<String> now) {
    classes = now;
    boolean isAll = now.size() <= MOST;
    int rows = isAll ? now.size() : OF_MANY;
    getChildren().clear();
    getRowConstraints().clear();
    names.clear();
    bars.clear();
    values.clear();
    shown = new double[rows];
    target = new double[rows];
    boolean areShort = now.stream().allMatch(name -> name.length() == 1);
    nameColumn.setMinWidth(NAME);
    nameColumn.setPrefWidth(areShort ? NAME : USE_COMPUTED_SIZE);
    nameColumn.setMaxWidth(areShort ? NAME : LONGEST_NAME);
    for (int k = 0; k < rows; k++) {
      addRow(k);
    }
    if (isAll) {
      Tooltip.uninstall(this, rest);
    } else {
      Tooltip.install(this, rest);
    }
  }

  private void addRow(int row) {
    Label name = new Label();
    name.getStyleClass().add("bar-digit");
    Region bar = new Region();
    bar.getStyleClass().add("bar");
    StackPane track = new StackPane(bar);
    track.setAlignment(Pos.CENTER_LEFT);
    track.getStyleClass().add("bar-track");
    bar.maxWidthProperty().bind(bar.prefWidthProperty());
    Label value = new Label();
    value.setId("probability-" + row);
    value.getStyleClass().add("bar-value");
    names.add(name);
    bars.add(bar);
    values.add(value);
    track.widthProperty().subscribe(() -> setWidth(row));
    addRow(row, name, track, value);
    RowConstraints height = new RowConstraints();
    height.setVgrow(Priority.ALWAYS);
    getRowConstraints().add(height);
  }

  private void show(Recognition recognition) {
    if (!recognition.isBlank() && !recognition.classes().equals(classes)) {
      begin(recognition.classes());
    } else if (classes.isEmpty()) {
      begin(Classes.DIGITS);
    }
    List<Integer> order = order(recognition);
    for (int row = 0; row < names.size(); row++) {
      int k = order.get(row);
      target[row] = recognition.isBlank() ? 0 : recognition.probabilities()[k];
      boolean isBest = recognition.isDigit() && recognition.digit() == k;
      boolean isEmpty = recognition.isBlank() && classes.size() > MOST;
      names.get(row).setText(isEmpty ? "" : classes.get(k));
      values.get(row).setText(recognition.isBlank() ? "" : ValueFormat.percent(target[row], 1));
      names.get(row).pseudoClassStateChanged(BEST, isBest);
      bars.get(row).pseudoClassStateChanged(BEST, isBest);
      values.get(row).pseudoClassStateChanged(BEST, isBest);
    }
    rest.setText(told(recognition));
    setAccessibleText(spoken(recognition));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    glide.start();
  }

  /** The class of each row: all as they are, or the most probable first. */
  private List<Integer> order(Recognition recognition) {
    return classes.size() <= MOST || recognition.isBlank()
        ? IntStream.range(0, classes.size()).boxed().toList()
        : byProbability(recognition);
  }

  private static List<Integer> byProbability(Recognition recognition) {
    return IntStream.range(0, recognition.classes().size())
        .boxed()
        .sorted(Comparator.comparingDouble(k -> -recognition.probabilities()[k]))
        .toList();
  }

  private static String words(Recognition recognition, int k) {
    String percent = ValueFormat.percent(recognition.probabilities()[k], 1);
    return recognition.classes().get(k) + ": " + percent;
  }

  /** Classes that come into question, the most probable first; all take too long to hear. */
  private static String spoken(Recognition recognition) {
    return recognition.isBlank()
        ? ""
        : byProbability(recognition).stream()
            .limit(SPOKEN)
            .map(k -> words(recognition, k))
            .collect(Collectors.joining(", "));
  }

  private static String told(Recognition recognition) {
    if (recognition.isBlank()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    List<Integer> order = byProbability(recognition);
    for (int i = 0; i < Math.min(TOLD, order.size()); i++) {
      text.append(i == 0 ? "" : i % IN_LINE == 0 ? "\n" : "     ");
      text.append(words(recognition, order.get(i)));
    }
    return text.toString();
  }

  private void setWidth(int row) {
    if (row < bars.size() && bars.get(row).getParent() instanceof Region track) {
      bars.get(row).setPrefWidth(Math.round(shown[row] * track.getWidth()));
    }
  }

  private final class Glide extends AnimationTimer {
    private long last;

    @Override
    public void handle(long now) {
      double part = last == 0 ? 0.3 : 1 - Math.exp((last - now) / TIME_CONSTANT);
      last = now;
      boolean isDone = true;
      for (int k = 0; k < shown.length; k++) {
        shown[k] += part * (target[k] - shown[k]);
        if (Math.abs(target[k] - shown[k]) < 0.001) {
          shown[k] = target[k];
        } else {
          isDone = false;
        }
        setWidth(k);
      }
      if (isDone) {
        stop();
        last = 0;
      }
    }
  }
}
