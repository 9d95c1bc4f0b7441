package dev.inkling.ui.results;

import dev.inkling.evaluate.Evaluation.PerClass;
import dev.inkling.file.AtomicFile;
import dev.inkling.ui.chart.ChartCard;
import dev.inkling.ui.chart.ClassBars;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The accuracy of each class as bars, by class or by accuracy, on a whole or a zoomed axis. */
final class ClassesPanel extends VBox {
  /** Where a zoomed axis may begin; the last one below all bars is taken. */
  private static final double[] STARTS = {0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99};

  private final Texts texts;
  private final ClassBars bars = new ClassBars();

  /** Of more classes those that are read worst; the table has all. */
  private static final int MOST = 12;

  private final CheckBox sorted = new CheckBox();
  private final CheckBox zoomed = new CheckBox();
  private List<PerClass> classes = List.of();
  private List<String> names = List.of();

  /**
   * A panel without bars yet.
   *
   * @param id of the bars' picture as a file
   * @param save writes a picture into a file
   */
  ClassesPanel(String id, Texts texts, BiConsumer<AtomicFile.Content, Path> save) {
    this.texts = texts;
    bars.setId(id);
    bars.titleProperty().bind(texts.bind("training.chart.classes"));
    bars.emptyTextProperty().bind(texts.bind("training.chart.classes.empty"));
    sorted.setId(id + "-sorted");
    sorted.textProperty().bind(texts.bind("results.classes.sorted"));
    zoomed.setId(id + "-zoomed");
    zoomed.textProperty().bind(texts.bind("results.classes.zoomed"));
    sorted.selectedProperty().subscribe(_ -> draw());
    zoomed.selectedProperty().subscribe(_ -> draw());
    texts.messagesProperty().subscribe(_ -> draw());
    HBox controls = new HBox(12, sorted, zoomed);
    controls.setAlignment(Pos.CENTER_RIGHT);
    ChartCard card =
        new ChartCard(save, texts, bars, controls).explained(texts, "training.chart.classes");
    setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
  }

  /** Shows these classes; none shows the empty text. */
  void show(List<PerClass> perClass, List<String> namesOfAll) {
    classes = perClass;
    names = namesOfAll;
    draw();
  }

  private void draw() {
    if (classes.isEmpty()) {
      bars.clear();
      return;
    }
    Comparator<PerClass> order =
        sorted.isSelected() || classes.size() > MOST
            ? Comparator.comparingDouble(ClassesPanel::accuracy)
            : Comparator.comparingInt(PerClass::label);
    List<PerClass> shown = classes.stream().sorted(order).limit(MOST).toList();
    double start = zoomed.isSelected() ? start() : 0;
    bars.noteProperty().set(texts.get("results.classes.note", Math.round(100 * start)));
    bars.axisStartProperty().set(start);
    bars.setValues(
        shown.stream().map(each -> names.get(each.label())).toList(),
        shown.stream().mapToDouble(ClassesPanel::accuracy).toArray());
  }

  /** NaN for a class without images, which is sorted to the end. */
  private static double accuracy(PerClass each) {
    return each.recall() == null ? Double.NaN : each.recall();
  }

  private double start() {
    double least =
        classes.stream()
            .mapToDouble(ClassesPanel::accuracy)
            .filter(Double::isFinite)
            .min()
            .orElse(0);
    double start = 0;
    for (double candidate : STARTS) {
      start = candidate < least ? candidate : start;
    }
    return start;
  }
}
