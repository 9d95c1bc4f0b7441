package dev.inkling.data;

import dev.inkling.image.Found;
import dev.inkling.image.Found.Way;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.image.InkFinder;
import dev.inkling.image.PictureFile;
import dev.inkling.text.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder with a folder of pictures for each class, whose name is the class's; below {@code train}
 * and {@code test} where it has both parts. Pictures of 28×28 pixels are taken as they are; in
 * larger ones the ink is found and framed as on the pad, or they are only scaled.
 */
final class PictureFolder {
  private static final Set<String> ENDINGS =
      Set.of("png", "jpg", "jpeg", "bmp", "gif", "webp", "tif", "tiff");

  private static final Set<String> TRAINING = Set.of("train", "training");
  private static final Set<String> TEST = Set.of("test", "testing", "val", "validation");

  private final Path folder;
  private final boolean isAsIs;
  private final List<Path> training;
  private final List<Path> test;

  private PictureFolder(Path folder, boolean isAsIs, List<Path> training, List<Path> test) {
    this.folder = folder;
    this.isAsIs = isAsIs;
    this.training = training;
    this.test = test;
  }

  /** The pictures of a folder; empty where there is none in a folder of its own. */
  static Optional<PictureFolder> of(NamedPlace place) {
    Path folder = place.file();
    Optional<Path> train = part(folder, TRAINING);
    Optional<Path> test = part(folder, TEST);
    List<Path> training = train.isPresent() ? classes(train.get()) : classes(folder);
    List<Path> tests = train.isPresent() && test.isPresent() ? classes(test.get()) : List.of();
    return training.isEmpty()
        ? Optional.empty()
        : Optional.of(new PictureFolder(folder, place.isAsIs(), training, tests));
  }

  private static Optional<Path> part(Path folder, Set<String> names) {
    return list(folder).stream()
        .filter(Files::isDirectory)
        .filter(each -> names.contains(name(each).toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The folders that have pictures, by their names. */
  private static List<Path> classes(Path folder) {
    return list(folder).stream()
        .filter(Files::isDirectory)
        .filter(each -> list(each).stream().anyMatch(PictureFolder::isPicture))
        .toList();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  static boolean isPicture(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", folder);
    }
  }

  Parts read(boolean isTraining, boolean isTest, DownloadProgress progress) {
    Labels labels = new Labels(folder);
    Stream.concat(training.stream(), test.stream()).forEach(each -> labels.code(name(each)));
    boolean isOther = isTest && !test.isEmpty();
    Digits toLearn = isTraining ? read(training, labels, progress) : null;
    return new Parts(Parts.unsorted(toLearn), isOther ? read(test, labels, progress) : null);
  }

  private Digits read(List<Path> classes, Labels labels, DownloadProgress progress) {
    List<Path> files = new ArrayList<>();
    List<Byte> codes = new ArrayList<>();
    for (Path each : classes) {
      byte code = labels.code(name(each));
      for (Path file : list(each)) {
        if (isPicture(file)) {
          files.add(file);
          codes.add(code);
        }
      }
    }
    Pictures read = read(files, isAsIs, folder, progress);
    byte[] kept = new byte[read.places.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = codes.get(read.places[i]);
    }
    return labels.named(read.pixels, kept, null);
  }

  /** Pictures that could be read, and which of all they were. */
  record Pictures(byte[] pixels, int[] places) {}

  /**
   * Reads pictures; one that cannot be read is told and left out.
   *
   * @throws Problem when none can be read
   */
  static Pictures read(List<Path> files, boolean isAsIs, Object place, DownloadProgress progress) {
    if (files.size() > Idx.MOST_IMAGES) {
      throw new Problem("problem.idx.large", place, files.size(), Idx.MOST_IMAGES);
    }
    byte[] pixels = new byte[files.size() * Digits.PIXELS];
    @Nullable Problem[] problems = new Problem[files.size()];
    byte[] borders = new byte[files.size()];
    PictureSize[] sizes = new PictureSize[files.size()];
    IntStream.range(0, files.size())
        .parallel()
        .forEach(
            i -> {
              try {
                BufferedImage picture = PictureFile.read(files.get(i));
                sizes[i] = new PictureSize(picture.getWidth(), picture.getHeight());
                borders[i] = write(picture, files.get(i), isAsIs, pixels, i);
              } catch (Problem problem) {
                problems[i] = problem;
              }
            });
    Arrays.stream(problems).filter(problem -> problem != null).forEach(progress::leftOut);
    int[] good = IntStream.range(0, files.size()).filter(i -> problems[i] == null).toArray();
    if (good.length == 0) {
      throw new Problem("problem.data.noPicture", place, files.size());
    }
    progress.sizes(
        Arrays.stream(good)
            .mapToObj(i -> sizes[i])
            .collect(Collectors.toMap(size -> size, _ -> 1, Integer::sum)));
    darkPaper(pixels, borders, good);
    for (int k = 0; k < good.length; k++) {
      System.arraycopy(pixels, good[k] * Digits.PIXELS, pixels, k * Digits.PIXELS, Digits.PIXELS);
    }
    boolean isWhole = good.length == files.size();
    return new Pictures(
        isWhole ? pixels : Arrays.copyOf(pixels, good.length * Digits.PIXELS), good);
  }

  /** Of a picture that was framed; it is ink on paper already. */
  private static final byte FRAMED = -1;

  private static final byte DARK = 0;
  private static final byte BRIGHT = 1;

  /** Writes a picture; tells whether its border is bright, or that it was framed. */
  private static byte write(
      BufferedImage picture, Path file, boolean isAsIs, byte[] pixels, int i) {
    boolean isSmall = picture.getWidth() == Framing.SIZE && picture.getHeight() == Framing.SIZE;
    byte[] image = isSmall || isAsIs ? Scaled.of(picture) : Digits.bytes(framed(picture, file));
    System.arraycopy(image, 0, pixels, i * Digits.PIXELS, Digits.PIXELS);
    return isSmall || isAsIs ? Scaled.isBorderBright(image) ? BRIGHT : DARK : FRAMED;
  }

  /** As the pad frames what it is given. */
  private static GreyImage framed(BufferedImage picture, Path file) {
    InkFinder finder = new InkFinder(picture);
    return finder
        .find(Way.FLAT)
        .or(() -> finder.find(Way.PAPER))
        .map(Found::page)
        .flatMap(Framing::frame)
        .orElseThrow(() -> new Problem("problem.picture.blank", file));
  }

  /** Where most pictures have a bright border, dark is ink; where not, as in MNIST, bright is. */
  private static void darkPaper(byte[] pixels, byte[] borders, int[] good) {
    long bright = Arrays.stream(good).filter(i -> borders[i] == BRIGHT).count();
    long dark = Arrays.stream(good).filter(i -> borders[i] == DARK).count();
    if (bright > dark) {
      for (int i : good) {
        for (int p = i * Digits.PIXELS; borders[i] != FRAMED && p < (i + 1) * Digits.PIXELS; p++) {
          pixels[p] = (byte) ~pixels[p];
        }
      }
    }
  }

  /** Pictures that stand in a folder itself, to be read. */
  static List<Path> flat(Path folder) {
    return list(folder).stream().filter(PictureFolder::isPicture).toList();
  }
}
