package dev.inkling.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.PictureSamples;
import dev.inkling.ui.pad.PictureContent.InFiles;
import dev.inkling.ui.pad.PictureContent.InMemory;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What browsers, office programs and file managers put on the clipboard. */
class PictureContentTest {
  @TempDir Path folder;

  private final ClipboardContent content = new ClipboardContent();

  @BeforeAll
  static void begin() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  private static <T> T onFx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
  }

  /** What is found after the content was copied. */
  private Optional<PictureContent> found() {
    return onFx(
        () -> {
          Clipboard board = Clipboard.getSystemClipboard();
          board.setContent(content);
          Optional<PictureContent> found = PictureContent.of(board, "it");
          assertThat(found.isEmpty() || PictureContent.isIn(board)).as("may be dropped").isTrue();
          return found;
        });
  }

  private boolean isElsewhere() {
    assertThat(found()).isEmpty();
    return onFx(() -> PictureContent.isElsewhere(Clipboard.getSystemClipboard()));
  }

  private BufferedImage picture() throws Exception {
    return ((InMemory) found().orElseThrow()).decoder().call();
  }

  private void put(String kind, byte[] bytes) {
    DataFormat known = DataFormat.lookupMimeType(kind);
    content.put(known == null ? new DataFormat(kind) : known, ByteBuffer.wrap(bytes));
  }

  private static WritableImage pixels() {
    return new WritableImage(3, 3);
  }

  /** The picture of the samples, not the pixels beside it nor what the page has. */
  private void assertSeven() throws Exception {
    BufferedImage read = picture();
    assertThat(read.getWidth()).isEqualTo(140);
    assertThat(read.getRGB(70, 30) & 0xff).isLessThan(0x28);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/webp", "image/x-png", "image/tiff", "image/x-MS-bmp"})
  void bytesComeFirstWhateverTheyAreCalled(String kind) throws Exception {
    put(kind, PictureSamples.bytes("lossy.webp"));
    content.putImage(pixels());
    content.putHtml("<img src=\"https://example.org/7.webp\">");

    assertSeven();
  }

  @Test
  void aKindThatIsPromisedButEmptyIsPassedOver() throws Exception {
    put("image/png", new byte[0]);
    put("image/tiff", PictureSamples.bytes("sixteen-bits.tif"));

    assertSeven();
  }

  @Test
  void pixelsAreTakenWhereThereAreNoBytes() throws Exception {
    content.putImage(pixels());

    assertThat(picture().getWidth()).isEqualTo(3);
  }

  private static String dataUrl() {
    String bytes = Base64.getEncoder().encodeToString(PictureSamples.bytes("lossy.webp"));
    return "data:image/webp;base64," + bytes;
  }

  @Test
  void aDataUrlIsReadAsTextWithBlanksAround() throws Exception {
    content.putString("\n " + dataUrl() + " \n");
    assertSeven();
  }

  @Test
  void aDataUrlIsReadInAPage() throws Exception {
    content.putHtml("<p><IMG alt=7 SRC=" + dataUrl() + ">");
    assertSeven();
  }

  /** As Word has it: a place holder first, then the file that it left in a temporary folder. */
  @Test
  void aFileThatAPageShowsIsOpened() {
    Path picture = folder.resolve("clip image001.png");
    content.putHtml("<img src=''><img width=7 src='" + picture.toUri() + "'>");

    assertThat(found()).contains(new InFiles(List.of(picture)));
  }

  @Test
  void aFilesAddressOrPathIsOpened() {
    Path picture = folder.resolve("7.png");
    for (String text : new String[] {picture.toUri().toString(), "\"" + picture + "\""}) {
      content.clear();
      content.putString(text);
      assertThat(found()).as(text).contains(new InFiles(List.of(picture)));
    }
  }

  @Test
  void severalFilesComeInTheirOrder() {
    Path second = folder.resolve("2.png");
    Path first = folder.resolve("1.png");
    content.putFiles(List.of(second.toFile(), first.toFile()));
    content.putString("7");

    assertThat(found()).contains(new InFiles(List.of(second, first)));
  }

  @Test
  void anAddressOfTheWebIsElsewhere() {
    content.putString(" https://example.org/7.png\n");
    assertThat(isElsewhere()).isTrue();
  }

  @Test
  void whatNamesNoPictureIsNoneAndNowhereElse() {
    content.putString("the 7th of May, see https://example.org");
    assertThat(isElsewhere()).isFalse();
    content.clear();
    content.putHtml("<b>7</b>");
    assertThat(found()).isEmpty();
  }
}
