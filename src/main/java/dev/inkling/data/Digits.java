package dev.inkling.data;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Labeled 28×28 images, a view of a part of two shared arrays. Neither array is copied; nobody
 * writes to them once they are read.
 *
 * @param pixels {@link #PIXELS} bytes an image, row-major, 0 paper … 255 ink
 * @param labels a class for each image, an index in {@code classes}, or {@link #NONE}
 * @param start index of this view's first image in the arrays
 * @param count of images in this view
 * @param classes their names, in the order that labels count them
 */
public record Digits(byte[] pixels, byte[] labels, int start, int count, List<String> classes) {
  /** Pixels of an image. */
  public static final int PIXELS = Framing.SIZE * Framing.SIZE;

  /** Number of the digits. */
  public static final int CLASSES = Classes.DIGITS.size();

  /** The label of what is of no class, or of none that is known. */
  public static final int NONE = 255;

  /** The ink that a byte stands for: a look is quicker than a division. */
  private static final float[] INK = new float[256];

  static {
    for (int level = 0; level < INK.length; level++) {
      INK[level] = level / 255f;
    }
  }

  public Digits {
    classes = List.copyOf(classes);
    if (pixels.length != labels.length * PIXELS || start < 0 || start + count > labels.length) {
      throw new IllegalArgumentException(
          pixels.length + " pixels, " + labels.length + " labels, " + start + "+" + count);
    }
  }

  /** All images of the arrays, which are of digits. */
  public Digits(byte[] pixels, byte[] labels) {
    this(pixels, labels, Classes.DIGITS);
  }

  /** All images of the arrays. */
  public Digits(byte[] pixels, byte[] labels, List<String> classes) {
    this(pixels, labels, 0, labels.length, classes);
  }

  /** Images whose classes nobody knows. */
  static Digits unlabeled(byte[] pixels) {
    byte[] labels = new byte[pixels.length / PIXELS];
    Arrays.fill(labels, (byte) NONE);
    return new Digits(pixels, labels, List.of());
  }

  /** The same images, of classes with other names. */
  public Digits named(List<String> names) {
    return new Digits(pixels, labels, start, count, names);
  }

  /** How many classes there are. */
  public int classCount() {
    return classes.size();
  }

  /**
   * The same images with labels that count other classes, which are told by their names; a label of
   * none stays one.
   *
   * @param wanted such as what a network tells apart
   * @return empty when an image is of a class that is not among them
   */
  public Optional<Digits> counted(List<String> wanted) {
    if (classes.equals(wanted)) {
      return Optional.of(this);
    }
    int[] place = classes.stream().mapToInt(wanted::indexOf).toArray();
    byte[] counted = labels.clone();
    for (int i = start; i < start + count; i++) {
      int label = labels[i] & 0xff;
      if (label != NONE && place[label] < 0) {
        return Optional.empty();
      }
      counted[i] = (byte) (label == NONE ? NONE : place[label]);
    }
    return Optional.of(new Digits(pixels, counted, start, count, wanted));
  }

  /** The images from {@code from} (inclusive) to {@code to} (exclusive), sharing the arrays. */
  public Digits range(int from, int to) {
    return new Digits(pixels, labels, start + from, to - from, classes);
  }

  /** At most so many of these images, as far from each other as can be, in new arrays. */
  public Digits spread(int most) {
    int kept = Math.min(most, count);
    return only(IntStream.range(0, kept).map(k -> (int) ((long) k * count / kept)).toArray());
  }

  /** The images at some places, in new arrays; a place may come several times. */
  public Digits only(int[] places) {
    byte[] keptPixels = new byte[places.length * PIXELS];
    byte[] keptLabels = new byte[places.length];
    for (int k = 0; k < places.length; k++) {
      range(places[k], places[k] + 1).copyTo(keptPixels, keptLabels, k);
    }
    return new Digits(keptPixels, keptLabels, classes);
  }

  /** The same images with other labels, one for each. */
  public Digits labeled(int[] others) {
    byte[] own = labels.clone();
    for (int i = 0; i < count; i++) {
      own[start + i] = (byte) others[i];
    }
    return new Digits(pixels, own, start, count, classes);
  }

  /** These images followed by others of the same classes, in new arrays. */
  public Digits with(Digits... others) {
    int all = count + Arrays.stream(others).mapToInt(Digits::count).sum();
    byte[] allPixels = new byte[all * PIXELS];
    byte[] allLabels = new byte[all];
    copyTo(allPixels, allLabels, 0);
    int at = count;
    for (Digits more : others) {
      more.copyTo(allPixels, allLabels, at);
      at += more.count;
    }
    return new Digits(allPixels, allLabels, classes);
  }

  /** Copies all of them behind as many images of other arrays. */
  void copyTo(byte[] toPixels, byte[] toLabels, int at) {
    System.arraycopy(pixels, start * PIXELS, toPixels, at * PIXELS, count * PIXELS);
    System.arraycopy(labels, start, toLabels, at, count);
  }

  /** The same images with rows turned into columns, in new arrays. */
  public Digits transposed() {
    Digits copy = spread(count);
    copy.transpose();
    return copy;
  }

  /**
   * Turns rows into columns, in place; only while nobody else has the arrays, as the next three.
   */
  void transpose() {
    for (int at = start * PIXELS; at < (start + count) * PIXELS; at += PIXELS) {
      for (int y = 0; y < Framing.SIZE; y++) {
        for (int x = 0; x < y; x++) {
          int here = at + y * Framing.SIZE + x;
          int there = at + x * Framing.SIZE + y;
          byte held = pixels[here];
          pixels[here] = pixels[there];
          pixels[there] = held;
        }
      }
    }
  }

  /** Copies the pixels of image {@code i}. */
  void copyImage(int i, byte[] to) {
    System.arraycopy(pixels, (start + i) * PIXELS, to, 0, PIXELS);
  }

  /** Copies image {@code i} over image {@code to}. */
  void moveImage(int i, int to) {
    System.arraycopy(pixels, (start + i) * PIXELS, pixels, (start + to) * PIXELS, PIXELS);
    labels[start + to] = labels[start + i];
  }

  /** Puts another image in the place of image {@code i}. */
  void setImage(int i, byte[] from, byte label) {
    System.arraycopy(from, 0, pixels, (start + i) * PIXELS, PIXELS);
    labels[start + i] = label;
  }

  /** Adds all of these images, pixels before labels, to a checksum. */
  void addTo(MessageDigest checksum) {
    addPixelsTo(checksum);
    checksum.update(labels, start, count);
  }

  /** Adds the pixels of all of these images to a checksum. */
  void addPixelsTo(MessageDigest checksum) {
    checksum.update(pixels, start * PIXELS, count * PIXELS);
  }

  /** The class of image {@code i}, an index in {@link #classes}, or {@link #NONE}. */
  public int label(int i) {
    return labels[start + i] & 0xff;
  }

  /** Ink of image {@code i} at pixel {@code p}, 0…1. */
  public float ink(int i, int p) {
    return INK[pixels[(start + i) * PIXELS + p] & 0xff];
  }

  /** Writes the ink of image {@code i}, {@link #PIXELS} values in 0…1, from {@code at} on. */
  public void write(int i, float[] out, int at) {
    for (int p = 0; p < PIXELS; p++) {
      out[at + p] = ink(i, p);
    }
  }

  /** The bytes of a 28×28 image, as they stand in {@link #pixels}. */
  static byte[] bytes(GreyImage image) {
    byte[] bytes = new byte[PIXELS];
    for (int p = 0; p < PIXELS; p++) {
      bytes[p] = (byte) Math.round(image.ink()[p] * 255);
    }
    return bytes;
  }

  /** Image {@code i} as ink. */
  public GreyImage image(int i) {
    float[] ink = new float[PIXELS];
    write(i, ink, 0);
    return new GreyImage(Framing.SIZE, Framing.SIZE, ink);
  }
}
