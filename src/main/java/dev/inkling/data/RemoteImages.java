package dev.inkling.data;

import dev.inkling.data.Idx.Part;
import dev.inkling.text.Phrase;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A data set that is downloaded when it is first asked for: IDX files, from public mirrors.
 *
 * @param name that a user types
 * @param called what people call it
 * @param classes their names, in the order of the labels
 * @param mirrors that have all files, tried in turn
 * @param files images and labels for training, images and labels for testing
 * @param trainingImages without those held out
 */
public record RemoteImages(
    String name,
    String called,
    List<String> classes,
    List<URI> mirrors,
    List<RemoteFile> files,
    int trainingImages)
    implements ImageSource {

  /** LeCun, Cortes, Burges: The MNIST database of handwritten digits. */
  public static final RemoteImages MNIST =
      new RemoteImages(
          DataSource.MNIST,
          "MNIST",
          Classes.DIGITS,
          List.of(
              URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
              URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/")),
          List.of(
              new RemoteFile("train-images-idx3-ubyte.gz", "6bbc9ace898e44ae57da46a324031adb"),
              new RemoteFile("train-labels-idx1-ubyte.gz", "a25bea736e30d166cdddb491f175f624"),
              new RemoteFile("t10k-images-idx3-ubyte.gz", "2646ac647ad5339dbf082846283269ea"),
              new RemoteFile("t10k-labels-idx1-ubyte.gz", "27ae3e4e09519cfbb04c329615203637")),
          55_000);

  /**
   * A file to download.
   *
   * @param name below a mirror's address
   * @param md5 32 hexadecimal digits
   * @param isOfPacked whether that is of the file as it comes, and not of what it unpacks to
   */
  public record RemoteFile(String name, String md5, boolean isOfPacked) {
    /** A file of whose uncompressed content the MD5 is known. */
    public RemoteFile(String name, String md5) {
      this(name, md5, false);
    }
  }

  /** True when these are its test images, whole and in its order. */
  public boolean isTest(Digits digits) {
    return digits.count() == digits.labels().length
        && Mirrored.md5(digits).equals(files.get(2).md5());
  }

  /** Kept in a folder, or to be downloaded there. */
  public Mirrored in(Path folder) {
    return new Mirrored(folder, called, mirrors, files, Mirrored.PATIENCE);
  }

  @Override
  public Phrase title() {
    return new Phrase("data.called", called);
  }

  @Override
  public Phrase testTitle() {
    return new Phrase("results.data.test", called);
  }

  @Override
  public boolean isHere(DataSource user) {
    return user.folder(this).isPresent();
  }

  @Override
  public boolean needsDownload(DataSource user) {
    return !isHere(user);
  }

  @Override
  public Phrase where(DataSource user) {
    return user.folder(this)
        .map(folder -> new Phrase("results.data.place", called, folder))
        .orElseGet(() -> new Phrase("results.data.nowhere", called));
  }

  @Override
  public int trainingImages(DataSource user) {
    return trainingImages;
  }

  @Override
  public DataSet load(DataSource user, DownloadProgress progress) {
    Path folder = folder(user, progress);
    Digits training = Idx.read(folder, Part.TRAIN).named(classes);
    Digits test = Idx.read(folder, Part.TEST).named(classes);
    user.check(this, folder, mirrored -> mirrored.has(training, test));
    return DataSet.split(name, training, test);
  }

  @Override
  public Digits loadTest(DataSource user, DownloadProgress progress) {
    Path folder = folder(user, progress);
    Digits test = Idx.read(folder, Part.TEST).named(classes);
    user.check(this, folder, mirrored -> mirrored.hasTest(test));
    return test;
  }

  private Path folder(DataSource user, DownloadProgress progress) {
    return user.folder(this).orElseGet(() -> user.mirrored(this).fetch(progress));
  }
}
