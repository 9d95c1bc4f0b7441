package dev.inkling.ui.data;

import dev.inkling.ui.data.LoadedImages.Use;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many images a class has.
 *
 * @param label its place among the classes
 * @param training images to learn from, and those of them that are held out
 * @param compared those of them by which classes are compared: training images, or test images
 *     where there are no others
 * @param part of the images of the class that has the most, 0…1
 */
record ClassCount(int label, String name, int training, int test, int compared, double part) {
  /** All classes of a data set, in their order. */
  static List<ClassCount> of(LoadedImages images) {
    int[] training = images.counts(Use.TRAINING);
    int[] validation = images.counts(Use.VALIDATION);
    int[] test = images.counts(Use.TEST);
    int classes = images.classes().size();
    for (int k = 0; k < classes; k++) {
      training[k] += validation[k];
    }
    int[] compared = images.data().train().count() > 0 ? training : test;
    int most = Math.max(1, IntStream.range(0, classes).map(k -> compared[k]).max().orElse(1));
    return IntStream.range(0, classes)
        .mapToObj(
            k ->
                new ClassCount(
                    k,
                    images.classes().get(k),
                    training[k],
                    test[k],
                    compared[k],
                    (double) compared[k] / most))
        .toList();
  }
}
