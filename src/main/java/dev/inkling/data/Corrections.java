package dev.inkling.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said of wrong labels of a data set, for training: an image gets another label, or is
 * left out. The files stay as they are, and so do the images for testing. Immutable.
 */
public final class Corrections {
  /** No label is wrong. */
  public static final Corrections NONE = new Corrections(List.of());

  private static final int KEY_BYTES = 8;

  /** What was said last of each image counts. */
  private final Map<String, Correction> byImage = new LinkedHashMap<>();

  /** Some corrections; of several of one image the last. */
  public Corrections(List<Correction> all) {
    all.forEach(each -> byImage.put(key(each), each));
  }

  private static String key(Correction correction) {
    return correction.image() + correction.given();
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

    /** What is said of an image that is left out. */
    Correction leftOut(Digits images, int i) {
      images.range(i, i + 1).addPixelsTo(sha);
      int label = images.label(i);
      String given = label == Digits.NONE ? "" : images.classes().get(label);
      return new Correction(HexFormat.of().formatHex(sha.digest(), 0, KEY_BYTES), given, null);
    }
  }

  /**
   * Says what image {@code i} is.
   *
   * @param label the class that it is of, or null to leave it out
   */
  public static Correction of(Digits images, int i, @Nullable String label) {
    Correction leftOut = new Keys().leftOut(images, i);
    return new Correction(leftOut.image(), leftOut.given(), label);
  }

  /** All of them, in the order in which they were said first. */
  public List<Correction> all() {
    return List.copyOf(byImage.values());
  }

  /** How many there are. */
  public int count() {
    return byImage.size();
  }

  /** True when no label is wrong. */
  public boolean isEmpty() {
    return byImage.isEmpty();
  }

  /** What was said of image {@code i}. */
  public Optional<Correction> find(Digits images, int i) {
    return Optional.ofNullable(byImage.get(key(new Keys().leftOut(images, i))));
  }

  /** How many images are left out. */
  public int leftOut() {
    return (int) byImage.values().stream().filter(each -> each.label() == null).count();
  }

  /** How many images get another label. */
  public int relabeled() {
    return count() - leftOut();
  }

  /** These and others; what is said anew of an image counts. */
  Corrections with(List<Correction> others) {
    return new Corrections(Stream.concat(all().stream(), others.stream()).toList());
  }

  /** These without what is said of some images. */
  Corrections without(List<Correction> others) {
    Set<String> taken = others.stream().map(Corrections::key).collect(Collectors.toSet());
    return new Corrections(all().stream().filter(each -> !taken.contains(key(each))).toList());
  }

  /** A data set with these corrections in what is learned from it. */
  public DataSet in(DataSet data) {
    return isEmpty() ? data : data.corrected(in(data.train()), in(data.validation()), this);
  }

  /** Images with their right labels, without those that are left out. */
  private Digits in(Digits images) {
    Keys keys = new Keys();
    int[] labels = new int[images.count()];
    int[] kept = new int[images.count()];
    int count = 0;
    for (int i = 0; i < labels.length; i++) {
      labels[i] = images.label(i);
      Correction said = byImage.get(key(keys.leftOut(images, i)));
      if (said == null || said.label() != null) {
        kept[count++] = i;
      }
      String label = said == null ? null : said.label();
      if (label != null && images.classes().contains(label)) {
        labels[i] = images.classes().indexOf(label);
      }
    }
    Digits labeled = images.labeled(labels);
    boolean isWhole = count == labels.length || count == 0; // without any nothing is learned
    return isWhole ? labeled : labeled.only(Arrays.copyOf(kept, count));
  }
}
