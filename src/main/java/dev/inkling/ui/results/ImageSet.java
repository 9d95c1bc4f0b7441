package dev.inkling.ui.results;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.ImageSource;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.file.FileState;
import java.util.List;
import java.util.Optional;

/**
 * Images that are evaluated, as they were when they were read.
 *
 * @param name of the data set
 * @param hand whose drawings they are; empty for everybody's, and for what was not drawn here
 * @param hands all that have drawings here, in the order of their first
 * @param files its files as they were when it was read
 * @param digits the images with their labels
 * @param drawings that the images were made of, one for each; empty where they were not drawn here
 */
record ImageSet(
    String name,
    Optional<NamedHand> hand,
    List<NamedHand> hands,
    List<FileState> files,
    Digits digits,
    List<Kept> drawings) {
  /**
   * Reads the test images of a data set.
   *
   * @param hand whose drawings are wanted; everybody's where that hand has none
   * @throws dev.inkling.text.Problem when there are none, or they cannot be read
   */
  static ImageSet read(
      String name, Optional<NamedHand> hand, DataSource source, DownloadProgress progress) {
    List<FileState> files = files(name, source);
    if (ImageSource.of(name).isDrawnHere()) {
      List<Kept> all = source.drawings().all();
      List<NamedHand> hands =
          all.stream().map(kept -> new NamedHand(kept.writer(), null)).distinct().toList();
      Optional<NamedHand> one = hand.filter(hands::contains);
      List<Kept> drawings =
          all.stream().filter(kept -> one.isEmpty() || one.get().is(kept.writer())).toList();
      Digits digits = all.isEmpty() ? source.drawings().digits() : DrawingStore.digits(drawings);
      return new ImageSet(name, one, hands, files, digits, drawings);
    }
    Digits digits = source.loadTest(name, progress);
    return new ImageSet(name, Optional.empty(), List.of(), files, digits, List.of());
  }

  /** What results on them are said to be of. */
  String title() {
    return hand.flatMap(one -> Optional.ofNullable(one.name()))
        .map(writer -> name + ": " + writer)
        .orElse(name);
  }

  /** The files of a data set as they are now; none where they never change. */
  static List<FileState> files(String name, DataSource source) {
    return FileState.of(ImageSource.of(name).files(source));
  }
}
