package dev.inkling.image;

import dev.inkling.image.Blots.Blot;
import dev.inkling.image.Found.Way;
import dev.inkling.image.GreyImage.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ink on paper in uneven light, with lines, borders, texture and specks: as cameras see it. */
final class PaperInk {
  /** Smaller pictures are looked at in this size: lines have room between them. */
  private static final int SMALLEST = 160;

  /** Ink that stands out so much from the noise in brightness needs no other colour. */
  private static final double PLAIN = 6;

  /** Brightness counts for more than a single colour, which has more noise. */
  private static final double GREY = 1.3;

  /** So much noise is there in any picture, beside its own. */
  private static final double LEAST_NOISE = 0.02;

  /** Paper with more noise than this part of the ink's contrast is smoothed. */
  private static final double NOISY = 0.1;

  /** Radius of that, as a part of the longer side. */
  private static final double SMOOTH = 0.006;

  /** What is ink from this part of the contrast on, if all that is faint is to be found. */
  private static final double FAINT = 0.25;

  /** The same, usually. */
  private static final double USUAL = 0.4;

  /** The same, if only what is strong is to be found. */
  private static final double STRONG = 0.6;

  /** Ink from this part of the contrast on is looked at for lines. */
  private static final double OF_RULES = 0.3;

  /** What is joined to ink, as a part of what ink must reach. */
  private static final double JOINED = 0.6;

  /** What is full ink where all is kept as it is, in typical contrasts. */
  private static final double FULL = 1.2;

  /** What is written in a box has at least this part of its mass. */
  private static final double OF_BOX = 0.1;

  /** What is written on a page has at least this part of the mass of the page's edge. */
  private static final double OF_EDGE = 0.2;

  /** Specks below this part of the largest blot are noise. */
  private static final double SPECK = 0.03;

  /** A digit has so many pieces at most. */
  private static final int ALONE = 2;

  private final Plane light;
  private final Paper paper;
  private final Layer all;

  /** In this paper's pixels. */
  private final List<Hint> hints;

  private Rules.@Nullable Erased erased;

  /** Without its lines; null while nobody asked for it. */
  private @Nullable Layer unruled;

  /** What differs from the paper, lines and all or without, and how strong its ink is. */
  private record Layer(Plane difference, double contrast) {}

  private PaperInk(Plane light, Paper paper, List<Hint> hints) {
    this.light = light;
    this.paper = paper;
    this.hints = hints;
    all = layer(paper.difference());
  }

  /**
   * Looks at the colour in which ink stands out the most.
   *
   * @param hints in the picture's pixels
   */
  static PaperInk of(Light light, List<Hint> hints) {
    PaperInk grey = of(light, 0, hints);
    if (light.channels() == 1 || grey.standsOut() > PLAIN) {
      return grey;
    }
    int best = bestChannel(light);
    return best == 0 ? grey : of(light, best, hints);
  }

  private static PaperInk of(Light light, int channel, List<Hint> hints) {
    Plane plane = working(light.channel(channel));
    double x = (double) plane.width() / light.width();
    double y = (double) plane.height() / light.height();
    List<Hint> here =
        hints.stream().map(hint -> new Hint(hint.x() * x, hint.y() * y, hint.kind())).toList();
    return new PaperInk(plane, calm(Paper.of(plane)), here);
  }

  /** A small picture is enough to tell. */
  private static int bestChannel(Light light) {
    Light small = light.small(SMALLEST);
    int best = 0;
    double most = 0;
    for (int channel = 0; channel < light.channels(); channel++) {
      Paper paper = Paper.of(small.channel(channel));
      double standsOut = standsOut(paper, paper.contrast()) * (channel == 0 ? GREY : 1);
      if (standsOut > most) {
        most = standsOut;
        best = channel;
      }
    }
    return best;
  }

  private double standsOut() {
    return standsOut(paper, all.contrast);
  }

  private static double standsOut(Paper paper, double contrast) {
    return contrast / (paper.noise() + LEAST_NOISE);
  }

  private static Plane working(Plane plane) {
    return plane.scaled(Math.max(1, (double) SMALLEST / plane.longerSide()));
  }

  private static Paper calm(Paper paper) {
    int radius = Math.max(1, (int) Math.round(SMOOTH * paper.difference().longerSide()));
    Paper calm = paper;
    for (int i = 0; i < 2 && calm.noise() > NOISY * strongest(calm); i++) {
      calm = calm.smoothed(radius);
    }
    return calm;
  }

  private static double strongest(Paper paper) {
    return Plane.quantile(paper.difference().values(), paper.difference().values().length, 0.999);
  }

  /** The ink that one way finds; nothing when there is none, or no lines to be left out. */
  Optional<Found> find(Way way) {
    return switch (way) {
      case FLAT -> Optional.empty();
      case FAINT -> find(way, all, FAINT);
      case PAPER -> find(way, all, USUAL);
      case STRONG -> find(way, all, STRONG);
      case SOFT -> soft();
      case SMALL -> small();
      case UNRULED_FAINT -> unruled().flatMap(layer -> find(way, layer, FAINT));
      case UNRULED -> unruled().flatMap(layer -> find(way, layer, USUAL));
      case UNRULED_STRONG -> unruled().flatMap(layer -> find(way, layer, STRONG));
    };
  }

  /** What stands clear and alone on paper without lines; nothing where there is more to see. */
  Optional<Found> alone() {
    return find(Way.PAPER)
        .filter(found -> found.pieces() <= ALONE && found.page() == found.main())
        .filter(found -> found.isClear() && found.isStrong())
        .filter(_ -> lines() == 0);
  }

  private Optional<Found> small() {
    PaperInk closeBy = new PaperInk(light, calm(Paper.closeBy(light)), hints);
    return closeBy.find(Way.SMALL, closeBy.all, USUAL);
  }

  private Optional<Found> soft() {
    if (all.contrast == 0) {
      return Optional.empty();
    }
    float[] ink = new float[paper.difference().values().length];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = (float) Math.clamp(paper.difference().values()[i] / (FULL * all.contrast), 0, 1);
    }
    GreyImage soft = new GreyImage(paper.difference().width(), paper.difference().height(), ink);
    return Optional.of(new Found(Way.SOFT, () -> soft, soft, soft, all.contrast, paper.noise(), 1));
  }

  /** How many straight lines run from one side of the picture to the other. */
  int lines() {
    return erased().lines();
  }

  private Optional<Layer> unruled() {
    if (lines() == 0) {
      return Optional.empty();
    }
    if (unruled == null) {
      unruled = layer(erased().plane());
    }
    return Optional.of(unruled);
  }

  private Layer layer(Plane difference) {
    return new Layer(difference, Paper.contrast(difference, paper.least()));
  }

  private Rules.Erased erased() {
    if (erased == null) {
      double threshold = Math.max(paper.least(), OF_RULES * all.contrast);
      erased = Rules.erased(paper.difference(), (float) threshold);
    }
    return erased;
  }

  private Optional<Found> find(Way way, Layer layer, double part) {
    Plane difference = layer.difference;
    if (layer.contrast == 0) {
      return Optional.empty();
    }
    double threshold = Math.max(paper.least(), part * layer.contrast);
    Blots blots = new Blots(difference, (float) (JOINED * threshold), (float) threshold);
    List<Blot> written = hinted(blots, written(blots, difference));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    List<Blot> main = main(written, difference);
    GreyImage page = ink(difference, blots.around(written), threshold);
    GreyImage mainInk =
        main.size() == written.size() ? page : ink(difference, blots.around(main), threshold);
    return Optional.of(
        new Found(
            way,
            () -> ink(paper.difference(), null, threshold),
            page,
            mainInk,
            layer.contrast,
            paper.noise(),
            blots.all().size()));
  }

  /** What may be written: no edge, no line, no speck. */
  private static List<Blot> written(Blots blots, Plane plane) {
    List<Blot> unprinted = blots.all().stream().filter(blot -> !isPrinted(blot, plane)).toList();
    List<Blot> inner =
        unprinted.stream()
            .filter(blot -> !isEdgeOfPage(blot, unprinted, plane))
            .filter(blot -> !isBoxAround(blot, unprinted, blots, plane))
            .toList();
    double most = inner.stream().mapToDouble(Blot::mass).max().orElse(0);
    return inner.stream().filter(blot -> blot.mass() >= SPECK * most).toList();
  }

  /** What people say counts for more; of a blot that they say two things of, the later. */
  private List<Blot> hinted(Blots blots, List<Blot> written) {
    List<Blot> result = new ArrayList<>(written);
    for (Hint hint : hints) {
      blots.all().stream()
          .min(Comparator.comparingDouble(blot -> distance(blot.box(), hint)))
          .ifPresent(
              blot -> {
                result.remove(blot);
                if (hint.kind() == Hint.Kind.INK) {
                  result.add(blot);
                }
              });
    }
    return result;
  }

  /** From a box; within several boxes the smallest is meant. */
  private static double distance(Box box, Hint hint) {
    double away =
        Math.hypot(
            hint.x() - Math.clamp(hint.x(), box.x(), box.right()),
            hint.y() - Math.clamp(hint.y(), box.y(), box.bottom()));
    return away > 0 ? away : -1.0 / box.width() / box.height();
  }

  /** A scan's edge, a printed border or a ruled line. */
  private static boolean isPrinted(Blot blot, Plane plane) {
    Box box = blot.box();
    double longer = box.longerSide();
    double shorter = Math.min(box.width(), box.height());
    double side = box.width() >= box.height() ? plane.width() : plane.height();
    boolean isAlongEdge = blot.border() >= 0.4 * longer;
    boolean isLine = longer >= 0.8 * side && shorter <= 0.06 * side;
    boolean isFrame =
        box.width() > 0.85 * plane.width()
            && box.height() > 0.85 * plane.height()
            && blot.border() > 0.2 * longer;
    return isAlongEdge || isLine || isFrame;
  }

  /**
   * Where a page ends and a desk begins: from one edge of the picture on, and much longer than what
   * is written within. In a picture as wide as a line of writing a number may be so long, too.
   */
  private static boolean isEdgeOfPage(Blot blot, List<Blot> all, Plane plane) {
    boolean isPage = plane.longerSide() < 2 * Math.min(plane.width(), plane.height());
    int longer = blot.box().longerSide();
    return isPage
        && blot.border() > 0
        && all.stream()
            .filter(other -> other.border() == 0 && other.mass() >= OF_EDGE * blot.mass())
            .anyMatch(other -> longer > 2 * other.box().longerSide());
  }

  /** A printed box: it has something within and ink in all its corners, as no digit has. */
  private static boolean isBoxAround(Blot blot, List<Blot> all, Blots blots, Plane plane) {
    Box box = blot.box();
    int corner = Math.max(2, Math.min(box.width(), box.height()) / 12);
    return all.stream()
            .filter(other -> other != blot && other.mass() >= OF_BOX * blot.mass())
            .map(Blot::box)
            .anyMatch(other -> box.union(other).equals(box))
        && isAt(blot, blots, plane, box.x(), box.y(), corner)
        && isAt(blot, blots, plane, box.right() - corner, box.y(), corner)
        && isAt(blot, blots, plane, box.x(), box.bottom() - corner, corner)
        && isAt(blot, blots, plane, box.right() - corner, box.bottom() - corner, corner);
  }

  private static boolean isAt(Blot blot, Blots blots, Plane plane, int left, int top, int side) {
    for (int y = top; y < top + side; y++) {
      for (int x = left; x < left + side; x++) {
        if (blots.number(y * plane.width() + x) == blot.number()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The largest, best in the middle, and what is near to it. */
  private static List<Blot> main(List<Blot> written, Plane plane) {
    Blot main =
        written.stream()
            .max(Comparator.comparingDouble(blot -> prominence(blot, plane)))
            .orElseThrow();
    List<Blot> near = new ArrayList<>(List.of(main));
    Box box = main.box();
    double reach = 0.15 * box.longerSide();
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (Blot blot : written) {
        if (!near.contains(blot)
            && blot.border() == 0
            && -box.sharedColumns(blot.box()) < reach
            && -box.sharedRows(blot.box()) < reach) {
          near.add(blot);
          box = box.union(blot.box());
          isGrowing = true;
        }
      }
    }
    return near;
  }

  private static double prominence(Blot blot, Plane plane) {
    double x = (blot.box().x() + blot.box().width() / 2.0) / plane.width() - 0.5;
    double y = (blot.box().y() + blot.box().height() / 2.0) / plane.height() - 0.5;
    return blot.mass() * (1 - 0.8 * Math.hypot(x, y)) * (blot.border() > 0 ? 0.5 : 1);
  }

  private static GreyImage ink(Plane difference, boolean @Nullable [] isInk, double threshold) {
    float[] ink = new float[difference.values().length];
    for (int i = 0; i < ink.length; i++) {
      if (isInk == null || isInk[i]) {
        ink[i] = (float) Math.clamp(difference.values()[i] / threshold - 0.5, 0, 1);
      }
    }
    return new GreyImage(difference.width(), difference.height(), ink);
  }
}
