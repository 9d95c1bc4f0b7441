package dev.inkling.data;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A file of NumPy arrays, as Keras has its data sets: {@code x_train, y_train, x_test, y_test}, or
 * {@code images, labels} alone.
 *
 * @param name as it was typed, maybe relative
 */
record NpzImages(String name) implements FileImages {
  private static final List<String> TRAINING = List.of("x_train", "train_images", "images", "x");
  private static final List<String> TRAINING_LABELS =
      List.of("y_train", "train_labels", "labels", "y");
  private static final List<String> TEST = List.of("x_test", "test_images");
  private static final List<String> TEST_LABELS = List.of("y_test", "test_labels");

  static boolean isNpz(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".npz");
  }

  private interface Body<T> {
    T read(ZipFile zip) throws IOException;
  }

  private <T> T opened(Body<T> body) {
    Path file = at().file();
    if (!Files.isRegularFile(file)) {
      throw new Problem("problem.file.missing", file);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return body.read(zip);
    } catch (ZipException e) {
      throw new Problem(e, "problem.npz.damaged", file);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }

  private static Optional<ZipEntry> find(ZipFile zip, List<String> names) {
    return names.stream()
        .flatMap(
            name ->
                zip.stream()
                    .map(entry -> (ZipEntry) entry)
                    .filter(entry -> entry.getName().equalsIgnoreCase(name + ".npy")))
        .findFirst();
  }

  private ZipEntry needed(ZipFile zip, List<String> names) {
    return find(zip, names)
        .orElseThrow(
            () ->
                new Problem(
                    "problem.npz.missing",
                    at().file(),
                    String.join(", ", names),
                    zip.stream()
                        .map(entry -> entry.getName().replaceFirst("\\.npy$", ""))
                        .collect(Collectors.joining(", "))));
  }

  @Override
  public boolean hasLabels() {
    return opened(NpzImages::hasLabels);
  }

  private static boolean hasLabels(ZipFile zip) {
    return find(zip, TRAINING_LABELS).isPresent() || find(zip, TEST_LABELS).isPresent();
  }

  /** Images that can only be read are not called a file without images. */
  private void checkLabels(ZipFile zip) {
    boolean areImages = find(zip, TRAINING).isPresent() || find(zip, TEST).isPresent();
    if (areImages && !hasLabels(zip)) {
      throw new Problem("problem.data.noLabels", at().file());
    }
  }

  @Override
  public Parts read(boolean isTraining, boolean isTest, DownloadProgress progress) {
    ClassNames names = ClassNames.in(at().file().getParent(), "").orElse(null);
    return opened(
        zip -> {
          checkLabels(zip);
          Labels labels = new Labels(at().file());
          boolean areTests = find(zip, TEST).isPresent() && find(zip, TEST_LABELS).isPresent();
          Coded training = isTraining ? coded(zip, TRAINING, TRAINING_LABELS, labels) : null;
          Coded test = isTest && areTests ? coded(zip, TEST, TEST_LABELS, labels) : null;
          return new Parts(
              training == null ? null : Parts.unsorted(training.named(labels, names)),
              test == null ? null : test.named(labels, names));
        });
  }

  private record Coded(byte[] pixels, byte[] codes) {
    Digits named(Labels labels, @Nullable ClassNames names) {
      return labels.named(pixels, codes, names);
    }
  }

  private Coded coded(ZipFile zip, List<String> images, List<String> classes, Labels labels)
      throws IOException {
    ZipEntry image = needed(zip, images);
    ZipEntry label = needed(zip, classes);
    byte[] pixels = array(zip, image).pixels();
    byte[] codes = array(zip, label).codes(labels);
    int count = pixels.length / Digits.PIXELS;
    if (count != codes.length) {
      throw new Problem("problem.idx.counts", place(image), count, place(label), codes.length);
    }
    return new Coded(pixels, codes);
  }

  private NpyArray array(ZipFile zip, ZipEntry entry) {
    return new NpyArray(zip, entry, place(entry));
  }

  /** What a problem calls an array. */
  private String place(ZipEntry entry) {
    return at().file() + " / " + entry.getName();
  }

  @Override
  public Digits loadUnlabeled(DataSource user, DownloadProgress progress) {
    Digits digits =
        opened(
            zip ->
                Digits.unlabeled(
                    array(zip, find(zip, TEST).orElseGet(() -> needed(zip, TRAINING))).pixels()));
    if (at().isTransposed()) {
      digits.transpose();
    }
    return digits;
  }
}
