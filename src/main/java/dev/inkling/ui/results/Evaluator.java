package dev.inkling.ui.results;

import dev.inkling.data.DataSource;
import dev.inkling.data.NamedHand;
import dev.inkling.evaluate.Predictions;
import dev.inkling.evaluate.Results;
import dev.inkling.file.FileState;
import dev.inkling.model.Classifier;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.model.ModelVersion;
import dev.inkling.ui.kit.Job.Listener;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads data sets with models, and keeps what was read until one of the two changes. Used by one
 * background thread alone.
 */
final class Evaluator {
  /** Results that are kept: more models than anybody compares in a row. */
  private static final int KEPT = 16;

  private final DataSource source;
  private final ClassifierPool pool;
  private final Map<Key, Evaluated> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Evaluated> eldest) {
          return size() > KEPT;
        }
      };
  private @Nullable ImageSet newest;

  private record Key(
      ModelVersion model, String data, Optional<NamedHand> hand, List<FileState> files) {}

  /** A model's results, and the images they were measured on. */
  record Evaluated(Entry model, ModelCard card, ImageSet images, Results results) {}

  Evaluator(DataSource source, ClassifierPool pool) {
    this.source = source;
    this.pool = pool;
  }

  /**
   * The results of a model on the test images of a data set.
   *
   * @param hand whose drawings are wanted, see {@link ImageSet#read}
   * @throws CancellationException when the listener does not wait any more
   * @throws dev.inkling.text.Problem when the model or the images cannot be read
   */
  Evaluated evaluate(Entry model, String data, Optional<NamedHand> hand, Listener listener)
      throws IOException {
    List<FileState> files = ImageSet.files(data, source);
    Evaluated known = kept.get(new Key(ModelVersion.of(model.folder()), data, hand, files));
    return known != null ? known : evaluate(model, images(data, hand, listener), listener);
  }

  /** The results of a model on these images. */
  Evaluated evaluate(Entry model, ImageSet images, Listener listener) throws IOException {
    Key key =
        new Key(ModelVersion.of(model.folder()), images.name(), images.hand(), images.files());
    Evaluated known = kept.get(key);
    if (known == null) {
      try (ClassifierPool.Loan loan = pool.of(key.model)) {
        Classifier classifier = loan.classifier();
        ModelCard card = classifier.model().card();
        known = new Evaluated(model, card, images, read(classifier, images, listener));
      }
      kept.put(key, known);
    }
    return known;
  }

  private ImageSet images(String data, Optional<NamedHand> hand, Listener listener) {
    ImageSet known = newest;
    if (known == null
        || !known.name().equals(data)
        || !known.hand().equals(hand)
        || !known.files().equals(ImageSet.files(data, source))) {
      listener.progressed(-1);
      known =
          ImageSet.read(
              data,
              hand,
              source,
              (_, bytes, total) -> listener.tell(total > 0 ? (double) bytes / total : -1));
      newest = known;
    }
    return known;
  }

  private static Results read(Classifier classifier, ImageSet images, Listener listener) {
    int count = images.digits().count();
    return Results.of(
        Predictions.of(
            classifier,
            images.title(),
            images.digits(),
            done -> listener.tell((double) done / count)));
  }
}
