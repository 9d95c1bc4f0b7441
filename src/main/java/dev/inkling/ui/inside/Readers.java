package dev.inkling.ui.inside;

import dev.inkling.model.Classifier;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import dev.inkling.ui.kit.Background;
import java.util.function.Function;

/**
 * Who asks networks, and with what.
 *
 * @param worker asks, on one thread
 * @param pool lends the classifiers
 * @param slopes has what gradients go back through; for the worker's thread
 */
record Readers(Background worker, ClassifierPool pool, Slopes slopes) {
  /** With nothing to go back through yet. */
  Readers(Background worker, ClassifierPool pool) {
    this(worker, pool, new Slopes());
  }

  /** Asks a network; on the worker's thread. */
  <A> A read(Model model, Function<Classifier, A> question) {
    EngineSetup.useThisThreadOnly();
    try (ClassifierPool.Loan loan = pool.of(model)) {
      return question.apply(loan.classifier());
    }
  }
}
