package dev.inkling.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DrawingStore;
import dev.inkling.file.AppFolders;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.LineReader;
import dev.inkling.support.PictureSamples;
import dev.inkling.support.Pictures;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notice;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.ListedPicture.Read;
import dev.inkling.ui.pad.ListedPicture.Refused;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list without a window: work runs at once, or step by step when the test says so. */
class PictureListViewModelTest {
  private static final Background AT_ONCE = new Background(Runnable::run, Runnable::run);

  @TempDir Path home;
  private final Notices notices = new Notices();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private Path seven;
  private Path webp;
  private Path letter;
  private Path blank;

  @BeforeEach
  void make() throws IOException {
    seven =
        Pictures.write(Pictures.stored(Pictures.seven(280)), "png", home.resolve("IMG_0001.PNG"));
    webp = Files.write(home.resolve("seven.webp"), PictureSamples.bytes("lossy.webp"));
    letter = Files.writeString(home.resolve("letter.png"), "Dear network");
    BufferedImage white =
        Pictures.picture(BufferedImage.TYPE_INT_RGB, 300, 200, (_, _) -> Pictures.grey(1));
    blank = Pictures.write(white, "png", home.resolve("blank.png"));
  }

  private PadViewModel padWithoutNetwork(Background files) {
    AppFolders folders = TestStudio.folders(home);
    return new PadViewModel(
        new LiveRecognizer(AT_ONCE, new ClassifierPool(), LineReader.NONE),
        new ModelLibrary(folders),
        new DrawingStore(folders.drawings()),
        files,
        notices);
  }

  private PadViewModel pad(Background files) {
    PadViewModel pad = padWithoutNetwork(files);
    pad.loadModels(ModelLibrary.DEFAULT);
    work.forEach(Runnable::run);
    work.clear();
    return pad;
  }

  private PadViewModel stepwise() {
    return pad(new Background(work::add, Runnable::run));
  }

  /** Does work until a picture was read, or there is no more. */
  private void workUntilRead(PictureListViewModel list, int count) {
    while (list.pictures().stream().filter(ListedPicture::isRead).count() < count
        && !work.isEmpty()) {
      work.remove().run();
    }
  }

  private static String text(ListedPicture picture) {
    return ((Read) picture.outcome()).reading().text();
  }

  @Test
  void eachIsReadOrSaysWhyNot() {
    PadViewModel pad = pad(AT_ONCE);
    PictureListViewModel list = pad.pictures();

    list.open(List.of(letter, blank, seven, webp));

    assertThat(list.pictures())
        .extracting(ListedPicture::file)
        .containsExactly(letter, blank, seven, webp);
    assertThat(list.pictures().get(0).outcome())
        .extracting(outcome -> ((Refused) outcome).problem().key())
        .isEqualTo("problem.picture.format");
    assertThat(((Refused) list.pictures().get(1).outcome()).problem().key())
        .isEqualTo("problem.picture.blank");
    assertThat(text(list.pictures().get(2))).isEqualTo("7");
    assertThat(text(list.pictures().get(3))).isEqualTo("7");
    assertThat(notices.told()).isEmpty();
  }

  @Test
  void thumbnailsKeepTheirProportionsEvenOfWhatHasNoInk() {
    PictureListViewModel list = pad(AT_ONCE).pictures();

    list.open(List.of(letter, blank, webp));

    assertThat(list.pictures().get(0).thumbnail()).isNull();
    BufferedImage small = list.pictures().get(1).thumbnail();
    assertThat(small.getWidth()).isEqualTo(96);
    assertThat(small.getHeight()).isEqualTo(64);
    assertThat(list.pictures().get(2).thumbnail().getRGB(48, 20) & 0xff).isLessThan(0x40);
  }

  @Test
  void theFirstThatIsReadComesOnThePadAndThenWhatIsChosen() {
    PadViewModel pad = pad(AT_ONCE);
    PictureListViewModel list = pad.pictures();

    list.open(List.of(letter, seven, webp));

    assertThat(list.selectedProperty().get()).isEqualTo(1);
    assertThat(pad.recognitionProperty().get().digit()).isEqualTo(7);
    var first = pad.drawingProperty().get();
    list.show(2);
    assertThat(list.selectedProperty().get()).isEqualTo(2);
    assertThat(pad.drawingProperty().get()).isNotEqualTo(first);
    pad.undo();
    assertThat(pad.drawingProperty().get()).isEqualTo(first);
    list.show(0);
    assertThat(notices.told()).singleElement().isInstanceOf(Notice.Trouble.class);
    assertThat(pad.drawingProperty().get()).isEqualTo(first);
  }

  @Test
  void oneAloneMakesNoList() {
    PadViewModel pad = pad(AT_ONCE);

    pad.pictures().open(List.of(seven));

    assertThat(pad.pictures().pictures()).isEmpty();
    assertThat(pad.recognitionProperty().get().digit()).isEqualTo(7);
  }

  @Test
  void aFolderStandsForItsPictures() throws IOException {
    PadViewModel pad = pad(AT_ONCE);
    Path empty = Files.createDirectory(home.resolve("empty"));

    pad.pictures().open(List.of(home));
    assertThat(pad.pictures().pictures())
        .extracting(ListedPicture::name)
        .containsExactly("IMG_0001.PNG", "blank.png", "letter.png", "seven.webp");

    pad.pictures().open(List.of(empty, seven));
    assertThat(pad.pictures().pictures()).hasSize(5);
    assertThat(((Notice.Trouble) notices.told().getFirst()).problem().key())
        .isEqualTo("problem.picture.none");
  }

  @Test
  void oneIsReadAfterTheOtherAndWhatComesLaterWaits() {
    PadViewModel pad = stepwise();
    PictureListViewModel list = pad.pictures();
    list.open(List.of(seven, webp));
    workUntilRead(list, 1);

    assertThat(list.pictures().get(0).isRead()).isTrue();
    assertThat(list.pictures().get(1).isWaiting()).isTrue();
    list.open(List.of(seven, letter));
    workUntilRead(list, 4);
    assertThat(work).isEmpty();
    assertThat(list.pictures()).hasSize(4).noneMatch(ListedPicture::isWaiting);
    assertThat(list.selectedProperty().get()).isZero();
  }

  @Test
  void aListThatIsClosedStaysEmptyAndReadsNoMore() {
    PadViewModel pad = stepwise();
    PictureListViewModel list = pad.pictures();
    list.open(List.of(seven, webp, letter));
    workUntilRead(list, 1);

    list.close();
    workUntilRead(list, 3);

    assertThat(list.pictures()).isEmpty();
    assertThat(list.selectedProperty().get()).isEqualTo(-1);
    list.open(List.of(webp, seven));
    workUntilRead(list, 2);
    assertThat(list.pictures()).hasSize(2).allMatch(ListedPicture::isRead);
  }

  @Test
  void anotherNetworkReadsThemAgain() {
    PadViewModel pad = pad(AT_ONCE);
    PictureListViewModel list = pad.pictures();
    list.open(List.of(letter, seven, webp));
    var before = ((Read) list.pictures().get(1).outcome()).reading();

    pad.modelProperty()
        .set(
            pad.models().stream()
                .filter(model -> model.name().equals("lenet5-relu"))
                .findFirst()
                .orElseThrow());

    assertThat(list.pictures().get(0).isRefused()).isTrue();
    assertThat(text(list.pictures().get(1))).isEqualTo("7");
    assertThat(((Read) list.pictures().get(1).outcome()).reading()).isNotSameAs(before);
    assertThat(list.pictures().get(2).isRead()).isTrue();
  }

  @Test
  void withoutANetworkTheyWaitForOne() {
    PadViewModel pad = padWithoutNetwork(AT_ONCE);
    pad.pictures().open(List.of(seven, webp));
    assertThat(pad.pictures().pictures()).hasSize(2).allMatch(ListedPicture::isWaiting);

    pad.loadModels(ModelLibrary.DEFAULT);

    assertThat(pad.pictures().pictures()).allMatch(ListedPicture::isRead);
  }
}
