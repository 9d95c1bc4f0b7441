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
 * The readers of this JVM, of which each task borrows one: a model is read once, a classifier is
 * made for each task that runs at a time.
 */
final class Readers {
  private static final Map<ModelFiles, Model> MODELS = new HashMap<>();
  private static final Map<ModelFiles, Deque<PileReader>> IDLE = new HashMap<>();
  private static final Map<PileReader, ModelFiles> LENT = new HashMap<>();

  private Readers() {}

  /** A reader for the calling thread alone, on which the engine then computes. */
  static synchronized PileReader borrow(ModelFiles model, ModelFiles lines, Messages messages) {
    EngineSetup.useThisThreadOnly();
    Deque<PileReader> idle = IDLE.computeIfAbsent(model, _ -> new ArrayDeque<>());
    PileReader reader =
        idle.isEmpty()
            ? new PileReader(
                Classifier.steady(model(model)), new LineReader(model(lines)), messages)
            : idle.removeFirst();
    LENT.put(reader, model);
    return reader;
  }

  /** Gives a reader back. */
  static synchronized void giveBack(PileReader reader) {
    ModelFiles model = LENT.remove(reader);
    if (model != null) {
      IDLE.computeIfAbsent(model, _ -> new ArrayDeque<>()).addFirst(reader);
    }
  }

  private static Model model(ModelFiles files) {
    return MODELS.computeIfAbsent(files, ModelFiles::read);
  }
}
