package dev.inkling.explain;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each stroke does to the answer: the drawing is read once more without it. What is left is
 * framed anew, as the pad would.
 *
 * @param whole what is read with all strokes
 * @param without what is read without each mark of the drawing, in their order
 */
public record StrokeEffects(Recognition whole, List<Recognition> without) {
  public StrokeEffects {
    without = List.copyOf(without);
  }

  /** Reads a drawing and all that it is with one mark left out. */
  public static StrokeEffects of(Drawing drawing, Classifier classifier) {
    List<Drawing> drawings = new ArrayList<>();
    drawings.add(drawing);
    IntStream.range(0, drawing.marks().size())
        .mapToObj(i -> without(drawing, i))
        .forEach(drawings::add);
    List<Recognition> read = Recognizer.recognize(drawings, classifier);
    return new StrokeEffects(read.getFirst(), read.subList(1, read.size()));
  }

  /** The same with what is known to be read with all strokes. */
  public StrokeEffects withWhole(Recognition known) {
    return new StrokeEffects(known, without);
  }

  private static Drawing without(Drawing drawing, int mark) {
    List<Mark> marks = new ArrayList<>(drawing.marks());
    marks.remove(mark);
    return new Drawing(marks);
  }

  /**
   * By how much a mark raises the probability of a digit: with it minus without it, −1…1. A blank
   * pad is no digit: its probabilities count as 0.
   */
  public float raises(int mark, int digit) {
    return probability(whole, digit) - probability(without.get(mark), digit);
  }

  private static float probability(Recognition recognition, int digit) {
    return recognition.isBlank() ? 0 : recognition.probabilities()[digit];
  }
}
