package dev.inkling.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said of wrong labels of a data set, for training: an image gets another label, or is
 * left out. The files stay as they are, and so do the images for testing.
 */
public record Corrections(List<Correction> all) {
  /** No label is wrong. */
  public static final Corrections NONE = new Corrections(List.of());

  private static final int KEY_BYTES = 8;

  public Corrections {
    all = List.copyOf(all);
  }

  /** Tells images apart by their pixels. */
  private static final class Keys {
    private final MessageDigest sha = sha();

    private static MessageDigest sha() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e); // every Java has it
      }
    }

    String of(Digits images, int i) {
      images.range(i, i + 1).addPixelsTo(sha);
      return HexFormat.of().formatHex(sha.digest(), 0, KEY_BYTES);
    }
  }

  /**
   * Says what image {@code i} is.
   *
   * @param label the class that it is of, or null to leave it out
   */
  public static Correction of(Digits images, int i, @Nullable String label) {
    return new Correction(
        new Keys().of(images, i), images.classes().get(images.label(i)), label);
  }

  /** What was said of image {@code i}. */
  public Optional<Correction> of(Digits images, int i) {
    Correction asked = of(images, i, null);
    return all.stream().filter(asked::isAbout).findFirst();
  }

  /** True when no label is wrong. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** How many images are left out. */
  public int leftOut() {
    return (int) all.stream().filter(each -> each.label() == null).count();
  }

  /** How many images get another label. */
  public int relabeled() {
    return all.size() - leftOut();
  }

  /** These and others; what is said anew of an image counts. */
  Corrections with(List<Correction> others) {
    Stream<Correction> old =
        all.stream().filter(each -> others.stream().noneMatch(each::isAbout));
    return new Corrections(Stream.concat(old, others.stream()).toList());
  }

  /** These without what is said of some images. */
  Corrections without(List<Correction> others) {
    return new Corrections(
        all.stream().filter(each -> others.stream().noneMatch(each::isAbout)).toList());
  }

  /** A data set with these corrections in what is learned from it. */
  public DataSet in(DataSet data) {
    return isEmpty()
        ? data
        : data.corrected(in(data.train()), in(data.validation()), this);
  }

  /** Images with their right labels, without those that are left out. */
  private Digits in(Digits images) {
    Map<String, @Nullable Correction> byImage = new HashMap<>();
    all.forEach(each -> byImage.put(each.image() + each.given(), each));
    byte[] labels = new byte[images.count()];
    int[] kept = new int[images.count()];
    int count = 0;
    Keys keys = new Keys();
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) images.label(i);
      String given = images.label(i) == Digits.NONE ? "" : images.classes().get(images.label(i));
      Correction said = byImage.get(keys.of(images, i) + given);
      if (said == null || said.label() != null) {
        kept[count++] = i;
      }
      int right = said == null ? -1 : images.classes().indexOf(said.label());
      labels[i] = right < 0 ? labels[i] : (byte) right;
    }
    Digits labeled = images.labeled(labels);
    boolean isWhole = count == labels.length || count == 0; // without any nothing is learned
    return isWhole ? labeled : labeled.at(Arrays.copyOf(kept, count));
  }
}
