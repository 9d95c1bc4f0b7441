package dev.inkling.evaluate;

import dev.inkling.data.Classes;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.ImageSource;
import dev.inkling.model.Classifier;
import dev.inkling.model.Confidence;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whether digits lie on their side, their rows and columns changed, as EMNIST's do: the network
 * that ships has learned from upright ones and reads some of them both ways.
 */
public final class Upright {
  private static final Logger LOG = Logger.getLogger(Upright.class.getName());

  private static final int SAMPLE = 300;

  /** Of those that lie it reads a third at most, and nearly all when they are turned. */
  private static final double CLEARLY = 0.3;

  private Upright() {}

  /**
   * The name by which a data set's digits are upright: with the option that turns them where they
   * lie.
   *
   * @param some of its images
   */
  public static String name(String data, Digits some, ModelLibrary library) {
    boolean isOpen = ImageSource.of(data).isPlace() && Classes.areDigits(some.classes());
    return isOpen && lie(some, library) ? ImageSource.taken(data, true, false) : data;
  }

  /**
   * Loads test images; those of digits that lie are turned.
   *
   * @param onTurned hears of it
   */
  public static Digits loadTest(
      String data,
      DataSource source,
      ModelLibrary library,
      DownloadProgress progress,
      Runnable onTurned) {
    Digits test = source.loadTest(data, progress);
    String upright = name(data, test, library);
    if (upright.equals(data)) {
      return test;
    }
    onTurned.run();
    return source.loadTest(upright, progress);
  }

  private static boolean lie(Digits images, ModelLibrary library) {
    try {
      Digits some = images.spread(SAMPLE);
      return library.list().stream()
          .filter(entry -> entry.isShipped() && entry.name().equals(ModelLibrary.DEFAULT))
          .findFirst()
          .map(entry -> ModelFolder.read(entry.folder()))
          .map(
              model -> {
                try (Classifier classifier = new Classifier(model, Confidence.NONE)) {
                  double asTheyAre = Evaluation.of(classifier, some, _ -> {}).accuracy();
                  double turned = Evaluation.of(classifier, some.transposed(), _ -> {}).accuracy();
                  return turned > asTheyAre + CLEARLY;
                }
              })
          .orElse(false);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "images were not looked at", e);
      return false;
    }
  }
}
