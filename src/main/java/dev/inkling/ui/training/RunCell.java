package dev.inkling.ui.training;

import dev.inkling.chart.ValueFormat;
import dev.inkling.run.Standing;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A run in the list: its title, when it was, how much it reads right; below, what it does not have
 * of its network's own recipe, and its curve.
 */
final class RunCell extends ListCell<RunItem> {
  private final Texts texts;
  private final Function<RunItem, Standing> standing;
  private final Label title = label("run-title");
  private final Label when = label("facts");
  private final Label accuracy = label("run-accuracy");
  private final Label facts = label("facts");
  private final Label notes = label("facts", "run-notes");
  private final Sparkline curve = new Sparkline();
  private final VBox lines;
  private final Tooltip all = new Tooltip();

  /**
   * An empty cell.
   *
   * @param standing of a run at this moment
   */
  RunCell(Texts texts, Function<RunItem, Standing> standing) {
    this.texts = texts;
    this.standing = standing;
    all.setWrapText(true);
    all.setMaxWidth(360);
    when.setMinWidth(Region.USE_PREF_SIZE);
    accuracy.setMinWidth(Region.USE_PREF_SIZE);
    lines = new VBox(line(title, when, accuracy), line(facts, curve), notes);
  }

  private static Label label(String... classes) {
    Label label = new Label();
    label.getStyleClass().addAll(classes);
    label.setMinWidth(0);
    return label;
  }

  /** The first takes the room that there is. */
  private static HBox line(Label first, Node... others) {
    first.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(first, Priority.ALWAYS);
    HBox line = new HBox(8, first);
    line.getChildren().addAll(others);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  @Override
  protected void updateItem(@Nullable RunItem item, boolean isEmpty) {
    super.updateItem(item, isEmpty);
    if (isEmpty || item == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    setGraphic(lines);
    setTooltip(all);
    show(item);
  }

  private void show(RunItem item) {
    title.setText(item.info().title());
    when.setText(RunNames.when(item.info(), texts.messagesProperty().get()));
    Double right = item.summary().accuracy();
    accuracy.setText(right == null ? "" : ValueFormat.percent(right, 1));
    String what = FieldTexts.about(texts, item.info());
    facts.setText(Stream.concat(status(item), Stream.of(what)).collect(Collectors.joining(" · ")));
    curve.show(item.summary().losses());
    notes.setText(item.info().notes().lines().findFirst().orElse(""));
    notes.setVisible(!notes.getText().isEmpty());
    notes.setManaged(notes.isVisible());
    all.setText(words(item, what));
    setAccessibleText(all.getText());
  }

  /** That it is finished goes without saying: it has a result. */
  private Stream<String> status(RunItem item) {
    Standing now = standing.apply(item);
    return now == Standing.FINISHED ? Stream.of() : Stream.of(texts.get(now.key()));
  }

  private String words(RunItem item, String what) {
    String head =
        Stream.of(
                item.info().title(),
                RunNames.stamp(item.info()),
                accuracy.getText(),
                texts.get(standing.apply(item).key()))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" · "));
    return Stream.concat(
            Stream.of(head), List.of(what, item.info().data(), item.info().notes()).stream())
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }
}
