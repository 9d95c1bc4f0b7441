package dev.inkling.ui.results;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.evaluate.Neighbours;
import dev.inkling.evaluate.Neighbours.Neighbour;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Classifier;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.ModelVersion;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Job;
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
  private final ClassifierPool pool;
  private @Nullable ModelVersion version;
  private @Nullable Neighbours neighbours;

  NeighbourFinder(DataSource source, ClassifierPool pool) {
    this.source = source;
    this.pool = pool;
  }

  /** An image that is similar, how far it is, and what its class is called. */
  record Found(Neighbour neighbour, GreyImage image, String name) {}

  /**
   * The training images that are the most similar, the most similar first.
   *
   * @throws CancellationException when the listener does not wait any more
   * @throws Problem when the training images are not here
   */
  List<Found> find(Path model, GreyImage framed, Job.Listener listener) throws IOException {
    ModelVersion wanted = ModelVersion.of(model);
    try (ClassifierPool.Loan loan = pool.of(wanted)) {
      Neighbours all = neighbours(wanted, loan.classifier(), listener);
      return all.nearest(loan.classifier(), framed, Math.min(COUNT, all.images().count())).stream()
          .map(
              each ->
                  new Found(
                      each,
                      all.images().image(each.index()),
                      all.images().classes().get(each.label())))
          .toList();
    }
  }

  private Neighbours neighbours(ModelVersion wanted, Classifier classifier, Job.Listener listener) {
    return neighbours != null && wanted.equals(version)
        ? neighbours
        : prepare(wanted, classifier, listener);
  }

  private Neighbours prepare(ModelVersion wanted, Classifier classifier, Job.Listener listener) {
    neighbours = null; // there is not room for two at once
    Digits images = trainingImages(classifier.model().card().data());
    Neighbours all =
        Neighbours.of(classifier, images, done -> listener.tell((double) done / images.count()));
    neighbours = all;
    version = wanted;
    return all;
  }

  private Digits trainingImages(String data) {
    if (data == null || !source.isHere(data)) {
      throw new Problem("problem.results.noTraining");
    }
    return source.load(data, (file, bytes, total) -> {}).train();
  }
}
