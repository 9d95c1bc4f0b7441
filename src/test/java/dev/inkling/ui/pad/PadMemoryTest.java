package dev.inkling.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DrawingStore;
import dev.inkling.image.Hint;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Picture;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.support.LogList;
import dev.inkling.support.Pictures;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.shell.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of the program and its next start, without a window. */
class PadMemoryTest {
  private static final Drawing ERASED =
      new Drawing(
          List.of(
              new Stroke(List.of(new Point(145, 50), new Point(146, 230.5)), 18, false),
              new Stroke(List.of(new Point(100, 60)), 24, true)));

  @TempDir Path home;
  private Studio studio;
  private PadViewModel pad;
  private PadMemory memory;

  /** A program that starts, with the model that it had the last time. */
  private void start(String model) {
    studio = TestStudio.atOnce(home);
    pad = studio.pad();
    memory = new PadMemory(pad, file());
    memory.restore();
    pad.loadModels(model);
  }

  private void start() {
    start(ModelLibrary.DEFAULT);
  }

  private Path file() {
    return home.resolve("pad.json");
  }

  /** A program that ends. */
  private void end() {
    memory.saving().run();
    studio.close();
  }

  @Test
  void theFirstStartHasAnEmptyPad() {
    start();
    assertThat(pad.emptyBinding().get()).isTrue();
  }

  @Test
  void strokesStandThereAgainAndAreRead() {
    start();
    pad.replace(ERASED);
    end();

    start();
    assertThat(pad.drawingProperty().get()).isEqualTo(ERASED);
    assertThat(pad.recognitionProperty().get().digit()).isEqualTo(1);
    assertThat(pad.undoableProperty().get()).as("nothing was done yet").isFalse();
  }

  @Test
  void anOpenedPictureIsThereWithWhatWasSaidOfIt() throws IOException {
    Path file = Pictures.write(Pictures.stored(Pictures.seven(200)), "png", home.resolve("7.png"));
    start();
    pad.open(file);
    pad.sight().toolProperty().set(Hint.Kind.INK);
    pad.sight().hint(100, 40);
    Aim aim = pad.sight().aimProperty().get();
    end();

    start();
    assertThat(pad.sight().openedProperty().get().name()).isEqualTo("7.png");
    assertThat(pad.sight().aimProperty().get()).isEqualTo(aim);
    assertThat(aim.hints()).hasSize(1);
    assertThat(pad.recognitionProperty().get().digit()).isEqualTo(7);
    assertThat(pad.undoableProperty().get()).isFalse();
    assertThat(pad.recent().files()).containsExactly(file);
    end();
    assertThat(Files.readString(file())).contains("7.png");
  }

  @Test
  void ofAPictureThatIsGoneTheInkStays() throws IOException {
    Path file = Pictures.write(Pictures.stored(Pictures.seven(200)), "png", home.resolve("7.png"));
    start();
    pad.open(file);
    end();
    Files.delete(file);

    start();
    assertThat(pad.drawingProperty().get().marks().getFirst()).isInstanceOf(Picture.class);
    assertThat(pad.recognitionProperty().get().digit()).isEqualTo(7);
    assertThat(pad.sight().sightProperty().get()).isNull();
    assertThat(studio.notices().told()).isEmpty();
  }

  @Test
  void theEpochOfARunReadsOn() {
    Path epoch = home.resolve("epoch-3");
    ModelFolder.write(epoch, TinyModels.untrained("tiny"));
    Entry entry = new Entry("tiny · 3", epoch, false);
    start();
    pad.choose(entry);
    pad.reloadModels();
    assertThat(pad.modelProperty().get()).as("another model came").isEqualTo(entry);
    end();

    start(entry.name());
    assertThat(pad.modelProperty().get()).isEqualTo(entry);
    assertThat(pad.cardProperty().get().name()).isEqualTo("tiny");
  }

  @Test
  void whatWasKeptIsKnownToBe() {
    DrawingStore drawings = new DrawingStore(TestStudio.folders(home).drawings());
    start();
    pad.replace(ERASED);
    pad.keeping().keep(1);
    end();

    start();
    assertThat(pad.keeping().keptProperty().get().label()).isEqualTo(1);
    pad.keeping().keep(7);
    assertThat(drawings.all()).hasSize(1);
    String id = drawings.all().getFirst().id();
    end();
    drawings.delete(Set.of(id));
    start();
    assertThat(pad.keeping().keptProperty().get()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"marks\":[{}],\"recent\":[],\"kept\":[]}",
        "{\"marks\":[null],\"recent\":[],\"kept\":[]}",
        "{\"marks\":[{\"ink\":\"AAAA\"}],\"recent\":[],\"kept\":[]}",
        "{\"marks\":[],\"shown\":{\"file\":\"a\"},\"recent\":[],\"kept\":[]}",
        "{\"marks\":[],\"network\":{},\"recent\":[],\"kept\":[]}"
      })
  void aBrokenFileIsAsNoneAndTheLogSaysSo(String text) throws IOException {
    LogList log = new LogList();
    Logger logger = Logger.getLogger(PadMemory.class.getName());
    logger.addHandler(log);
    try {
      Files.writeString(file(), text);
      start();
    } finally {
      logger.removeHandler(log);
    }
    assertThat(log.records()).hasSize(1);
    assertThat(pad.emptyBinding().get()).isTrue();
    assertThat(pad.networkProperty().get()).isNotNull();
    assertThat(studio.notices().told()).isEmpty();
  }
}
