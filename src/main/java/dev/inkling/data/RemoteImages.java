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
 * @param megabytes that all files have
 */
public record RemoteImages(
    String name,
    String called,
    List<String> classes,
    List<URI> mirrors,
    List<RemoteFile> files,
    int trainingImages,
    int megabytes)
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
          55_000,
          11);

  /** Xiao, Rasul, Vollgraf: Fashion-MNIST, 2017; the checksums are of the README's table. */
  public static final RemoteImages FASHION =
      new RemoteImages(
          "fashion",
          "Fashion-MNIST",
          List.of(
              "T-shirt/top",
              "Trouser",
              "Pullover",
              "Dress",
              "Coat",
              "Sandal",
              "Shirt",
              "Sneaker",
              "Bag",
              "Ankle boot"),
          List.of(
              URI.create(
                  "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
              URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/")),
          packed(
              "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
              "25c81989df183df01b3e8a0aad5dffbe",
              "bef4ecab320f06d8554ea6380940ec79",
              "bb300cfdad3c16e7a12a480ee83cd310"),
          55_000,
          30);

  /** Clanuwat and others: Deep Learning for Classical Japanese Literature, 2018. */
  public static final RemoteImages KMNIST =
      new RemoteImages(
          "kmnist",
          "KMNIST",
          List.of("お", "き", "す", "つ", "な", "は", "ま", "や", "れ", "を"),
          List.of(
              URI.create("https://codh.rois.ac.jp/kmnist/dataset/kmnist/"),
              URI.create("http://codh.rois.ac.jp/kmnist/dataset/kmnist/")),
          packed(
              "bdb82020997e1d708af4cf47b453dcf7",
              "e144d726b3acfaa3e44228e80efcd344",
              "5c965bf0a639b31b8f53240b1b52f4d7",
              "7320c461ea6c1c855c0b718fb2a4b134"),
          55_000,
          21);

  /** The four usual files, of which the MD5 as they come are known. */
  private static List<RemoteFile> packed(String... md5s) {
    return List.of(
        new RemoteFile("train-images-idx3-ubyte.gz", md5s[0], true),
        new RemoteFile("train-labels-idx1-ubyte.gz", md5s[1], true),
        new RemoteFile("t10k-images-idx3-ubyte.gz", md5s[2], true),
        new RemoteFile("t10k-labels-idx1-ubyte.gz", md5s[3], true));
  }

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
  public List<RemoteImages> toDownload(DataSource user) {
    return isHere(user) ? List.of() : List.of(this);
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
