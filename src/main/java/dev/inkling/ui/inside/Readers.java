package dev.inkling.ui.inside;

import dev.inkling.model.Classifier;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The classifier of the model that was asked for last, which stays in the engine. For one
 * background thread alone.
 */
final class Readers {
  private @Nullable Classifier classifier;

  /** A classifier with a model's weights, good until another one is asked for. */
  Classifier of(Model model) {
    if (classifier == null || classifier.model() != model) {
      EngineSetup.useThisThreadOnly();
      if (classifier != null) {
        classifier.close();
      }
      classifier = new Classifier(model);
    }
    return classifier;
  }
}
