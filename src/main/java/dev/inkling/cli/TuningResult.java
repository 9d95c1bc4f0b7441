package dev.inkling.cli;

import dev.inkling.data.Classes;
import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.ImageSource;
import dev.inkling.evaluate.Predictions;
import dev.inkling.evaluate.Results;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What scripts read of a network that learned more.
 *
 * @param before null for one that told other classes apart
 * @param after what it learned
 * @param seconds that learning and measuring took
 */
record TuningResult(@Nullable Accuracy before, Accuracy after, double seconds) {

  /**
   * What was read right.
   *
   * @param own part of the drawings, or of the data set's test images, 0…1
   * @param mnist part of MNIST's test images; null where they are not here, or for other classes
   *     than digits
   */
  record Accuracy(double own, @Nullable Double mnist) {
    /** Of a model, whose classes are the data set's. */
    static Accuracy of(Model model, DataSet data, DataSource source, IntConsumer progress) {
      double own = accuracy(model, data.name(), data.test(), progress);
      if (data.name().equals(DataSource.MNIST)) {
        return new Accuracy(own, own);
      }
      ImageSource mnist = ImageSource.of(DataSource.MNIST);
      if (!Classes.areDigits(data.classes()) || !mnist.isHere(source)) {
        return new Accuracy(own, null);
      }
      Digits test = mnist.load(source, DownloadProgress.SILENT).test();
      return new Accuracy(own, accuracy(model, DataSource.MNIST, test, progress));
    }

    private static double accuracy(Model model, String name, Digits test, IntConsumer progress) {
      try (Classifier classifier = new Classifier(model)) {
        Predictions read = Predictions.of(classifier, name, test, progress);
        return Results.of(read).evaluation().accuracy();
      }
    }
  }
}
