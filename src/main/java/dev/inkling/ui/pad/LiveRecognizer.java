package dev.inkling.ui.pad;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelVersion;
import dev.inkling.recognize.Reading;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import dev.inkling.ui.kit.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the newest drawing on a thread of its own. A drawing that waits is replaced by a newer
 * one, so that the hand is never behind. Classifiers belong to that thread alone.
 */
public final class LiveRecognizer {
  private static final Logger LOG = Logger.getLogger(LiveRecognizer.class.getName());

  private final Background background;
  private final AtomicReference<@Nullable Request> waiting = new AtomicReference<>();
  private final Map<ModelVersion, Classifier> classifiers = new HashMap<>();
  private @Nullable Classifier classifier;

  private record Request(
      Drawing drawing, Consumer<Reading> onSuccess, Consumer<Exception> onFailure) {}

  /**
   * A recognizer without a model yet.
   *
   * @param background with a worker of one thread
   */
  public LiveRecognizer(Background background) {
    this.background = background;
  }

  /** Reads with another model from now on; the first time it is loaded, later it is at hand. */
  public void use(Path folder, Consumer<Model> onSuccess, Consumer<Exception> onFailure) {
    background.run(() -> load(folder), onSuccess, onFailure);
  }

  private Model load(Path folder) throws IOException {
    EngineSetup.useThisThreadOnly();
    ModelVersion version = ModelVersion.of(folder);
    Classifier known = classifiers.get(version);
    if (known == null) {
      Model model = ModelFolder.read(folder);
      known = new Classifier(model);
      known.probabilities(GreyImage.blank(Framing.SIZE, Framing.SIZE)); // the first time is slow
      classifiers.put(version, known);
    }
    classifier = known;
    return known.model();
  }

  /**
   * Recognizes a drawing with a network that is used this once, such as one still in training.
   *
   * @param onSuccess hears ten probabilities, or nothing on a drawing without ink
   */
  public void recognizeOnce(Model model, Drawing drawing, Consumer<Recognition> onSuccess) {
    background.run(
        () -> {
          EngineSetup.useThisThreadOnly();
          try (Classifier once = new Classifier(model)) {
            return Recognizer.recognize(drawing, once);
          }
        },
        onSuccess,
        e -> LOG.log(Level.WARNING, "in training", e));
  }

  /** Recognizes a drawing, unless a newer one comes first; without a model nothing happens. */
  public void recognize(
      Drawing drawing, Consumer<Reading> onSuccess, Consumer<Exception> onFailure) {
    if (waiting.getAndSet(new Request(drawing, onSuccess, onFailure)) == null) {
      background.worker().execute(this::recognizeNewest);
    }
  }

  private void recognizeNewest() {
    Request request = waiting.getAndSet(null);
    if (request == null || classifier == null) {
      return;
    }
    try {
      Reading reading = Recognizer.read(request.drawing, classifier);
      background.fx().execute(() -> request.onSuccess.accept(reading));
    } catch (RuntimeException e) {
      background.fx().execute(() -> request.onFailure.accept(e));
    }
  }
}
