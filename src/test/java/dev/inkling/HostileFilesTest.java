package dev.inkling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.data.DrawingFiles;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Idx;
import dev.inkling.data.Synthetic;
import dev.inkling.file.AppFolders;
import dev.inkling.file.Folders;
import dev.inkling.image.PictureFile;
import dev.inkling.ink.StrokesFile;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Recipe;
import dev.inkling.pack.Importer;
import dev.inkling.pack.InklingFile;
import dev.inkling.run.Run;
import dev.inkling.run.RunReport;
import dev.inkling.run.RunStore;
import dev.inkling.run.RunTrainer;
import dev.inkling.support.Allocation;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.Mutations;
import dev.inkling.support.PictureSamples;
import dev.inkling.support.TinyModels;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import dev.inkling.train.TrainingListener;
import dev.inkling.ui.shell.Settings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each file that Inkling reads, broken and changed in some hundred ways: it is read all the same,
 * or a sentence says what is wrong with it. Nothing else is thrown, and no memory is taken that a
 * header only speaks of.
 */
@Timeout(120)
class HostileFilesTest {
  private static final Messages MESSAGES = new Messages(Messages.LANGUAGES.getFirst());

  private static final Logger LOGGER = Logger.getLogger(Run.class.getName());

  /** Of the heap, for one file. */
  private static final long MOST_BYTES = 100 << 20;

  @TempDir static Path home;
  private static Run run;

  @BeforeAll
  static void train() {
    LOGGER.setLevel(Level.OFF); // each checkpoint that is passed over would be told
    DataSet data = Synthetic.dataSet(60, 20);
    Recipe recipe = TinyModels.recipe(Recipe.Optimizer.ADAM, 0.01, 2);
    run = new RunStore(user("made")).create("dropout-sgd", recipe, "synthetic");
    new RunTrainer(run, data, new TrainingListener() {}).train();
  }

  @AfterAll
  static void logAgain() {
    LOGGER.setLevel(null);
  }

  private static AppFolders user(String name) {
    Path root = home.resolve(name);
    return new AppFolders(root, root, root, root.resolve("shipped"));
  }

  private interface Reader {
    void read() throws IOException;
  }

  /** Puts each in a file's place, reads, and puts the file back. */
  private static void assertRead(Path file, List<byte[]> contents, Reader reader)
      throws IOException {
    byte[] good = Files.readAllBytes(file);
    assertThat(contents).hasSizeGreaterThan(30);
    assertThat(catchThrowable(reader::read)).as("as it was").isNull();
    for (byte[] content : contents) {
      Files.write(file, content);
      Throwable[] thrown = new Throwable[1];
      long bytes = Allocation.of(() -> thrown[0] = catchThrowable(reader::read));
      String shown = shown(content);
      if (thrown[0] != null) {
        assertThat(thrown[0]).as(shown).isInstanceOf(Problem.class);
        Problem problem = (Problem) thrown[0];
        assertThat(problem.key()).as(shown).isNotEqualTo("problem.unexpected");
        assertThat(MESSAGES.get(problem)).as(shown).isNotBlank();
      }
      assertThat(bytes).as(shown).isLessThan(MOST_BYTES);
    }
    Files.write(file, good);
  }

  private static String shown(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    return text.length() > 3_000 ? text.substring(0, 3_000) : text;
  }

  /** Bytes and values of a text. */
  private static List<byte[]> changes(Path file, int values) throws IOException {
    List<byte[]> all = new ArrayList<>(Mutations.ofBytes(Files.readAllBytes(file), 60, 1));
    all.addAll(Mutations.bytes(Mutations.ofText(Files.readString(file), values)));
    return all;
  }

  @Test
  void modelJson() throws IOException {
    Path folder = run.checkpoint(2);
    Path card = folder.resolve(ModelFolder.CARD);

    assertRead(
        card,
        changes(card, 30),
        () -> {
          run.made(ModelFolder.readCard(folder));
          ModelFolder.read(folder);
        });
  }

  @Test
  void parametersNpz() throws IOException {
    Path folder = run.checkpoint(2);
    Path file = folder.resolve(ModelFolder.PARAMETERS);
    byte[] good = Files.readAllBytes(file);
    List<byte[]> all = new ArrayList<>(Mutations.ofBytes(good, 200, 2));
    for (String header : Mutations.ofText("'<f4', False, (10, 1, 5, 5)", 9)) {
      all.add(Mutations.zipWith(good, "conv1.weight.npy", array -> withHeader(array, header)));
    }

    assertRead(file, all, () -> ModelFolder.read(folder));
  }

  /** Another type, order and shape before the same numbers, with a length that is right. */
  private static byte[] withHeader(byte[] array, String values) {
    String[] parts = values.split(", ", 3);
    String text =
        "{'descr': %s, 'fortran_order': %s, 'shape': %s, }\n"
            .formatted(parts[0], parts[1], parts[2]);
    byte[] header = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[10 + header.length + 1_000];
    System.arraycopy(array, 0, whole, 0, 8);
    whole[8] = (byte) header.length;
    whole[9] = (byte) (header.length >> 8);
    System.arraycopy(header, 0, whole, 10, header.length);
    return whole;
  }

  @Test
  void runJson() throws IOException {
    Path info = run.folder().resolve("run.json");

    assertRead(
        info,
        changes(info, 30),
        () -> {
          run.info();
          run.checkAtRest();
          RunReport.write(run, MESSAGES, home.resolve("report.html"));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"checkpoint.json", "optimizer.npz"})
  void whatARunGoesOnFrom(String name) throws IOException {
    Path file = run.checkpoint(2).resolve(name);
    List<byte[]> all =
        name.endsWith(".json")
            ? changes(file, 10)
            : Mutations.ofBytes(Files.readAllBytes(file), 80, 3);

    assertRead(
        file,
        all,
        () -> {
          run.check();
          run.epochToSave();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"batches.csv", "epochs.csv", "classes.csv"})
  void whatARunHasMeasured(String name) throws IOException {
    Path file = run.folder().resolve(name);

    assertRead(
        file, changes(file, 8), () -> RunReport.write(run, MESSAGES, home.resolve("report.html")));
  }

  @Test
  void idxFiles() throws IOException {
    Digits digits = Synthetic.digits(12, 5);
    Path folder = IdxFiles.write(home.resolve("idx"), digits, digits);
    for (String name : List.of(IdxFiles.TRAIN_IMAGES, IdxFiles.TRAIN_LABELS)) {
      Path file = folder.resolve(name);
      byte[] plain = Files.readAllBytes(file);
      List<byte[]> all = new ArrayList<>(Mutations.ofBytes(plain, 150, 4));
      Mutations.ofBytes(plain, 100, 5).forEach(changed -> all.add(IdxFiles.gzip(changed)));
      all.addAll(Mutations.ofBytes(IdxFiles.gzip(plain), 100, 6));

      assertRead(file, all, () -> Idx.read(folder, Idx.Part.TRAIN));
    }
  }

  @Test
  void strokes() throws IOException {
    Path file = home.resolve("strokes.jsonl");
    Files.writeString(
        file,
        """
        {"strokes":[[[10,20],[30,40.5]],[[1,2]]],"widths":[20,30.5],"erases":[false,true],"label":7}
        {"strokes":[[[100,20],[130,240]]],"label":"1"}
        """);

    assertRead(file, changes(file, 60), () -> StrokesFile.read(file));
  }

  @Test
  void drawings() throws IOException {
    DrawingStore store = new DrawingStore(home.resolve("drawings"));
    Files.createDirectories(home.resolve("drawings"));
    Files.writeString(
        store.file(),
        """
        {"id":"a","label":7,"read":1,"model":"m","time":"2026-01-02T03:04:05Z",\
        "strokes":[[[10,20],[30,40.5]]],"widths":[20],"erases":[false]}
        """);

    assertRead(
        store.file(),
        changes(store.file(), 60),
        () -> {
          DrawingStore.digits(store.all());
          DrawingFiles.drawings(store.file());
        });
  }

  @Test
  void settings() throws IOException {
    Path file = home.resolve("settings.json");
    Settings.FIRST.save(file);

    assertRead(file, changes(file, 20), () -> Settings.load(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "jpg", "tiff"})
  void pictures(String format) throws IOException {
    Path file = home.resolve("picture." + format);
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_3BYTE_BGR), format, file.toFile());

    assertRead(
        file, Mutations.ofBytes(Files.readAllBytes(file), 200, 7), () -> PictureFile.read(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "alpha.webp", "cmyk.jpg", "sixteen-bits.tif"})
  void picturesOfOtherPrograms(String name) throws IOException {
    byte[] whole = PictureSamples.bytes(name);
    Path file = Files.write(home.resolve(name), whole);

    assertRead(file, Mutations.ofBytes(whole, 200, 7), () -> PictureFile.read(file));
  }

  @Test
  void inklingFiles() throws IOException {
    Path file = home.resolve("run.inkling");
    InklingFile.pack(run.folder(), file);
    byte[] good = Files.readAllBytes(file);
    List<byte[]> all = new ArrayList<>(Mutations.ofBytes(good, 60, 8));
    for (String name : List.of("run.json", "checkpoints/0002/checkpoint.json")) {
      for (byte[] changed :
          Mutations.ofBytes(Files.readAllBytes(run.folder().resolve(name)), 20, 9)) {
        all.add(Mutations.zipWith(good, name, _ -> changed));
      }
    }
    AppFolders other = user("other");

    assertRead(
        file,
        all,
        () -> {
          try {
            new Importer(other).take(file);
          } finally {
            Folders.delete(other.data());
          }
        });
  }
}
