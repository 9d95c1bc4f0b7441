package dev.inkling.report;

import dev.inkling.evaluate.Evaluation.PerClass;
import dev.inkling.evaluate.Predictions;
import dev.inkling.file.AtomicFile;
import dev.inkling.text.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Results as CSV with a header: what is none is empty, decimals have a point in every language. */
public final class ResultsTables {
  private ResultsTables() {}

  /**
   * Writes a line for each image: index, label, predicted, confidence, loss, and p with the name of
   * each class.
   */
  public static void writePredictions(Predictions all, Path file) throws IOException {
    StringBuilder text = new StringBuilder("index,label,predicted,confidence,loss");
    for (String name : all.digits().classes()) {
      text.append(',').append(Csv.cell("p" + name));
    }
    text.append('\n');
    for (int i = 0; i < all.count(); i++) {
      text.append(i).append(',').append(Csv.cell(all.name(all.label(i))));
      text.append(',').append(Csv.cell(all.name(all.predicted(i))));
      text.append(',').append(all.confidence(i)).append(',').append((float) all.loss(i));
      for (float probability : all.probabilities()[i]) {
        text.append(',').append(probability);
      }
      text.append('\n');
    }
    AtomicFile.write(file, text.toString());
  }

  /** Writes a confusion matrix: a line for each class, class, and as with the name of each. */
  public static void writeConfusion(int[][] confusion, List<String> names, Path file)
      throws IOException {
    StringBuilder text = new StringBuilder("class");
    for (String name : names) {
      text.append(',').append(Csv.cell("as" + name));
    }
    text.append('\n');
    for (int k = 0; k < confusion.length; k++) {
      text.append(Csv.cell(names.get(k)));
      for (int count : confusion[k]) {
        text.append(',').append(count);
      }
      text.append('\n');
    }
    AtomicFile.write(file, text.toString());
  }

  /** Writes a line for each class: class, count, precision, recall, f1. */
  public static void writeClasses(List<PerClass> classes, List<String> names, Path file)
      throws IOException {
    StringBuilder text = new StringBuilder("class,count,precision,recall,f1\n");
    for (PerClass c : classes) {
      text.append(Csv.cell(names.get(c.label()))).append(',').append(c.count());
      for (Double part : new Double[] {c.precision(), c.recall(), c.f1()}) {
        text.append(',').append(part == null ? "" : part);
      }
      text.append('\n');
    }
    AtomicFile.write(file, text.toString());
  }
}
