package dev.inkling.ui.data;

import dev.inkling.data.Digits;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.MapFeatures;
import dev.inkling.explore.PixelFeatures;
import dev.inkling.explore.Umap;
import dev.inkling.model.Classifier;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.model.ModelVersion;
import dev.inkling.text.Problem;
import dev.inkling.ui.data.ImageMap.Readings;
import dev.inkling.ui.kit.Job;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a map of images, in the background. */
record MapMaker(ClassifierPool pool) {
  /** More points would lie on each other. */
  static final int MOST = 10_000;

  /** The part of the work that is done when features are there. */
  private static final double FEATURES = 0.3;

  /** A map, and of its images the part that lies beside one of its own class. */
  record Made(ImageMap map, double agreement) {}

  /** The models that tell these classes apart; any where nobody knows the classes. */
  static List<Entry> fitting(List<Entry> models, List<String> classes) {
    return models.stream().filter(entry -> classes.isEmpty() || fits(entry, classes)).toList();
  }

  private static boolean fits(Entry entry, List<String> classes) {
    try {
      return ModelFolder.readCard(entry.folder()).classes().equals(classes);
    } catch (Problem e) {
      return false; // a damaged one is not offered
    }
  }

  /**
   * Makes a map.
   *
   * @param network whose features say what is alike; null for the pixels
   * @param onMap sees it while it settles
   */
  Made make(
      LoadedImages all, @Nullable Entry network, Job.Listener listener, Consumer<ImageMap> onMap)
      throws IOException {
    int[] chosen = chosen(all);
    Digits images = all.only(chosen);
    ImageMap map = map(images, chosen, network, listener, onMap);
    return new Made(map, map.agreement(all));
  }

  private ImageMap map(
      Digits images,
      int[] chosen,
      @Nullable Entry network,
      Job.Listener listener,
      Consumer<ImageMap> onMap)
      throws IOException {
    if (network == null) {
      return map(chosen, PixelFeatures.of(images), PixelFeatures.WIDTH, listener, onMap);
    }
    try (ClassifierPool.Loan loan = pool.of(ModelVersion.of(network.folder()))) {
      MapFeatures features =
          MapFeatures.of(
              loan.classifier(), images, done -> listener.tell(FEATURES * done / images.count()));
      return map(chosen, features.values(), features.width(), listener, onMap);
    }
  }

  /**
   * What a network reads in the images of a map. That takes about as long as the map, which need
   * not wait for it.
   */
  Readings read(LoadedImages all, ImageMap map, Entry network, Job.Listener listener)
      throws IOException {
    try (ClassifierPool.Loan loan = pool.of(ModelVersion.of(network.folder()))) {
      return readings(loan.classifier(), all.only(map.images()), listener);
    }
  }

  /** As far from each other as can be, where there are too many. */
  private static int[] chosen(LoadedImages all) {
    int count = Math.min(MOST, all.count());
    return IntStream.range(0, count).map(k -> (int) ((long) k * all.count() / count)).toArray();
  }

  private static ImageMap map(
      int[] images, float[] features, int width, Job.Listener listener, Consumer<ImageMap> onMap) {
    float[] places =
        Umap.of(
            features,
            width,
            now -> {
              listener.tell(FEATURES);
              onMap.accept(new ImageMap(images, now));
            });
    return new ImageMap(images, places);
  }

  private static Readings readings(Classifier classifier, Digits images, Job.Listener listener) {
    float[][] probabilities = classifier.probabilities(images, _ -> listener.tell(1));
    int[] classes = new int[probabilities.length];
    float[] confidences = new float[probabilities.length];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = Evaluation.best(probabilities[i]);
      confidences[i] = probabilities[i][classes[i]];
    }
    return new Readings(classes, confidences);
  }
}
