package dev.inkling.ui.inside;

import dev.inkling.chart.Figure;
import dev.inkling.chart.Film;
import dev.inkling.diagram.Block;
import dev.inkling.diagram.NetworkDiagram;
import dev.inkling.diagram.NetworkDiagram.Back;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * One step of learning in the picture of the network: the values, and the gradients that come back
 * over them; below it the arithmetic of the one that is pointed at.
 */
final class StepView extends DiagramView implements Animated {
  /** Pixels of an animation in a logical pixel: twice as many would make files too large. */
  private static final double SCALE = 1;

  /** How long the gradient is seen in the picture before all begins anew, in milliseconds. */
  private static final int REST = 2_500;

  private final StepViewModel step;
  private final Texts texts;

  StepView(StepViewModel step, Texts texts) {
    super(step.network(), texts, "step", "one-step");
    this.step = step;
    this.texts = texts;
    setId("inside-step");
    show(new StepTools(step, texts), null, new StepPanel(step, texts));
    step.reachedProperty().subscribe(_ -> draw());
    step.foundProperty()
        .subscribe(
            found -> {
              if (found == null) {
                draw(); // else the values come next, and draw
              }
            });
    addEventFilter(KeyEvent.KEY_PRESSED, this::flow);
    StepText text = new StepText(step, texts);
    accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                text::all,
                step.network().spotProperty(),
                step.foundProperty(),
                step.weightProperty(),
                texts.messagesProperty()));
  }

  /** While no value is pointed at, the arrow keys let the gradient flow. */
  private void flow(KeyEvent event) {
    boolean isFree = event.getTarget() == this && step.network().spotProperty().get() == null;
    if (isFree && event.getCode() == KeyCode.LEFT) {
      step.back();
      event.consume();
    } else if (isFree && event.getCode() == KeyCode.RIGHT) {
      step.forward();
      event.consume();
    }
  }

  @Override
  Figure figure(Seen seen, List<Block> blocks) {
    return figure(seen, blocks, step.isShown() ? reached(step.reachedProperty().get()) : null);
  }

  private Figure figure(Seen seen, List<Block> blocks, @Nullable Back back) {
    return new NetworkDiagram(
        seen.pass(), blocks, back == null, back, texts.messagesProperty().get());
  }

  /** The gradient, come back as far as a column. */
  private Back reached(int column) {
    return new Back(step.pass().asPass(step.shownProperty().get()), column, step.before());
  }

  /** The way of the gradient from the outputs to the picture. */
  @Override
  public Film film() {
    Seen seen = step.network().seenProperty().get();
    List<Block> blocks = step.network().blocksProperty().get();
    List<Figure> frames =
        IntStream.iterate(blocks.size() + 1, column -> column >= 0, column -> column - 1)
            .mapToObj(column -> figure(seen, blocks, reached(column)))
            .toList();
    return new Film(frames, picture().sheet(SCALE), (int) StepTools.PACE.toMillis(), REST);
  }

  @Override
  public ObservableValue<Boolean> canMove() {
    return step.foundProperty()
        .flatMap(_ -> step.network().seenProperty())
        .map(_ -> step.isShown())
        .orElse(false);
  }
}
