package dev.inkling.data;

import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signs that the user drew, as a data set. Of each sign every sixth drawing is for testing, and the
 * one before it held out.
 *
 * @param collection its name among the user's
 */
record CollectionImages(String collection) implements ImageSource {
  private static final String KIND = "collection:";

  private static final int ONE_IN = 6;

  /** Whether a name means a collection. */
  static boolean isOne(String name) {
    return name.startsWith(KIND);
  }

  /** The collection that a name means. */
  static CollectionImages of(String name) {
    return new CollectionImages(name.substring(KIND.length()));
  }

  @Override
  public String name() {
    return KIND + collection;
  }

  @Override
  public Phrase title() {
    return new Phrase("data.collection", collection);
  }

  @Override
  public boolean isHere(DataSource user) {
    SignCollections all = user.collections();
    return all.find(collection)
        .map(found -> new Drawn(found.classes(), all.drawings(found).all()))
        .filter(Drawn::isEnough)
        .isPresent();
  }

  @Override
  public List<Path> files(DataSource user) {
    return List.of(user.collections().file(collection));
  }

  @Override
  public DataSet load(DataSource user, DownloadProgress progress) {
    Drawn drawn = drawn(user);
    return new DataSet(name(), null, drawn.digits(0, 1, 2, 3), drawn.digits(4), drawn.digits(5));
  }

  @Override
  public Digits loadTest(DataSource user, DownloadProgress progress) {
    return drawn(user).digits(5);
  }

  @Override
  public List<@Nullable String> testWriters(DataSource user) {
    List<@Nullable String> writers = new ArrayList<>();
    drawn(user).some(5).forEach(kept -> writers.add(kept.writer()));
    return writers;
  }

  private Drawn drawn(DataSource user) {
    SignCollection found = user.collections().named(collection);
    Drawn drawn = new Drawn(found.classes(), user.collections().drawings(found).all());
    if (!drawn.isEnough()) {
      throw new Problem("problem.signs.few", collection, ONE_IN);
    }
    return drawn;
  }

  /** What was drawn, the oldest first. */
  private record Drawn(List<String> classes, List<Kept> all) {
    /** Of each six drawings of a sign those at some places, counted from 0. */
    List<Kept> some(Integer... places) {
      List<Integer> wanted = List.of(places);
      int[] met = new int[classes.size()];
      return all.stream().filter(kept -> wanted.contains(met[kept.label()]++ % ONE_IN)).toList();
    }

    /** Whether there is something to test with. */
    boolean isEnough() {
      return !some(ONE_IN - 1).isEmpty();
    }

    Digits digits(Integer... places) {
      return DrawingStore.digits(some(places), classes);
    }
  }
}
