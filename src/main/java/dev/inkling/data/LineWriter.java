package dev.inkling.data;

import dev.inkling.image.GreyImage;
import dev.inkling.image.LineStrip;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines of digits and marks on paper, to learn from: by one hand each, with images of a data
 * set or with forms that the hand draws, apart, touching or across each other.
 */
public final class LineWriter {
  private static final int HEIGHT = LineStrip.HEIGHT;
  private static final int MARGIN = LineStrip.MARGIN;

  private static final Map<Character, String> MARKS =
      Map.of(
          '.', "point", ',', "comma", '-', "dash", '=', "equals", '#', "hash", '/', "slash", ':',
          "colon");

  /** The first of the spacings without touching digits. */
  private static final int APART = 15;

  /** Ink that counts as touching. */
  private static final float TOUCHING = 0.35f;

  private final Digits digits;

  /**
   * A line.
   *
   * @param text digits and marks that stand in it
   * @param ink rows of {@code width} pixels, 0…1
   */
  public record WrittenLine(String text, GreyImage ink) {}

  /** A writer that has images of a data set to write with, besides its own hand. */
  public LineWriter(Digits digits) {
    this.digits = digits;
  }

  /**
   * Writes a line.
   *
   * @param width in pixels; what does not fit is not written
   * @param plain the part of lines with digits apart on blank paper, 0…1
   */
  public WrittenLine write(int width, double plain, RandomGenerator random) {
    boolean isPlain = random.nextDouble() < plain;
    Line line = new Line(width, isPlain, random);
    StringBuilder text = new StringBuilder();
    String wanted = LineText.any(random);
    while (text.length() < wanted.length() && line.add(wanted.charAt(text.length()))) {
      text.append(wanted.charAt(text.length()));
    }
    line.center();
    GreyImage written = new GreyImage(width, HEIGHT, line.ink);
    GreyImage onPaper =
        isPlain ? written : LinePaper.under(written, line.height, line.from, random);
    return new WrittenLine(text.toString(), onPaper);
  }

  /** A line that is being written. */
  private final class Line {
    private final int width;
    private final RandomGenerator random;
    private final Hand hand;
    private final boolean isDrawn;
    private final double height;

    /** The row where its digits begin. */
    private final double from;

    private final double rise;
    private final double slant;
    private final double aspect;

    /** How much its digits differ in size, and in place. */
    private final double disorder;

    /** Ways to set one digit beside the other: they run together, nearly touch, or stand apart. */
    private final int spacing;

    private final float[] ink;
    private int end;

    Line(int width, boolean isPlain, RandomGenerator random) {
      this.width = width;
      this.random = random;
      ink = new float[width * HEIGHT];
      isDrawn = random.nextInt(2) == 0;
      hand = new Hand(random, isDrawn ? Hand.BROADEST : 0.16);
      height = random.nextDouble(16, 28);
      double free = HEIGHT - height;
      from = free / 2 + random.nextGaussian() * free / 6;
      rise = random.nextGaussian() * 0.025;
      slant = random.nextGaussian() * (isDrawn ? 0.1 : 0.22) + 0.03;
      aspect = Math.clamp(Math.exp(random.nextGaussian() * 0.25 + 0.08), 0.6, 1.9);
      disorder = random.nextDouble();
      spacing = isPlain ? APART : random.nextInt(20);
    }

    /** Writes a symbol behind the others, unless it does not fit. */
    boolean add(char symbol) {
      GreyImage glyph = glyph(symbol);
      int at = end == 0 ? -left(glyph) : place(glyph, gap(symbol));
      int right = at + right(glyph);
      if (right + 2 * MARGIN > width) {
        return end == 0 && addSmall(glyph);
      }
      put(glyph, at);
      end = Math.max(end, right);
      return true;
    }

    /** The first symbol stands in any line. */
    private boolean addSmall(GreyImage glyph) {
      put(glyph, -left(glyph));
      end = width - 2 * MARGIN;
      return true;
    }

    private GreyImage glyph(char symbol) {
      LineGlyph glyph = null;
      while (glyph == null) {
        glyph = Character.isDigit(symbol) ? digit(symbol - '0') : mark(symbol);
      }
      double factor = Math.exp(random.nextGaussian() * 0.02 - random.nextDouble(0.45) * disorder);
      if (random.nextInt(20) == 0) {
        factor *= random.nextDouble(1, 1.5); // a long stem or tail
      }
      double off = random.nextGaussian() * 0.06 * disorder * height;
      double size = height * factor;
      boolean isLow = random.nextInt(3) == 0; // or its middle is the line's
      double row = from + (isLow ? 1 : 0.5) * (height - size) + off - rise * end;
      row = Math.clamp(row, Math.min(-1, HEIGHT - size), Math.max(-1, HEIGHT - size + 1));
      double own = random.nextGaussian() * (symbol == '1' ? 0.15 : 0.06);
      return glyph.in(
          size, row, aspect * Math.exp(random.nextGaussian() * 0.05), slant + own, HEIGHT);
    }

    private @Nullable LineGlyph digit(int digit) {
      if (isDrawn) {
        Forms forms = random.nextInt(10) < 3 ? Forms.LINES : Forms.DIGITS;
        return LineGlyph.of(hand, forms.any(digit, random));
      }
      int i = random.nextInt(digits.count());
      while (digits.label(i) != digit) {
        i = (i + 1) % digits.count();
      }
      return LineGlyph.of(digits, i);
    }

    private @Nullable LineGlyph mark(char mark) {
      return LineGlyph.of(hand, Forms.LINES.any(Objects.requireNonNull(MARKS.get(mark)), random));
    }

    /** Between the ink of two neighbours, in pixels; below 0 they overlap. */
    private double gap(char symbol) {
      boolean isMark = !Character.isDigit(symbol);
      double heights =
          switch (spacing) {
            case 0, 1, 2, 3, 4, 5 -> random.nextDouble(-0.13, 0.03);
            case 6, 7, 8, 9 -> random.nextDouble(-0.1, 0.2);
            case 10, 11, 12, 13, 14 -> random.nextDouble(0, 0.25);
            case APART, 16, 17 -> random.nextDouble(0.08, 0.5);
            default -> random.nextDouble(0.3, 1);
          };
      return height * (isMark ? Math.max(heights, random.nextDouble(-0.03, 0.3)) : heights);
    }

    /** The place where a glyph comes as near as that to what is written. */
    private int place(GreyImage glyph, double gap) {
      int place = Integer.MIN_VALUE;
      for (int y = 0; y < HEIGHT; y++) {
        int left = first(glyph, y);
        int written = left == glyph.width() ? -1 : lastNear(y);
        if (written >= 0) {
          place = Math.max(place, written + 1 - left);
        }
      }
      if (place == Integer.MIN_VALUE) {
        place = end - left(glyph);
      }
      int wanted = place + (int) Math.round(gap + random.nextDouble(-0.5, 0.5));
      // Further back than half of what stands there would be another order.
      return Math.max(wanted, end - left(glyph) - (int) (0.45 * height));
    }

    /** The last column with ink in a row or the next ones; -1 without any. */
    private int lastNear(int row) {
      int last = -1;
      for (int y = Math.max(0, row - 1); y <= Math.min(HEIGHT - 1, row + 1); y++) {
        int x = end;
        while (x > last && !(ink[y * width + x] > TOUCHING)) {
          x--;
        }
        last = Math.max(last, x);
      }
      return last;
    }

    private static int first(GreyImage glyph, int row) {
      int x = 0;
      while (x < glyph.width() && !(glyph.at(x, row) > TOUCHING)) {
        x++;
      }
      return x;
    }

    private static int left(GreyImage glyph) {
      GreyImage.Box box = glyph.inkBox();
      return box == null ? 0 : box.x();
    }

    private static int right(GreyImage glyph) {
      GreyImage.Box box = glyph.inkBox();
      return box == null ? 0 : box.right();
    }

    private void put(GreyImage glyph, int at) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = Math.max(0, -at); x < Math.min(glyph.width(), width - at); x++) {
          int i = y * width + at + x;
          ink[i] = Math.max(ink[i], glyph.at(x, y));
        }
      }
    }

    /** Brings what is written to some place between the margins. */
    void center() {
      int free = Math.max(0, width - 2 * MARGIN - end);
      int shift = MARGIN + random.nextInt(free + 1);
      for (int y = 0; y < HEIGHT; y++) {
        int row = y * width;
        int kept = Math.min(end, width - shift);
        System.arraycopy(ink, row, ink, row + shift, kept);
        Arrays.fill(ink, row, row + shift, 0);
      }
    }
  }
}
