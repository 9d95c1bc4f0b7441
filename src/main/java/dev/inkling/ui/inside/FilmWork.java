package dev.inkling.ui.inside;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.ImageSource;
import dev.inkling.data.Synthetic;
import dev.inkling.explain.EpochLook;
import dev.inkling.explain.EpochMaps;
import dev.inkling.explain.WeightHistory.Epoch;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Classifier;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.ModelCard;
import dev.inkling.ui.inside.WeightSource.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the drawing, and the same images, with the weights of each epoch. One call reads one thing
 * more, so that others who wait for the thread have their turn in between; what was read before is
 * kept. For one background thread alone.
 */
final class FilmWork {
  /** Images on a map: enough to see where a class lies, few enough for a quick look. */
  static final int IMAGES = 500;

  private static final long SEED = 5;

  private final DataSource source;
  private final int count;
  private final Map<Version, EpochLook> looks = new HashMap<>();
  private final Map<Version, float[]> answers = new HashMap<>();
  private @Nullable Found film;
  private @Nullable GreyImage read;
  private @Nullable Digits images;

  /** The looks that there are maps of. */
  private List<@Nullable EpochLook> mapped = List.of();

  private EpochMaps maps = EpochMaps.of(List.of());

  /** The weights of an epoch; who trains it again writes another date. */
  private record Version(int epoch, String date) {
    static Version of(Epoch epoch) {
      return new Version(epoch.epoch(), epoch.model().card().date());
    }
  }

  /**
   * What is asked.
   *
   * @param found the weights of all epochs
   * @param framed the drawing as the network sees it; null for none
   * @param position the epoch that comes first, from 0
   */
  record Asked(Found found, @Nullable GreyImage framed, int position) {
    private List<Epoch> epochs() {
      return found.history().epochs();
    }
  }

  /**
   * What was read so far, epoch by epoch.
   *
   * @param images that the maps are of; null where there are none for this network
   * @param looks at the images; null for those to come
   * @param maps of them
   * @param answers to the drawing, a probability for each class; null for those to come
   */
  record Frames(
      Asked asked,
      @Nullable Digits images,
      List<@Nullable EpochLook> looks,
      EpochMaps maps,
      List<float @Nullable []> answers) {
    /** How many epochs were looked at. */
    int done() {
      return (int) looks.stream().filter(look -> look != null).count();
    }

    /** Whether nothing is left to be read. */
    boolean isWhole() {
      return (images == null || done() == looks.size())
          && (asked.framed == null || !answers.contains(null));
    }
  }

  /**
   * Nothing was read.
   *
   * @param source of the images that networks learned from
   * @param count of images on a map, at most
   */
  FilmWork(DataSource source, int count) {
    this.source = source;
    this.count = count;
  }

  /** Reads one thing more: the drawing from the position on, then the images, the last first. */
  Frames next(Asked asked) {
    EngineSetup.useThisThreadOnly();
    begin(asked);
    List<Epoch> epochs = asked.epochs();
    Optional<Epoch> unanswered =
        asked.framed == null ? Optional.empty() : missing(answers, ahead(epochs, asked.position));
    Optional<Epoch> unseen = images == null ? Optional.empty() : missing(looks, epochs.reversed());
    if (unanswered.isPresent()) {
      Epoch epoch = unanswered.get();
      GreyImage drawing = Objects.requireNonNull(asked.framed);
      answers.put(Version.of(epoch), read(epoch, reader -> reader.probabilities(drawing)));
    } else if (unseen.isPresent()) {
      Epoch epoch = unseen.get();
      Digits some = Objects.requireNonNull(images);
      looks.put(Version.of(epoch), read(epoch, reader -> EpochLook.of(reader, some)));
    }
    List<@Nullable EpochLook> seen = inOrder(looks, epochs);
    if (!seen.equals(mapped)) {
      mapped = seen;
      maps = EpochMaps.of(seen);
    }
    return new Frames(asked, images, seen, maps, inOrder(answers, epochs));
  }

  /** Puts away what was of another run or of another drawing. */
  private void begin(Asked asked) {
    boolean isOther = film == null || !asked.found.asked().isOfSame(film.asked());
    if (isOther) {
      looks.clear();
      images = asked.epochs().isEmpty() ? null : images(asked.epochs().getLast().model().card());
    }
    if (isOther || asked.framed != read) {
      answers.clear();
    }
    film = asked.found;
    read = asked.framed;
  }

  /** From the position to the end, then from the beginning. */
  private static List<Epoch> ahead(List<Epoch> epochs, int position) {
    int from = Math.clamp(position, 0, Math.max(0, epochs.size() - 1));
    List<Epoch> ahead = new ArrayList<>(epochs.subList(from, epochs.size()));
    ahead.addAll(epochs.subList(0, from));
    return ahead;
  }

  private static Optional<Epoch> missing(Map<Version, ?> known, List<Epoch> epochs) {
    return epochs.stream().filter(epoch -> !known.containsKey(Version.of(epoch))).findFirst();
  }

  private static <T> List<@Nullable T> inOrder(Map<Version, T> known, List<Epoch> epochs) {
    List<@Nullable T> all = new ArrayList<>();
    epochs.forEach(epoch -> all.add(known.get(Version.of(epoch))));
    return all;
  }

  /** With a classifier of its own, as those that are at hand are wanted by others. */
  private static <T> T read(Epoch epoch, Function<Classifier, T> question) {
    try (Classifier reader = new Classifier(epoch.model())) {
      return question.apply(reader);
    }
  }

  /** Test images of what it learned from, where they are here; else digits that Inkling writes. */
  private @Nullable Digits images(ModelCard card) {
    return Optional.of(card.data())
        .filter(data -> source.isHere(data) && !ImageSource.of(data).isMade())
        .map(data -> source.loadTest(data, DownloadProgress.SILENT))
        .flatMap(all -> all.counted(card.classes()))
        .map(this::sample)
        .orElseGet(() -> card.areDigits() ? Synthetic.digits(count, SEED) : null);
  }

  /** The same ones each time. */
  private Digits sample(Digits all) {
    int[] places = IntStream.range(0, all.count()).toArray();
    SplittableRandom random = new SplittableRandom(SEED);
    int some = Math.min(count, places.length);
    for (int i = 0; i < some; i++) {
      int other = i + random.nextInt(places.length - i);
      int held = places[i];
      places[i] = places[other];
      places[other] = held;
    }
    return all.only(Arrays.copyOf(places, some));
  }
}
