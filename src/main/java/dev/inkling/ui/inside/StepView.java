package dev.inkling.ui.inside;

import dev.inkling.chart.Figure;
import dev.inkling.diagram.Block;
import dev.inkling.diagram.NetworkDiagram;
import dev.inkling.diagram.NetworkDiagram.Back;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * One step of learning in the picture of the network: the values, and the gradients that come back
 * over them; below it the arithmetic of the one that is pointed at.
 */
final class StepView extends DiagramView {
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
    boolean isFound = step.isShown();
    Back back =
        isFound
            ? new Back(
                step.pass().asPass(step.shownProperty().get()),
                step.reachedProperty().get(),
                step.before())
            : null;
    return new NetworkDiagram(seen.pass(), blocks, !isFound, back, texts.messagesProperty().get());
  }
}
