package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.ImageSource;
import dev.inkling.data.Synthetic;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.train.Augmenter;
import dev.inkling.ui.kit.Background;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Sixteen training images as augmentation would vary them. */
public final class AugmentationPreview {
  /** Images that are shown. */
  public static final int COUNT = 16;

  private final DataSource dataSource;
  private final Background files;
  private final Consumer<Throwable> onFailure;
  private final ReadOnlyObjectWrapper<List<GreyImage>> images =
      new ReadOnlyObjectWrapper<>(List.of());

  private int asked;

  AugmentationPreview(DataSource dataSource, Background files, Consumer<Throwable> onFailure) {
    this.dataSource = dataSource;
    this.files = files;
    this.onFailure = onFailure;
  }

  /** The images, 28×28 each; none before the first {@link #show}. */
  public ReadOnlyObjectProperty<List<GreyImage>> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /**
   * Varies the first images of a data set; each call varies them anew.
   *
   * @param data as a recipe names it; written digits stand in for MNIST before it is downloaded
   */
  public void show(String data, Augmentation strength) {
    int epoch = ++asked;
    files.run(
        () -> vary(digits(data), strength, epoch),
        varied -> {
          if (asked == epoch) {
            images.set(varied);
          }
        },
        onFailure);
  }

  private Digits digits(String data) {
    boolean isDownloadNeeded = ImageSource.of(data).needsDownload(dataSource);
    return isDownloadNeeded
        ? Synthetic.digits(COUNT, 1)
        : dataSource.load(data, DownloadProgress.SILENT).train();
  }

  private static List<GreyImage> vary(Digits digits, Augmentation strength, int epoch) {
    Augmenter augmenter = new Augmenter(strength, 1);
    return IntStream.range(0, Math.min(COUNT, digits.count()))
        .mapToObj(
            i -> {
              float[] ink = new float[Digits.PIXELS];
              augmenter.write(digits, i, epoch, ink, 0);
              return new GreyImage(Framing.SIZE, Framing.SIZE, ink);
            })
        .toList();
  }
}
