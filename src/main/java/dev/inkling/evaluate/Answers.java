package dev.inkling.evaluate;

import dev.inkling.data.Digits;
import dev.inkling.model.Classifier;
import dev.inkling.text.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What a network reads in images whose classes nobody knows. Nobody writes to its arrays.
 *
 * @param images that were read
 * @param classes names of what the network tells apart
 * @param probabilities of each class, for each image
 */
public record Answers(Digits images, List<String> classes, float[][] probabilities) {
  /**
   * Reads images.
   *
   * @param progress hears how many were read so far
   */
  public static Answers of(Classifier classifier, Digits images, IntConsumer progress) {
    return new Answers(images, classifier.classes(), classifier.probabilities(images, progress));
  }

  /** How many images were read. */
  public int count() {
    return probabilities.length;
  }

  /** The name of the class that image {@code i} is read as. */
  public String read(int i) {
    return classes.get(Evaluation.best(probabilities[i]));
  }

  /** How sure of it the network is, 0…1. */
  public float confidence(int i) {
    return probabilities[i][Evaluation.best(probabilities[i])];
  }

  /** The most probable classes of image {@code i}, as their places, the most probable first. */
  public List<Integer> most(int i, int count) {
    return IntStream.range(0, classes.size())
        .boxed()
        .sorted(Comparator.comparingDouble(k -> -probabilities[i][k]))
        .limit(count)
        .toList();
  }

  /**
   * Writes a table as contests take it: {@code ImageId,Label}, a line for each image, counted from
   * 1. Numbers have a point in every language.
   *
   * @param areProbabilities whether a column for each class follows
   */
  public void write(OutputStream out, boolean areProbabilities) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write("ImageId,Label");
    for (int k = 0; areProbabilities && k < classes.size(); k++) {
      text.write(',' + Csv.exact(classes.get(k)));
    }
    text.write('\n');
    for (int i = 0; i < count(); i++) {
      text.write((i + 1) + "," + Csv.exact(read(i)));
      for (int k = 0; areProbabilities && k < classes.size(); k++) {
        text.write("," + probabilities[i][k]);
      }
      text.write('\n');
    }
    text.flush();
  }
}
