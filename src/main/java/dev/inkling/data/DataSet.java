package dev.inkling.data;

import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data set, split. The test images are for one last measurement; what is chosen, is chosen on the
 * validation images.
 *
 * @param name what a user calls it: mnist, synthetic or a folder, absolute
 * @param folder that a user named, absolute; null where the name alone finds the images
 * @param train images to learn from
 * @param validation the last images of the training file, held out
 * @param test images that no choice has seen
 * @param corrections of labels, which the images to learn from have, and those held out of them
 */
public record DataSet(
    String name,
    @Nullable Path folder,
    Digits train,
    Digits validation,
    Digits test,
    Corrections corrections) {
  /** Images held out of a training file as large as MNIST's. */
  private static final int HELD_OUT = 5_000;

  /** The part held out of smaller ones, and so the fewest images that there can be. */
  private static final int SIXTH = 6;

  /** A data set with the labels that it came with. */
  public DataSet(String name, @Nullable Path folder, Digits train, Digits validation, Digits test) {
    this(name, folder, train, validation, test, Corrections.NONE);
  }

  /**
   * Holds out the last 5,000 training images, or a sixth of a set of fewer than 30,000.
   *
   * @throws Problem when a sixth is not even one image
   */
  public static DataSet split(String name, Digits training, Digits test) {
    if (training.count() < SIXTH) {
      throw new Problem("problem.data.tooFew", name, training.count(), SIXTH);
    }
    int heldOut = Math.min(HELD_OUT, training.count() / SIXTH);
    int kept = training.count() - heldOut;
    Digits validation = training.range(kept, training.count());
    return new DataSet(name, null, training.range(0, kept), validation, test);
  }

  /** The images to learn from together with those held out of them. */
  public Digits toLearn() {
    boolean isOne =
        train.pixels() == validation.pixels()
            && train.labels() == validation.labels()
            && train.start() + train.count() == validation.start();
    return isOne
        ? new Digits(
            train.pixels(),
            train.labels(),
            train.start(),
            train.count() + validation.count(),
            train.classes())
        : train.with(validation);
  }

  /** The names of the classes, in the order that labels count them. */
  public List<String> classes() {
    return train.classes();
  }

  /** The same images with labels that count other classes, see {@link Digits#counted}. */
  public Optional<DataSet> counted(List<String> wanted) {
    Optional<Digits> counted = train.counted(wanted);
    Optional<Digits> held = validation.counted(wanted);
    Optional<Digits> tested = test.counted(wanted);
    return counted.isEmpty() || held.isEmpty() || tested.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataSet(name, folder, counted.get(), held.get(), tested.get(), corrections));
  }

  /** The same data set with other images to learn from. */
  public DataSet learning(Digits others) {
    return new DataSet(name, folder, others, validation, test, corrections);
  }

  /** The same images under another name. */
  DataSet named(String other) {
    return new DataSet(other, folder, train, validation, test, corrections);
  }

  /** The same images, from a folder that a user named. */
  DataSet in(Path place) {
    return new DataSet(name, place, train, validation, test, corrections);
  }

  /** The same with corrected images to learn from. */
  DataSet corrected(Digits toTrain, Digits heldOut, Corrections applied) {
    return new DataSet(name, folder, toTrain, heldOut, test, applied);
  }

  /**
   * Tells these images from any others, wherever they are: SHA-256 of all pixels and labels, in
   * hexadecimal digits. Takes as long as reading MNIST does.
   */
  public String fingerprint() {
    MessageDigest sha = newSha256();
    train.addTo(sha);
    validation.addTo(sha);
    test.addTo(sha);
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
