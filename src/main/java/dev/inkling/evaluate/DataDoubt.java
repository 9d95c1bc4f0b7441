package dev.inkling.evaluate;

import dev.inkling.data.Classes;
import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.data.ImageSource;
import dev.inkling.model.Classifier;
import dev.inkling.model.Confidence;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import java.util.OptionalDouble;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A doubt whether images are digits as people write them, before a network learns from them. A
 * network learns from digits that are turned or inverted as well as from any others, and misreads
 * then what is drawn; the network that ships tells them apart.
 */
public final class DataDoubt {
  private static final Logger LOG = Logger.getLogger(DataDoubt.class.getName());

  /** Images that are looked at: so many are read in half a second. */
  private static final int SAMPLE = 500;

  /** Of digits it reads nearly all, of others hardly more than chance would. */
  private static final double DOUBTFUL = 0.5;

  private DataDoubt() {}

  /**
   * How much of some images the shipped network reads right.
   *
   * @return the part, 0…1; nothing when that is at least half of them, and when nothing can be
   *     said: a doubt never keeps anybody from training
   */
  public static OptionalDouble of(DataSet images, ModelLibrary library) {
    if (!ImageSource.of(images.name()).isPlace() || !Classes.areDigits(images.classes())) {
      return OptionalDouble.empty(); // these are known, or nothing that it reads
    }
    try {
      return library.list().stream()
          .filter(entry -> entry.isShipped() && entry.name().equals(ModelLibrary.DEFAULT))
          .mapToDouble(entry -> accuracy(entry, images.train().spread(SAMPLE)))
          .filter(accuracy -> accuracy < DOUBTFUL)
          .findFirst();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "images were not looked at", e);
      return OptionalDouble.empty();
    }
  }

  private static double accuracy(ModelLibrary.Entry entry, Digits some) {
    try (Classifier classifier =
        new Classifier(ModelFolder.read(entry.folder()), Confidence.NONE)) {
      return Evaluation.of(classifier, some, _ -> {}).accuracy();
    }
  }
}
