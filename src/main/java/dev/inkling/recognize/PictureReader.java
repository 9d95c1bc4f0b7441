package dev.inkling.recognize;

import dev.inkling.image.Found;
import dev.inkling.image.Found.Way;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Hint;
import dev.inkling.image.InkFinder;
import dev.inkling.image.Placement;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Picture;
import dev.inkling.model.Classifier;
import dev.inkling.text.Problem;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a picture: its ink is found in several ways, each is read, and they vote. A reading counts
 * by how sure it is and by how much of the ink it explains; of those that agree with the outcome
 * the surest is taken, and goes to the pad.
 */
public final class PictureReader {
  private static final List<Way> FIRST = List.of(Way.FLAT, Way.PAPER, Way.UNRULED);
  private static final List<Way> MORE =
      List.of(Way.FAINT, Way.STRONG, Way.SOFT, Way.SMALL, Way.UNRULED_FAINT, Way.UNRULED_STRONG);

  /** Ways that find what is small or beside something else: not where one thing stands alone. */
  private static final Set<Way> OF_SEVERAL = EnumSet.of(Way.SOFT, Way.SMALL);

  /** The outcome's votes, as a part of all, from which on no more ways are tried. */
  private static final double SURE = 0.6;

  /** What is less clear must be read as surely as this to be ink at all. */
  private static final double SURE_OF_UNCLEAR = 0.9;

  /** What is smaller than this, as a part of the picture, is hardly meant. */
  private static final double SMALL = 0.1;

  /** What is larger is the picture's edge. */
  private static final double LARGE = 0.94;

  /** What is read in a picture is not smaller than this part of it. */
  static final double SMALLEST = 0.05;

  /** A picture of more pieces than this that nothing can be made of is a texture. */
  private static final int FEW = 4;

  /** Handwriting that cannot be read is at least so strong. */
  private static final double LEGIBLE = 0.2;

  /** On paper with less noise anything that is there was put there. */
  private static final double CLEAN = 0.002;

  /** On other paper it must be a little like a digit. */
  private static final double FAINTLY_A_DIGIT = 0.15;

  /** So many digits are an amount, which is found past print and pattern. */
  private static final int AMOUNT = 3;

  /** How sure its digits are at least, in the geometric mean. */
  private static final double SURE_OF_AMOUNT = 0.4;

  /** How sure each of them is at least. */
  private static final double LEAST_OF_AMOUNT = 0.12;

  /** What is fainter than this is no ink. */
  private static final double FAINTEST = 0.1;

  /** Paper with more pieces has a texture or lines, in which there are strokes like a 1. */
  private static final int MANY = 10;

  /** What reaches from edge to edge counts less: the edge may be in it. */
  private static final double OF_EDGE = 0.5;

  /** What part of the votes it has at least. */
  private static final double AGREED = 0.15;

  /** How much an amount counts that was read past print and pattern: as much as three ways. */
  private static final double OF_SOFT = 3;

  /** What takes less of a large picture is looked at again from near. */
  private static final double FAR = 0.45;

  /** Room around that, in its longer sides. */
  private static final double ROOM = 0.4;

  /** It is worth while where less than this part of the picture's longer side is looked at. */
  private static final double NEARER = 0.75;

  /** Below this mean brightness a picture is dark. */
  private static final double DARK = 0.15;

  /** A picture with a shorter longer side than this, in pixels, shows no digit. */
  private static final int TOO_SMALL = 8;

  private final Asked asked;
  private final Box view;

  /** Somebody says that there is ink. */
  private final boolean isHinted;

  private final InkFinder finder;
  private final List<Candidate> candidates = new ArrayList<>();

  private PictureReader(Asked asked, Box view, List<Hint> hints) {
    this.asked = asked;
    this.view = view;
    isHinted = hints.stream().anyMatch(hint -> hint.kind() == Hint.Kind.INK);
    finder = new InkFinder(asked.part(view), hints);
  }

  /** The most voted for so far; null where nothing was read. */
  private @Nullable Outcome outcome;

  /** What was seen at first glance; null where that does not settle it. */
  private @Nullable Seen glanced;

  /** What one way saw, the whole page or the largest on it. */
  private record Sighting(Found found, GreyImage ink, Drawing drawing) {}

  /** The same as it was read, and how much it counts. */
  private record Candidate(Seen seen, double explains) {}

  /**
   * A picture to be read.
   *
   * @param hints what a person says of places in it
   * @param name what a problem calls it
   */
  public record Asked(BufferedImage picture, List<Hint> hints, Object name) {
    private Box whole() {
      return new Box(0, 0, picture.getWidth(), picture.getHeight());
    }

    private BufferedImage part(Box view) {
      return view.equals(whole())
          ? picture
          : picture.getSubimage(view.x(), view.y(), view.width(), view.height());
    }
  }

  /** What was seen in a picture, or why there is nothing to see; one of them is null. */
  public record Answer(@Nullable Seen seen, @Nullable Problem problem) {
    /**
     * What was seen.
     *
     * @throws Problem when there is nothing but paper, and that says what kind of nothing
     */
    @Override
    public Seen seen() {
      if (problem != null) {
        throw problem;
      }
      return Objects.requireNonNull(seen);
    }
  }

  /** Why what was seen is not answered. */
  public enum Doubt {
    /** Several things are written there that are no number. */
    SEVERAL,
    /** What is written is like no digit, or like several. */
    UNSURE
  }

  /**
   * A picture as it was seen.
   *
   * @param view the part of the picture that was looked at, in its pixels
   * @param found the way that was taken
   * @param ink what of it was read, as large as its page
   * @param reading what is read there
   * @param isAnswer whether that can be relied on
   */
  public record Seen(Box view, Found found, GreyImage ink, Reading reading, boolean isAnswer) {
    /** What was read, on the pad. */
    public Drawing drawing() {
      return PictureReader.drawing(ink);
    }

    /** The longer side of what was read, as a part of the picture's. */
    private double size() {
      Box box = Objects.requireNonNull(ink.inkBox());
      return (double) box.longerSide() / ink.box().longerSide();
    }

    private Seen declined() {
      return new Seen(view, found, ink, reading, false);
    }

    /** The part of the picture to look at from near, if what was read is small and was shrunk. */
    private Optional<Box> closer(Box whole) {
      Box box = Objects.requireNonNull(found.page().inkBox());
      double scale = (double) whole.longerSide() / ink.box().longerSide();
      if (size() >= FAR || scale < 1.5) {
        return Optional.empty();
      }
      int room = (int) (ROOM * box.longerSide());
      int left = (int) (Math.max(0, box.x() - room) * scale);
      int top = (int) (Math.max(0, box.y() - room) * scale);
      int right = Math.min(whole.width(), (int) ((box.right() + room) * scale));
      int bottom = Math.min(whole.height(), (int) ((box.bottom() + room) * scale));
      Box part = new Box(left, top, right - left, bottom - top);
      return part.longerSide() < NEARER * whole.longerSide() ? Optional.of(part) : Optional.empty();
    }

    /** Why it is not answered, or nothing when it is. */
    public Optional<Doubt> doubt() {
      if (isAnswer) {
        return Optional.empty();
      }
      boolean areSeveral = reading.isNumber() || found.page() != found.main();
      return Optional.of(areSeveral ? Doubt.SEVERAL : Doubt.UNSURE);
    }

    /** Where a digit stands, in pixels of {@link #ink}. */
    public Box place(Reading.Digit digit) {
      return Placement.of(ink, Drawing.SIZE).back(digit.box());
    }
  }

  /** The most voted for, and its part of all votes. */
  private record Outcome(Seen seen, double share) {}

  /**
   * Reads a picture.
   *
   * @param name what a problem calls it
   * @throws Problem when there is nothing but paper, and that says what kind of nothing
   */
  public static Seen read(
      BufferedImage picture, Object name, Classifier classifier, LineReader lines) {
    return read(picture, List.of(), name, classifier, lines);
  }

  /** Likewise, with what a person says of places in the picture. */
  public static Seen read(
      BufferedImage picture,
      List<Hint> hints,
      Object name,
      Classifier classifier,
      LineReader lines) {
    return read(List.of(new Asked(picture, hints, name)), classifier, lines).getFirst().seen();
  }

  /**
   * Reads many pictures at once, as each of them is read alone: what may be digits in all of them
   * goes through the network together, which then has something to do.
   *
   * @return an answer for each picture
   */
  public static List<Answer> read(List<Asked> pictures, Classifier classifier, LineReader lines) {
    List<PictureReader> readers =
        pictures.stream()
            .map(asked -> new PictureReader(asked, asked.whole(), asked.hints))
            .toList();
    List<Answer> answers = new ArrayList<>(answers(readers, classifier, lines));
    Map<Integer, PictureReader> nearer = new LinkedHashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      int at = i;
      readers.get(i).nearer(answers.get(i)).ifPresent(reader -> nearer.put(at, reader));
    }
    Iterator<Answer> near = answers(List.copyOf(nearer.values()), classifier, lines).iterator();
    for (int i : nearer.keySet()) {
      Answer again = near.next();
      answers.set(i, again.problem == null ? again : answers.get(i));
    }
    return answers;
  }

  private static List<Answer> answers(
      List<PictureReader> readers, Classifier classifier, LineReader lines) {
    List<PictureReader> large =
        readers.stream().filter(reader -> reader.view.longerSide() >= TOO_SMALL).toList();
    glance(large, classifier, lines);
    List<PictureReader> open = large.stream().filter(each -> each.glanced == null).toList();
    look(open, FIRST, classifier, lines);
    look(open.stream().filter(each -> !each.isOneDigit(SURE)).toList(), MORE, classifier, lines);
    return readers.stream().map(PictureReader::answer).toList();
  }

  /** Small writing in a large picture is looked at again from near, where all its pixels count. */
  private Optional<PictureReader> nearer(Answer first) {
    if (first.problem != null || glanced != null || isOneDigit(SURE_OF_UNCLEAR)) {
      return Optional.empty();
    }
    return first.seen().closer(asked.whole()).map(this::nearer);
  }

  private PictureReader nearer(Box part) {
    List<Hint> moved =
        asked.hints.stream()
            .filter(hint -> part.contains(hint.x(), hint.y()))
            .map(hint -> new Hint(hint.x() - part.x(), hint.y() - part.y(), hint.kind()))
            .toList();
    return new PictureReader(asked, part, moved);
  }

  private Answer answer() {
    try {
      return new Answer(seen(), null);
    } catch (Problem problem) {
      return new Answer(null, problem);
    }
  }

  private Seen seen() {
    if (view.longerSide() < TOO_SMALL) {
      throw new Problem("problem.picture.small", asked.name);
    }
    if (glanced != null) {
      return glanced;
    }
    if (outcome == null) {
      throw new Problem(nothing(), asked.name);
    }
    return isRead(outcome) ? outcome.seen : handwriting();
  }

  /** Whether one digit is read, with at least this part of the votes. */
  private boolean isOneDigit(double share) {
    return outcome != null && !outcome.seen.reading.isNumber() && outcome.share >= share;
  }

  /** One digit that stands alone is read as it is seen at once. */
  private static void glance(List<PictureReader> readers, Classifier classifier, LineReader lines) {
    List<PictureReader> alone = readers.stream().filter(PictureReader::isAlone).toList();
    List<GreyImage> pages = alone.stream().map(each -> each.glance().page()).toList();
    Iterator<Optional<Reading>> readings = Glance.read(pages, classifier, lines).iterator();
    alone.forEach(each -> readings.next().ifPresent(reading -> each.glanced = each.seen(reading)));
  }

  /** Whether one thing stands alone. */
  private boolean isAlone() {
    return finder.glance().filter(found -> found.contrast() >= FAINTEST).isPresent();
  }

  private Found glance() {
    return finder.glance().orElseThrow();
  }

  private Seen seen(Reading reading) {
    return new Seen(view, glance(), glance().page(), reading, true);
  }

  private static void look(
      List<PictureReader> readers, List<Way> ways, Classifier classifier, LineReader lines) {
    List<List<Sighting>> sightings = readers.stream().map(each -> each.sightings(ways)).toList();
    List<Drawing> drawings =
        sightings.stream().flatMap(List::stream).map(Sighting::drawing).toList();
    Iterator<Reading> readings = Recognizer.read(drawings, classifier, lines).iterator();
    for (int i = 0; i < readers.size(); i++) {
      PictureReader reader = readers.get(i);
      sightings.get(i).forEach(sighting -> reader.add(sighting, readings.next()));
      reader.outcome = reader.candidates.isEmpty() ? null : reader.outcome();
    }
  }

  private List<Sighting> sightings(List<Way> ways) {
    return ways.stream()
        .filter(way -> !(OF_SEVERAL.contains(way) && isAlone()))
        .flatMap(way -> finder.find(way).stream())
        .flatMap(PictureReader::sightings)
        .toList();
  }

  /** The whole page, and the largest on it where that is less. */
  private static Stream<Sighting> sightings(Found found) {
    return Stream.of(found.page(), found.main())
        .distinct()
        .map(ink -> new Sighting(found, ink, drawing(ink)));
  }

  private static Drawing drawing(GreyImage ink) {
    return Drawing.EMPTY.with(new Picture(Placement.of(ink, Drawing.SIZE).on(ink)));
  }

  private void add(Sighting sighting, Reading reading) {
    Found found = sighting.found;
    boolean isSoft = found.way() == Way.SOFT;
    if (!reading.digits().isEmpty() && (!isSoft || isAmount(reading))) {
      Seen seen = new Seen(view, found, sighting.ink, reading, reading.isAnswer());
      double explains = isSoft ? OF_SOFT : sighting.ink.mass() / found.page().mass();
      candidates.add(new Candidate(seen, seen.size() > LARGE ? OF_EDGE * explains : explains));
    }
  }

  /** Whether it is a number that no texture or ruling looks like: these give 1s and 7s. */
  private static boolean isAmount(Reading reading) {
    return reading.digits().size() >= AMOUNT
        && reading.digits().stream().anyMatch(digit -> !isStroke(digit))
        && !areMostlyStrokes(reading);
  }

  /** Whether it is of several lines, and most of what is in them might be a line or a crease. */
  private static boolean areMostlyStrokes(Reading reading) {
    long strokes = reading.digits().stream().filter(PictureReader::isStroke).count();
    return reading.text().indexOf('\n') >= 0 && 3 * strokes > 2L * reading.digits().size();
  }

  /** Whether it is a digit that a line or a crease may look like. */
  private static boolean isStroke(Reading.Digit digit) {
    return digit.recognition().is(1) || digit.recognition().is(7);
  }

  private static boolean areOnes(Reading reading) {
    return reading.digits().stream().allMatch(digit -> digit.recognition().is(1));
  }

  private Outcome outcome() {
    Map<String, Double> votes = new HashMap<>();
    double all = 0;
    for (Candidate candidate : candidates) {
      all += candidate.explains;
      vote(candidate, votes);
    }
    double most = votes.values().stream().mapToDouble(v -> v).max().orElseThrow();
    Candidate best =
        candidates.stream()
            .max(Comparator.comparingDouble(candidate -> rank(candidate, votes, most)))
            .orElseThrow();
    return new Outcome(best.seen, most / all);
  }

  private static double rank(Candidate candidate, Map<String, Double> votes, double most) {
    Reading reading = candidate.seen.reading;
    boolean agrees = votes.getOrDefault(reading.text(), 0.0) >= most;
    return (agrees ? 1 : 0) + reading.sureness();
  }

  private static void vote(Candidate candidate, Map<String, Double> votes) {
    Reading reading = candidate.seen.reading;
    if (reading.isNumber()) {
      votes.merge(reading.text(), candidate.explains * reading.sureness(), Double::sum);
      return;
    }
    float[] probabilities = reading.only().probabilities();
    for (int digit = 0; digit < probabilities.length; digit++) {
      votes.merge(
          reading.only().classes().get(digit),
          candidate.explains * probabilities[digit],
          Double::sum);
    }
  }

  /** What is written but not read, the likeliest to be a digit. */
  private Seen handwriting() {
    return candidates.stream()
        .map(Candidate::seen)
        .filter(seen -> isHinted || isHandwriting(seen))
        .max(Comparator.comparingDouble(seen -> seen.reading.sureness()))
        .map(Seen::declined)
        .orElseThrow(() -> new Problem(nothing(), asked.name));
  }

  private boolean isRead(Outcome outcome) {
    Seen seen = outcome.seen;
    if (isAmount(seen.reading)) {
      return seen.reading.sureness() >= SURE_OF_AMOUNT
          && seen.reading.confidence() >= LEAST_OF_AMOUNT
          && outcome.share >= AGREED;
    }
    boolean isAnswer =
        seen.reading.isAnswer()
            && !(seen.reading.isNumber() && NumberDoubts.areUnsure(seen.reading.digits()));
    return isAnswer
        && seen.size() >= SMALLEST
        && seen.found.contrast() >= FAINTEST
        && (seen.found.isClear() || isAgreed(outcome))
        && (seen.found.pieces() <= MANY || !areOnes(seen.reading))
        && !isPartOfLine(seen);
  }

  /** Whether several ways agree on what is not clear; texture, too, may look like a 1. */
  private boolean isAgreed(Outcome outcome) {
    Seen seen = outcome.seen;
    boolean isSure =
        outcome.share >= SURE_OF_UNCLEAR
            || (seen.reading.sureness() > 0.99 && outcome.share > 0.4 && seen.size() > 0.5);
    long ways =
        candidates.stream()
            .filter(other -> other.seen.reading.text().equals(seen.reading.text()))
            .count();
    boolean isStrong = seen.found.isStrong();
    return isSure
        && (areOnes(seen.reading) ? isStrong && seen.size() <= LARGE : isStrong || ways > 1);
  }

  /**
   * Whether nothing of size is left of a picture with lines when they are left out, or only what
   * may be left of them.
   */
  private boolean isPartOfLine(Seen seen) {
    boolean mayBe = areOnes(seen.reading) || areMostlyStrokes(seen.reading);
    if (mayBe && seen.found.pieces() > FEW && finder.lines() > 1) {
      return true;
    }
    return !seen.found.way().isUnruled()
        && finder.lines() > 1
        && candidates.stream()
            .map(Candidate::seen)
            .noneMatch(other -> other.found.way().isUnruled() && other.size() >= SMALL);
  }

  /** Whether something is written that is no digit: clear, large, and in few pieces. */
  private boolean isHandwriting(Seen seen) {
    Found found = seen.found;
    return found.way() != Way.FLAT
        && found.way() != Way.SOFT
        && (finder.lines() < 2 || found.way().isUnruled())
        && found.isClear()
        && found.contrast() >= LEGIBLE
        && seen.size() >= SMALL
        && seen.size() <= LARGE
        && found.pieces() <= FEW
        && (found.noise() < CLEAN || seen.reading.sureness() >= FAINTLY_A_DIGIT);
  }

  /** The key of what to say where nothing is written. */
  private String nothing() {
    if (finder.lines() > 1) {
      return "problem.picture.lines";
    }
    if (candidates.stream().anyMatch(each -> each.seen.size() < SMALLEST)) {
      return "problem.picture.tiny";
    }
    return finder.brightness() < DARK ? "problem.picture.dark" : "problem.picture.blank";
  }
}
