package dev.inkling.data;

import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Several data sets together: their names with commas between them. Their classes are told by their
 * names. Of the user's own drawings a sixth is held out and a sixth is for testing.
 *
 * @param name as it was typed
 * @param sources at least two
 */
record MixedImages(String name, List<ImageSource> sources) implements ImageSource {
  private static final int ONE_IN = 6;

  MixedImages {
    sources = List.copyOf(sources);
  }

  @Override
  public String place() {
    return sources.stream().map(ImageSource::place).collect(Collectors.joining(","));
  }

  /** Only together with its place a mixture with a folder is found again. */
  @Override
  public boolean isPlace() {
    return sources.stream().anyMatch(ImageSource::isPlace);
  }

  @Override
  public Phrase title() {
    return joined(sources.stream().map(ImageSource::title).toList());
  }

  private static Phrase joined(List<Phrase> titles) {
    return titles.stream().reduce((all, next) -> new Phrase("data.and", all, next)).orElseThrow();
  }

  @Override
  public boolean isHere(DataSource user) {
    return sources.stream().allMatch(source -> source.isDrawnHere() || source.isHere(user));
  }

  @Override
  public boolean needsDownload(DataSource user) {
    return sources.stream().anyMatch(source -> source.needsDownload(user));
  }

  @Override
  public List<Path> files(DataSource user) {
    return sources.stream().flatMap(source -> source.files(user).stream()).toList();
  }

  @Override
  public DataSet load(DataSource user, DownloadProgress progress) {
    List<DataSet> all = sources.stream().map(source -> part(source, user, progress)).toList();
    List<String> classes = classes(all.stream().map(DataSet::classes).toList());
    List<DataSet> counted = all.stream().map(each -> each.counted(classes).orElseThrow()).toList();
    return new DataSet(
        place(),
        null,
        together(counted.stream().map(DataSet::train).toList()),
        together(counted.stream().map(DataSet::validation).toList()),
        together(counted.stream().map(DataSet::test).toList()));
  }

  private List<String> classes(List<List<String>> all) {
    List<String> union = Classes.union(all);
    if (union.size() > Classes.MOST) {
      throw new Problem("problem.data.manyClasses", name, Classes.MOST);
    }
    return union;
  }

  private DataSet part(ImageSource source, DataSource user, DownloadProgress progress) {
    return source.isDrawnHere()
        ? drawn(source.loadTest(user, progress))
        : source.load(user, progress);
  }

  private DataSet drawn(Digits all) {
    return new DataSet(name, null, every(all, 0, 1, 2, 3), every(all, 4), every(all, 5));
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

  private static Digits together(List<Digits> parts) {
    return parts.getFirst().with(parts.subList(1, parts.size()).toArray(Digits[]::new));
  }

  @Override
  public Digits loadTest(DataSource user, DownloadProgress progress) {
    List<Digits> tests =
        sources.stream()
            .map(
                source ->
                    source.isDrawnHere()
                        ? every(source.loadTest(user, progress), 5)
                        : source.loadTest(user, progress))
            .toList();
    List<String> classes = classes(tests.stream().map(Digits::classes).toList());
    return together(tests.stream().map(each -> each.counted(classes).orElseThrow()).toList());
  }
}
