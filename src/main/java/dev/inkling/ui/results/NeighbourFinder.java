package dev.inkling.ui.results;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.evaluate.Neighbours;
import dev.inkling.evaluate.Neighbours.Neighbour;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelVersion;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the training images that are the most similar to a sample, among those that the model
 * itself was trained on. The features of the newest model's images are kept. Used by one background
 * thread alone.
 */
final class NeighbourFinder {
  /** Neighbours of a sample. */
  static final int COUNT = 8;

  private final DataSource source;
  private @Nullable ModelVersion version;
  private @Nullable Classifier classifier;
  private @Nullable Neighbours neighbours;

  NeighbourFinder(DataSource source) {
    this.source = source;
  }

  /** An image that is similar, and how far it is. */
  record Found(Neighbour neighbour, GreyImage image) {}

  /**
   * The training images that are the most similar, the most similar first.
   *
   * @throws CancellationException when the listener does not wait any more
   * @throws Problem when the training images are not here
   */
  List<Found> find(Path model, GreyImage framed, Evaluator.Listener listener) throws IOException {
    Neighbours all = neighbours(ModelVersion.of(model), listener);
    return all.nearest(framed, Math.min(COUNT, all.images().count())).stream()
        .map(each -> new Found(each, all.images().image(each.index())))
        .toList();
  }

  private Neighbours neighbours(ModelVersion wanted, Evaluator.Listener listener) {
    return neighbours != null && wanted.equals(version) ? neighbours : prepare(wanted, listener);
  }

  private Neighbours prepare(ModelVersion wanted, Evaluator.Listener listener) {
    forget();
    Model read = ModelFolder.read(wanted.folder());
    Digits images = trainingImages(read.card().data());
    Classifier own = new Classifier(read);
    try {
      Neighbours all =
          Neighbours.of(own, images, done -> tell(listener, (double) done / images.count()));
      neighbours = all;
      classifier = own;
      version = wanted;
      return all;
    } finally {
      if (classifier != own) {
        own.close();
      }
    }
  }

  private Digits trainingImages(String data) {
    boolean isHere = !DataSource.MNIST.equals(data) || source.mnist().isComplete();
    if (data == null || !isHere) {
      throw new Problem("problem.results.noTraining");
    }
    return source.load(data, (file, bytes, total) -> {}).train();
  }

  private static void tell(Evaluator.Listener listener, double part) {
    if (!listener.isWaiting()) {
      throw new CancellationException();
    }
    listener.progressed(part);
  }

  private void forget() {
    if (classifier != null) {
      classifier.close();
    }
    classifier = null;
    neighbours = null;
    version = null;
  }
}
