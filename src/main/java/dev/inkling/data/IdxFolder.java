package dev.inkling.data;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The IDX files of a data set, under any of the customary names: {@code train-images-idx3-ubyte},
 * {@code train-images.idx3-ubyte}, {@code emnist-letters-train-images-idx3-ubyte}, plain or {@code
 * .gz}. Where a folder has several data sets, one is named by its folder and how its files' names
 * begin: {@code DIR/emnist-letters}.
 */
final class IdxFolder {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<stem>.*?)(?<part>train|t10k|test)[-_.](?<what>images|labels)"
              + "[-_.]idx\\d[-_.](ubyte|int)(?<gz>\\.gz)?");

  private final Path folder;
  private final String stem;
  private final List<Named> files;

  private IdxFolder(Path folder, String stem, List<Named> files) {
    this.folder = folder;
    this.stem = stem;
    this.files = files;
  }

  private record Named(Path file, String stem, boolean isTraining, boolean isImages) {
    /** Of several files of one part the one with the most usual name counts. */
    int rank() {
      String name = String.valueOf(file.getFileName());
      boolean isPacked = name.endsWith(".gz");
      return name.contains("-idx") ? (isPacked ? 0 : 1) : (isPacked ? 3 : 2);
    }

    static Stream<Named> of(Path file) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      return name.matches()
          ? Stream.of(
              new Named(
                  file,
                  name.group("stem"),
                  name.group("part").equals("train"),
                  name.group("what").equals("images")))
          : Stream.empty();
    }
  }

  /**
   * The files of a folder, or those of one of its data sets.
   *
   * @param place a folder, or a folder and how names begin
   * @return empty where there are none
   * @throws Problem when there are those of several data sets
   */
  static Optional<IdxFolder> of(Path place) {
    if (Files.isDirectory(place)) {
      return whole(place);
    }
    Path folder = place.getParent();
    if (folder == null || place.getFileName() == null || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    String begin = place.getFileName().toString();
    List<Named> named =
        list(folder).stream()
            .filter(file -> begin.equals(file.stem.replaceAll("[-_.]$", "")))
            .toList();
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(new IdxFolder(folder, named.getFirst().stem, named));
  }

  private static Optional<IdxFolder> whole(Path folder) {
    List<Named> files = list(folder);
    TreeSet<String> stems =
        files.stream().map(Named::stem).collect(Collectors.toCollection(TreeSet::new));
    if (stems.isEmpty()) {
      return Optional.empty();
    }
    if (stems.size() > 1 && !stems.contains("")) {
      String all =
          stems.stream().map(s -> s.replaceAll("[-_.]$", "")).collect(Collectors.joining(", "));
      throw new Problem(
          "problem.idx.several",
          folder,
          all,
          folder.resolve(stems.first().replaceAll("[-_.]$", "")));
    }
    String stem = stems.first();
    return Optional.of(
        new IdxFolder(folder, stem, files.stream().filter(f -> f.stem.equals(stem)).toList()));
  }

  private static List<Named> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(Named::of)
          .sorted(Comparator.comparingInt(Named::rank).thenComparing(Named::file))
          .toList();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", folder);
    }
  }

  /** True when there are images to learn from. */
  boolean hasTraining() {
    return find(true, true).isPresent();
  }

  /** True when there are labels of any part. */
  boolean hasLabels() {
    return find(true, false).isPresent() || find(false, false).isPresent();
  }

  private Optional<Path> find(boolean isTraining, boolean isImages) {
    return files.stream()
        .filter(file -> file.isTraining == isTraining && file.isImages == isImages)
        .map(Named::file)
        .findFirst();
  }

  private Path needed(boolean isTraining, boolean isImages) {
    String usual =
        (isTraining ? "train" : "t10k")
            + (isImages ? "-images-idx3" : "-labels-idx1")
            + "-ubyte.gz";
    return find(isTraining, isImages)
        .orElseThrow(() -> new Problem("problem.idx.missing", folder, stem + usual));
  }

  /** Images and codes of their labels. */
  private record Coded(byte[] pixels, byte[] codes) {}

  /** Reads what is wanted; images for testing need not be there. */
  Parts read(boolean isTraining, boolean isTest) {
    ClassNames names = ClassNames.in(folder, stem).orElse(null);
    Labels labels = new Labels(folder);
    boolean areTests = hasTests() || !hasTraining();
    Coded training = isTraining ? coded(true, labels) : null;
    Coded test = isTest && areTests ? coded(false, labels) : null;
    boolean isAlone = training == null || test == null;
    if (isAlone && names == null) {
      codeOthers(training == null, labels); // both parts have the same classes
    }
    Digits toLearn = training == null ? null : labels.named(training.pixels, training.codes, names);
    return new Parts(
        toLearn != null && Classes.areDigits(toLearn.classes()) ? toLearn : Parts.unsorted(toLearn),
        test == null ? null : labels.named(test.pixels, test.codes, names));
  }

  private boolean hasTests() {
    return find(false, true).isPresent() || find(false, false).isPresent();
  }

  private void codeOthers(boolean isTraining, Labels labels) {
    find(isTraining, false)
        .ifPresent(
            file -> {
              for (int label : Idx.readAnyLabels(file)) {
                labels.code(label);
              }
            });
  }

  private Coded coded(boolean isTraining, Labels labels) {
    Path images = needed(isTraining, true);
    Path labelsFile = needed(isTraining, false);
    byte[] pixels = Idx.readImages(images);
    int[] classes = Idx.readAnyLabels(labelsFile);
    int count = pixels.length / Digits.PIXELS;
    if (count != classes.length) {
      throw new Problem("problem.idx.counts", images, count, labelsFile, classes.length);
    }
    if (count == 0) {
      throw new Problem("problem.idx.empty", images);
    }
    byte[] codes = new byte[count];
    for (int i = 0; i < count; i++) {
      codes[i] = labels.code(classes[i]);
    }
    return new Coded(pixels, codes);
  }

  /** All images without their labels, those for testing first; empty where there are none. */
  static Optional<Digits> unlabeled(Path place) {
    return of(place)
        .flatMap(idx -> idx.find(false, true).or(() -> idx.find(true, true)))
        .map(IdxFolder::unlabeledFile);
  }

  private static Digits unlabeledFile(Path file) {
    return Digits.unlabeled(Idx.readImages(file));
  }
}
