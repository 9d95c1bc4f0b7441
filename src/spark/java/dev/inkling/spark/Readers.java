package dev.inkling.spark;

import dev.inkling.model.Classifier;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import dev.inkling.pile.PileReader;
import dev.inkling.recognize.LineReader;
import dev.inkling.text.Messages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The readers of a model in this JVM, of which each task borrows one: a model is read once, a
 * classifier is made for each task that runs at a time.
 */
final class Readers {
  private static final Map<String, Readers> OF_MODELS = new HashMap<>();

  private final Model model;
  private final Model lines;
  private final Deque<PileReader> idle = new ArrayDeque<>();

  private Readers(Model model, Model lines) {
    this.model = model;
    this.lines = lines;
  }

  /** Those of a model; {@code lines} is that of all. */
  static synchronized Readers of(ModelFiles model, ModelFiles lines) {
    return OF_MODELS.computeIfAbsent(model.digest(), _ -> new Readers(model.read(), lines.read()));
  }

  /** A reader for the calling thread alone, on which the engine then computes. */
  synchronized PileReader borrow(Messages messages) {
    EngineSetup.useThisThreadOnly();
    return idle.isEmpty()
        ? new PileReader(Classifier.oneByOne(model), new LineReader(lines), messages)
        : idle.removeFirst();
  }

  /** Gives a reader back. */
  synchronized void giveBack(PileReader reader) {
    idle.addFirst(reader);
  }
}
