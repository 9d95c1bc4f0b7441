package dev.inkling.ui.inside;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Classifier;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.Model;
import dev.inkling.recognize.Recognizer;
import dev.inkling.support.Handwriting;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.kit.Background;
import java.util.List;

/** What the pages look at in tests. */
final class Subjects {
  /** Work at once. */
  static final Background AT_ONCE = TestStudio.BACKGROUND;

  /** Reads at once. */
  static final Readers READERS = new Readers(AT_ONCE, new ClassifierPool());

  static final Drawing FOUR = Handwriting.drawing(Handwriting.at(90, 60, 1, Handwriting.FOUR));
  static final Drawing ONE =
      Drawing.EMPTY.with(new Stroke(List.of(new Point(140, 30), new Point(140, 250)), 18, false));

  private Subjects() {}

  /** A drawing with what a model reads in it. */
  static Subject of(Model model, Drawing drawing) {
    try (Classifier classifier = new Classifier(model)) {
      return new Subject(model, drawing, Recognizer.recognize(drawing, classifier));
    }
  }
}
