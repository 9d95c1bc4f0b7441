package dev.inkling.ui.pad;

import dev.inkling.image.PictureFile;
import dev.inkling.image.PictureFiles;
import dev.inkling.image.Thumbnail;
import dev.inkling.pile.Pile;
import dev.inkling.recognize.PictureReader;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.ListedPicture.Outcome;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that came several at once: they are read one after the other in the background, and each
 * can be looked at on the pad. Used on the FX thread alone.
 */
public final class PictureListViewModel {
  /** In pixels: twice as large as it is shown, for fine screens. */
  private static final int THUMBNAIL = 96;

  private static final int NONE = -1;

  /** More pictures of a folder than this nobody looks at one by one. */
  private static final int FEW = 100;

  private final PadViewModel pad;
  private final LiveRecognizer recognizer;
  private final Background files;
  private final Notices.Topic problems;

  // Properties
  private final ObservableList<ListedPicture> pictures = FXCollections.observableArrayList();
  private final ObservableList<ListedPicture> listed =
      FXCollections.unmodifiableObservableList(pictures);
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(NONE);
  private final ObjectProperty<@Nullable List<Path>> pile = new SimpleObjectProperty<>();

  private boolean isReading;

  /** Grows whenever an answer that is under way must not be listed any more. */
  private int generation;

  /** An empty list beside a pad, whose network reads. */
  PictureListViewModel(
      PadViewModel pad, LiveRecognizer recognizer, Background files, Notices.Topic problems) {
    this.pad = pad;
    this.recognizer = recognizer;
    this.files = files;
    this.problems = problems;
    pad.networkProperty().addListener((_, _, _) -> readAgain());
  }

  /** All pictures in the order in which they came; none where no list is to be seen. */
  ObservableList<ListedPicture> pictures() {
    return listed;
  }

  /** Which of them was put on the pad last, counted from 0; -1 for none. */
  ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Folders and archives that are to be read as a table; null when nobody asked for that. */
  public ObjectProperty<@Nullable List<Path>> pileProperty() {
    return pile;
  }

  // Commands

  /**
   * Opens files and the pictures of folders: a single one on the pad alone, several as a list.
   * Folders with very many, or with others in them, and archives are a pile.
   */
  void open(List<Path> paths) {
    problems.over();
    files.run(
        () -> paths.stream().anyMatch(path -> Pile.isOne(path, FEW)),
        isPile -> {
          if (isPile) {
            pile.set(paths);
          } else {
            list(paths);
          }
        },
        problems::fail);
  }

  private void list(List<Path> paths) {
    boolean isOne = paths.size() == 1;
    for (Path path : paths) {
      files.run(() -> PictureFiles.in(path), found -> take(found, isOne), problems::fail);
    }
  }

  private void take(List<Path> found, boolean isOne) {
    if (isOne && found.size() == 1) {
      pad.open(found.getFirst());
    } else {
      found.forEach(file -> pictures.add(ListedPicture.waiting(file)));
      readNext();
    }
  }

  /** Puts a picture of the list on the pad. */
  void show(int index) {
    selected.set(index);
    pad.open(pictures.get(index).file());
  }

  /** Empties the list; what still waits is not read. */
  void close() {
    begin();
    pictures.clear();
    selected.set(NONE);
  }

  /** From here on nothing counts that was asked before. */
  private void begin() {
    generation++;
    isReading = false;
  }

  /** With another network; what cannot be opened stays so. */
  private void readAgain() {
    begin();
    pictures.replaceAll(
        picture -> picture.isRefused() ? picture : picture.with(new ListedPicture.Waiting()));
    readNext();
  }

  private void readNext() {
    int index =
        IntStream.range(0, pictures.size())
            .filter(i -> pictures.get(i).isWaiting())
            .findFirst()
            .orElse(NONE);
    if (isReading || index == NONE || pad.networkProperty().get() == null) {
      return;
    }
    isReading = true;
    ListedPicture picture = pictures.get(index);
    files.run(
        () -> Opened.of(picture.file(), picture.name()),
        still(
            opened -> {
              pictures.set(index, pictures.get(index).with(opened.thumbnail));
              read(index, opened.picture);
            }),
        refusal(index));
  }

  private record Opened(BufferedImage picture, BufferedImage thumbnail) {
    static Opened of(Path file, String name) {
      BufferedImage picture = PictureFile.read(file, name);
      return new Opened(picture, Thumbnail.of(picture, THUMBNAIL));
    }
  }

  private void read(int index, BufferedImage picture) {
    String name = pictures.get(index).name();
    recognizer.see(
        () -> picture,
        (seen, classifier, lines) -> PictureReader.read(seen, name, classifier, lines),
        still(seen -> done(index, new ListedPicture.Read(seen.reading()))),
        refusal(index));
  }

  private Consumer<Throwable> refusal(int index) {
    return still(e -> done(index, new ListedPicture.Refused(Problem.of(e))));
  }

  /** Hears only of what was asked since the list was last emptied or begun anew. */
  private <T> Consumer<T> still(Consumer<T> then) {
    int askedIn = generation;
    return answer -> {
      if (askedIn == generation) {
        then.accept(answer);
      }
    };
  }

  /** The first that is read is shown on the pad, unless somebody looks at another. */
  private void done(int index, Outcome outcome) {
    isReading = false;
    pictures.set(index, pictures.get(index).with(outcome));
    if (selected.get() == NONE && pictures.get(index).isRead()) {
      show(index);
    }
    readNext();
  }
}
