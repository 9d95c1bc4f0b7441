package dev.inkling.data;

import dev.inkling.text.Phrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data set as a user names it, before it is loaded. Each kind knows its name and its title, where
 * it is, what it reads and what may be wrong with it. What is the user's own, such as the folder
 * that downloads are kept in, is in {@link DataSource}.
 */
public sealed interface ImageSource
    permits RemoteImages, WrittenDigits, KeptDrawings, CollectionImages, FileImages, MixedImages {
  /** What a name means: a data set of that name, or else a place on this computer. */
  static ImageSource of(String name) {
    return ImageSources.of(name);
  }

  /** Those that have a name, in the order in which they are offered. */
  static List<ImageSource> named() {
    return ImageSources.NAMED;
  }

  /**
   * The name of a place's images that are to be taken otherwise than they stand in their files; a
   * name of its own has no such.
   *
   * @param isTransposed whether rows become columns
   * @param isAsIs whether pictures are scaled and not framed
   */
  static String taken(String name, boolean isTransposed, boolean isAsIs) {
    return of(name) instanceof FileImages ? NamedPlace.with(name, isTransposed, isAsIs) : name;
  }

  /**
   * The name of a place's images that are taken so, however they were taken before; a name of its
   * own stays as it is.
   *
   * @param isTransposed whether rows become columns
   * @param isAsIs whether pictures are scaled and not framed
   */
  static String retaken(String name, boolean isTransposed, boolean isAsIs) {
    return of(name) instanceof FileImages file
        ? NamedPlace.with(file.at().path(), isTransposed, isAsIs)
        : name;
  }

  /** True where a name says that rows become columns. */
  static boolean isTransposed(String name) {
    return of(name) instanceof FileImages file && file.at().isTransposed();
  }

  /** True where a name says that pictures are scaled and not framed. */
  static boolean isAsIs(String name) {
    return of(name) instanceof FileImages file && file.at().isAsIs();
  }

  /** What a user types, or has chosen. */
  String name();

  /** What finds it wherever a program is started: its name, or its place, absolute. */
  default String place() {
    return name();
  }

  /** True for what somebody named by its place. */
  default boolean isPlace() {
    return false;
  }

  /** What people call it. */
  Phrase title();

  /** What people call its test images. */
  default Phrase testTitle() {
    return title();
  }

  /** True for what can be learned from; what cannot is for measuring alone. */
  default boolean isForTraining() {
    return true;
  }

  /**
   * False for images whose classes nobody knows: they can only be read.
   *
   * @throws dev.inkling.text.Problem when a file is missing or broken
   */
  default boolean hasLabels() {
    return true;
  }

  /** True for drawings that the user can change in the window. */
  default boolean isDrawnHere() {
    return false;
  }

  /** True for what each version of Inkling makes anew, and may make otherwise. */
  default boolean isMade() {
    return false;
  }

  /** True when images to train on can be loaded, without a download. */
  boolean isHere(DataSource user);

  /** True when it can be had, but has to be downloaded first. */
  default boolean needsDownload(DataSource user) {
    return !toDownload(user).isEmpty();
  }

  /** What has to be downloaded before it can be loaded. */
  default List<RemoteImages> toDownload(DataSource user) {
    return List.of();
  }

  /** The file or the folder that somebody chose; empty for all that is no place of its own. */
  default Optional<Path> chosen() {
    return Optional.empty();
  }

  /** False for a place where there is nothing. */
  default boolean isFound() {
    return true;
  }

  /** Where it is on this computer, in words. */
  default Phrase where(DataSource user) {
    return testTitle();
  }

  /** The files that may change while a program runs; none where they never do. */
  default List<Path> files(DataSource user) {
    return List.of();
  }

  /**
   * How many images an epoch learns from. Nothing is downloaded for it, and where the name says it,
   * nothing is read.
   *
   * @throws dev.inkling.text.Problem when files are missing or broken
   */
  default int trainingImages(DataSource user) {
    return load(user, DownloadProgress.SILENT).train().count();
  }

  /**
   * Loads training, validation and test images.
   *
   * @param progress hears of a download, if there is one
   * @throws dev.inkling.text.Problem when files are missing, broken or cannot be downloaded
   */
  DataSet load(DataSource user, DownloadProgress progress);

  /**
   * Loads the test images alone, so that what has no training images can be evaluated.
   *
   * @throws dev.inkling.text.Problem when files are missing, broken or cannot be downloaded
   */
  Digits loadTest(DataSource user, DownloadProgress progress);

  /**
   * Whose hand the images of {@link #loadTest} are, in their order, null for nobody's in
   * particular; nothing where nobody is known.
   */
  default List<@Nullable String> testWriters(DataSource user) {
    return List.of();
  }

  /**
   * Loads images that are to be read, whether anybody knows their classes or not: all that are for
   * testing.
   *
   * @throws dev.inkling.text.Problem when files are missing, broken or cannot be downloaded
   */
  default Digits loadUnlabeled(DataSource user, DownloadProgress progress) {
    return loadTest(user, progress);
  }
}
