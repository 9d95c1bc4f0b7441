package dev.inkling.data;

import dev.inkling.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A CSV file with an image on each line, as Kaggle and OpenML have them. Beside a file with {@code
 * train} in its name the one with {@code test} is its test images, where that has labels.
 *
 * @param name as it was typed, maybe relative
 */
record CsvImages(String name) implements FileImages {
  /** True for a file that may be one. */
  static boolean isCsv(Path file) {
    String name = lower(file);
    return name.endsWith(".csv") || name.endsWith(".csv.gz");
  }

  /** True when its first line is of images. */
  boolean isOne() {
    try {
      hasLabels();
      return true;
    } catch (Problem e) {
      return false;
    }
  }

  /** True for a file that is to learn from. */
  static boolean isTraining(Path file) {
    return lower(file).contains("train");
  }

  private static boolean isTest(Path file) {
    return lower(file).contains("test");
  }

  private static String lower(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Path> files(DataSource user) {
    Path file = at().file();
    return List.of(file, sibling(file));
  }

  /** The file with the test images, whether it is there or not; without one the file itself. */
  private static Path sibling(Path file) {
    String other = String.valueOf(file.getFileName()).replaceFirst("train", "test");
    return file.resolveSibling(other.replaceFirst("Train", "Test").replaceFirst("TRAIN", "TEST"));
  }

  @Override
  public boolean hasLabels() {
    return CsvReader.hasLabels(at().file());
  }

  @Override
  public Parts read(boolean isTraining, boolean isTest, DownloadProgress progress) {
    Path file = at().file();
    Path other = sibling(file);
    boolean isPair =
        !other.equals(file) && Files.isRegularFile(other) && CsvReader.hasLabels(other);
    boolean isAllTest = isTest(file) && !isTraining;
    Labels labels = new Labels(file);
    ClassNames names = ClassNames.in(file.getParent(), "").orElse(null);
    CsvReader.Read own = isTraining || isAllTest || !isPair ? CsvReader.read(file, labels) : null;
    CsvReader.Read tests = isPair && isTest ? CsvReader.read(other, labels) : null;
    if (isAllTest && own != null) {
      return new Parts(null, own.named(labels, names));
    }
    Digits toLearn = own == null || !isTraining ? null : own.named(labels, names);
    return new Parts(Parts.unsorted(toLearn), tests == null ? null : tests.named(labels, names));
  }

  @Override
  public Digits loadUnlabeled(DataSource user, DownloadProgress progress) {
    Digits digits = CsvReader.readUnlabeled(at().file());
    if (at().isTransposed()) {
      digits.transpose();
    }
    return digits;
  }
}
