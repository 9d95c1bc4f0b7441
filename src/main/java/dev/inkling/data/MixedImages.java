package dev.inkling.data;

import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several data sets together: their names with commas between them, each with a weight behind it
 * where its training images count several times. Their classes are told by their names. Of the
 * user's own drawings a sixth is held out and a sixth is for testing.
 *
 * @param name as it was typed
 * @param parts at least two
 */
record MixedImages(String name, List<Weighted> parts) implements ImageSource {
  private static final int ONE_IN = 6;

  /** Data sets of fewer images are read once; of larger ones no second copy is kept. */
  private static final int SMALL = 20_000;

  MixedImages {
    parts = List.copyOf(parts);
  }

  /**
   * A data set of several.
   *
   * @param weight how many times its training images count, 1…{@link #MOST}
   */
  record Weighted(ImageSource source, int weight) {
    static final int MOST = 100;

    private static final String TIMES = "*";

    /** What a part is called: NAME, or NAME*WEIGHT. */
    static Weighted of(String name, Function<String, ImageSource> named) {
      int at = name.lastIndexOf(TIMES);
      String weight = name.substring(at + 1);
      boolean isWeighted = at > 0 && weight.matches("\\d{1,3}");
      if (!isWeighted) {
        return new Weighted(named.apply(name), 1);
      }
      int times = Integer.parseInt(weight);
      if (times < 1 || times > MOST) {
        throw new Problem("problem.data.weight", name, MOST);
      }
      return new Weighted(named.apply(name.substring(0, at)), times);
    }

    private String place() {
      return weight == 1 ? source.place() : source.place() + TIMES + weight;
    }

    private Phrase title() {
      return weight == 1 ? source.title() : new Phrase("data.times", source.title(), weight);
    }

    private DataSet load(DataSource user, DownloadProgress progress) {
      if (!source.isDrawnHere()) {
        return source.load(user, progress);
      }
      Digits all = source.loadTest(user, progress);
      return new DataSet(source.name(), null, every(all, 0, 1, 2, 3), every(all, 4), every(all, 5));
    }
  }

  @Override
  public String place() {
    return parts.stream().map(Weighted::place).collect(Collectors.joining(","));
  }

  /** Only together with its place a mixture with a folder is found again. */
  @Override
  public boolean isPlace() {
    return sources().stream().anyMatch(ImageSource::isPlace);
  }

  @Override
  public boolean isFound() {
    return sources().stream().allMatch(ImageSource::isFound);
  }

  private List<ImageSource> sources() {
    return parts.stream().map(Weighted::source).toList();
  }

  @Override
  public Phrase title() {
    return parts.stream()
        .map(Weighted::title)
        .reduce((all, next) -> new Phrase("data.and", all, next))
        .orElseThrow();
  }

  @Override
  public boolean isHere(DataSource user) {
    return sources().stream().allMatch(source -> source.isDrawnHere() || source.isHere(user));
  }

  @Override
  public List<RemoteImages> toDownload(DataSource user) {
    return sources().stream().flatMap(source -> source.toDownload(user).stream()).toList();
  }

  @Override
  public List<Path> files(DataSource user) {
    return sources().stream().flatMap(source -> source.files(user).stream()).toList();
  }

  @Override
  public DataSet load(DataSource user, DownloadProgress progress) {
    return new Mixing(user, progress).load();
  }

  /** Loads parts twice where they are large, so that at most one is there beside the mixture. */
  private final class Mixing {
    private final DataSource user;
    private final List<Counted> counted;

    /** How much a part has, and its images where they are few. */
    private record Counted(
        Weighted part,
        List<String> classes,
        int train,
        int validation,
        int test,
        @Nullable DataSet small) {
      private Counted(Weighted part, DataSet data) {
        this(
            part,
            data.classes(),
            data.train().count(),
            data.validation().count(),
            data.test().count(),
            data.train().count() < SMALL ? data : null);
      }

      private boolean isStill(DataSet data) {
        return data.classes().equals(classes)
            && data.train().count() == train
            && data.validation().count() == validation
            && data.test().count() == test;
      }
    }

    Mixing(DataSource user, DownloadProgress progress) {
      this.user = user;
      counted = parts.stream().map(part -> new Counted(part, part.load(user, progress))).toList();
    }

    DataSet load() {
      List<String> classes = classes(counted.stream().map(Counted::classes).toList());
      var train =
          new Room(counted.stream().mapToInt(each -> each.train * each.part.weight), classes);
      var validation = new Room(counted.stream().mapToInt(Counted::validation), classes);
      var test = new Room(counted.stream().mapToInt(Counted::test), classes);
      for (Counted each : counted) {
        DataSet data = again(each).counted(classes).orElseThrow();
        train.add(data.train(), each.part.weight);
        validation.add(data.validation(), 1);
        test.add(data.test(), 1);
      }
      return new DataSet(place(), null, train.all(), validation.all(), test.all());
    }

    private DataSet again(Counted each) {
      DataSet data =
          each.small == null ? each.part.load(user, DownloadProgress.SILENT) : each.small;
      if (!each.isStill(data)) {
        throw new Problem("problem.data.changed", each.part.source.name());
      }
      return data;
    }
  }

  /** Arrays for all images, which are filled part by part. */
  private static final class Room {
    private final byte[] pixels;
    private final byte[] labels;
    private final List<String> classes;
    private int filled;

    Room(IntStream counts, List<String> classes) {
      labels = new byte[counts.sum()];
      pixels = new byte[Math.multiplyExact(labels.length, Digits.PIXELS)];
      this.classes = classes;
    }

    void add(Digits images, int times) {
      for (int i = 0; i < times; i++) {
        images.copyTo(pixels, labels, filled);
        filled += images.count();
      }
    }

    Digits all() {
      return new Digits(pixels, labels, classes);
    }
  }

  private List<String> classes(List<List<String>> all) {
    List<String> union = Classes.union(all);
    if (union.size() > Classes.MOST) {
      throw new Problem("problem.data.manyClasses", name, Classes.MOST);
    }
    return union;
  }

  /** Of each six images those at some places. */
  private static Digits every(Digits all, Integer... places) {
    List<Integer> wanted = List.of(places);
    Digits[] some =
        IntStream.range(0, all.count())
            .filter(i -> wanted.contains(i % ONE_IN))
            .mapToObj(i -> all.range(i, i + 1))
            .toArray(Digits[]::new);
    return all.range(0, 0).with(some);
  }

  @Override
  public Digits loadTest(DataSource user, DownloadProgress progress) {
    List<Digits> tests =
        sources().stream()
            .map(
                source ->
                    source.isDrawnHere()
                        ? every(source.loadTest(user, progress), ONE_IN - 1)
                        : source.loadTest(user, progress))
            .toList();
    List<String> classes = classes(tests.stream().map(Digits::classes).toList());
    Room room = new Room(tests.stream().mapToInt(Digits::count), classes);
    tests.forEach(each -> room.add(each.counted(classes).orElseThrow(), 1));
    return room.all();
  }
}
