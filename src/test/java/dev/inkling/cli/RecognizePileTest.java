package dev.inkling.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.inkling.model.ModelFolder;
import dev.inkling.pile.PileMaker;
import dev.inkling.pile.PileTable;
import dev.inkling.support.PictureSamples;
import dev.inkling.support.Pictures;
import dev.inkling.support.Program;
import dev.inkling.support.TestStudio;
import dev.inkling.text.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Folders, archives and lists of pictures as a table: {@code inkling recognize … --csv}. */
class RecognizePileTest extends CommandLineTest {
  private static final String HEADER = "path,text,digits,confidence,isDigit,boxes,problem";

  /** With -Dinkling.pictures=2000 twenty of them are broken. */
  private static final int MANY = Integer.getInteger("inkling.pictures", 40);

  private static final String LONG = "long".repeat(30);

  private Path pictures;
  private Path csv;
  private byte[] seven;

  @BeforeEach
  void makeAPile() throws IOException {
    ship("inkling");
    pictures = Files.createDirectories(home.resolve("pile"));
    csv = home.resolve("out.csv");
    Path file = home.resolve("seven.png");
    Pictures.write(Pictures.stored(Pictures.seven(40)), "png", file);
    seven = Files.readAllBytes(file);
  }

  private void put(String name) throws IOException {
    put(name, seven);
  }

  private void put(String name, byte[] bytes) throws IOException {
    Path file = pictures.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** So many, some of them broken, in several folders. */
  private void putMany(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      byte[] bytes = i % (count < 200 ? 10 : 100) == 0 ? Arrays.copyOf(seven, 60) : seven;
      put("part" + i % 3 + "/" + i + ".png", bytes);
    }
  }

  private List<String> rows() throws IOException {
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.getFirst()).isEqualTo(HEADER);
    return lines.subList(1, lines.size());
  }

  private List<String> names() throws IOException {
    return rows().stream().map(row -> row.substring(0, row.indexOf(','))).toList();
  }

  @Test
  void foldersAreWalkedInTheOrderOfTheirNamesAndEachPictureIsARow() throws IOException {
    put("b.png");
    put("a/2.png");
    put("a/10.png");
    put("c/deep/er/x.PNG");
    put("._b.png");
    put("notes.txt");

    Result result = inkling("recognize", pictures, "--csv", csv);

    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("4 pictures", "all could be read", csv.toString());
    assertThat(names().stream().map(name -> pictures.relativize(Path.of(name)).toString()))
        .containsExactly("a/10.png", "a/2.png", "b.png", "c/deep/er/x.PNG");
    assertThat(rows().getFirst()).matches(".*,\\d,1,0\\.\\d{4},(true|false),\\d+ \\d+ \\d+ \\d+,");
    assertThat(home.resolve("out.csv.unfinished")).doesNotExist();
  }

  @Test
  void theAnswerIsThatToThePictureAlone() throws IOException {
    put("numbers.png", PictureSamples.bytes("cmyk.jpg"));
    put("seven.png");

    inkling("recognize", pictures, "--csv", csv);

    for (String row : rows()) {
      String[] cells = row.split(",", -1);
      JsonObject alone =
          JsonParser.parseString(inkling("recognize", "--json", cells[0]).out()).getAsJsonObject();
      assertThat(cells[1]).isEqualTo(alone.get("digit").getAsString());
      assertThat(Double.parseDouble(cells[3]))
          .isCloseTo(alone.get("confidence").getAsDouble(), within(6e-5));
      assertThat(cells[4]).isEqualTo(alone.get("isDigit").getAsString());
    }
  }

  @Test
  void whatCannotBeReadIsARowWithItsReasonAndCounted() throws IOException {
    put("a.png");
    put("cut.png", Arrays.copyOf(seven, 60));
    put("text.png", "text".getBytes(UTF_8));
    Path none = home.resolve("none.png");

    Result result = inkling("recognize", pictures, none, "--csv", csv, "--json");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(rows()).hasSize(4);
    assertThat(rows().get(1)).contains("cut.png,,0,,false,,", "cut.png is damaged");
    assertThat(rows().get(2)).contains("not a picture");
    assertThat(rows().get(3)).contains("there is no such file");
    assertThat(result.err()).contains("4 pictures", "3 could not be read");
    assertThat(result.lines()).hasSize(4);
    JsonObject first = JsonParser.parseString(result.lines().getFirst()).getAsJsonObject();
    assertThat(first.keySet())
        .containsExactly("path", "text", "digits", "confidence", "isDigit", "boxes", "problem");
    assertThat(first.getAsJsonArray("boxes").get(0).getAsJsonArray()).hasSize(4);
  }

  /** What a stop leaves, wherever it comes, becomes what one go makes. */
  @Test
  void aTableThatBreaksOffAnywhereGoesOn() throws IOException {
    putMany(20);
    put("z, \"quoted\"\nname.png");
    inkling("recognize", pictures, "--csv", csv);
    byte[] whole = Files.readAllBytes(csv);
    String made = madeWith();

    for (int end : new int[] {0, HEADER.length() + 1, 700, whole.length - 30}) {
      Files.write(csv, Arrays.copyOf(whole, end));
      Files.writeString(home.resolve("out.csv.unfinished"), made);

      Result result = inkling("recognize", pictures, "--csv", csv);

      assertThat(result.exit()).isEqualTo(1);
      assertThat(Files.readString(csv)).isEqualTo(new String(whole, UTF_8));
      assertThat(result.out()).contains("21 pictures", "2 could not be read");
    }
  }

  /** What stands beside a table that is not finished. */
  private String madeWith() throws IOException {
    Path beside = home.resolve("x.csv.unfinished");
    try (PileTable _ = PileTable.open(home.resolve("x.csv"), maker(), () -> null)) {
      return Files.readString(beside);
    }
  }

  private PileMaker maker() {
    return PileMaker.of(
        ModelFolder.read(folders.shipped().resolve("inkling")), new Messages(Locale.ENGLISH));
  }

  /** With the networks that ship, as the other process has them. */
  @Test
  void afterAKillItGoesOn() throws Exception {
    putMany(MANY);
    folders = TestStudio.folders(home);
    try (Program program = Program.start(home, "recognize", pictures, "--csv", csv, "--json")) {
      program.awaitLine();
      program.kill();
    }
    byte[] left = Files.readAllBytes(csv);
    assertThat(home.resolve("out.csv.unfinished")).exists();

    Result result = inkling("recognize", pictures, "--csv", csv);

    assertThat(result.err()).contains("Going on after the");
    Path other = home.resolve("other.csv");
    inkling("recognize", pictures, "--csv", other);
    assertThat(csv).hasSameBinaryContentAs(other);
    assertThat(left).hasSizeLessThan((int) Files.size(other));
  }

  @Test
  void archivesAreReadAsFoldersAre() throws IOException {
    byte[] broken = Arrays.copyOf(seven, 60);
    Path zip = home.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("in/1.png", "2.png", "__MACOSX/._2.png", "notes.txt")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.startsWith("2") ? broken : seven);
      }
    }
    Path tar = home.resolve("b.tar");
    Path packed = home.resolve("c.tar.gz");
    tar(Files.newOutputStream(tar));
    tar(new GZIPOutputStream(Files.newOutputStream(packed)));
    Path torn = Files.write(home.resolve("torn.zip"), Arrays.copyOf(Files.readAllBytes(zip), 99));

    Result result = inkling("recognize", zip, tar, packed, torn, "--csv", csv);

    assertThat(result.exit()).isEqualTo(1);
    assertThat(names())
        .containsExactly(
            zip + "/in/1.png",
            zip + "/2.png",
            tar + "/x.png",
            tar + "/y/" + LONG + ".png",
            packed + "/x.png",
            packed + "/y/" + LONG + ".png",
            torn.toString());
    assertThat(rows().getLast()).contains("cannot be opened as an archive");
    assertThat(result.out()).contains("2 could not be read");

    Path folder = Files.createDirectories(home.resolve("all"));
    Files.write(folder.resolve("0.png"), seven);
    Files.copy(tar, folder.resolve("b.tar"));
    Files.write(folder.resolve("c.png"), seven);
    inkling("recognize", folder, "--csv", csv);
    assertThat(names())
        .containsExactly(
            folder + "/0.png",
            folder + "/b.tar/x.png",
            folder + "/b.tar/y/" + LONG + ".png",
            folder + "/c.png");
  }

  /** As pax writes it: of a long name a record that comes before the file. */
  private void tar(OutputStream to) throws IOException {
    try (to) {
      header(to, "x.png", '0', seven);
      String record = " path=y/" + LONG + ".png\n";
      header(to, "pax", 'x', (record.length() + 3 + record).getBytes(UTF_8));
      header(to, "y/short.png", '0', seven);
      header(to, "y", '5', new byte[0]);
      to.write(new byte[1024]);
    }
  }

  private static void header(OutputStream to, String name, char type, byte[] content)
      throws IOException {
    byte[] block = new byte[512];
    byte[] size = String.format(Locale.ROOT, "%011o", content.length).getBytes(UTF_8);
    System.arraycopy(name.getBytes(UTF_8), 0, block, 0, name.length());
    System.arraycopy(size, 0, block, 124, size.length);
    System.arraycopy("ustar".getBytes(UTF_8), 0, block, 257, 5);
    block[156] = (byte) type;
    Arrays.fill(block, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : block) {
      sum += b;
    }
    System.arraycopy(String.format(Locale.ROOT, "%06o", sum).getBytes(UTF_8), 0, block, 148, 6);
    to.write(block);
    to.write(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
  }

  @Test
  void namesComeInStandardInput() throws IOException {
    put("a.png");
    put("b.png");
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream(
            (pictures.resolve("b.png") + "\n\n" + pictures + "\n").getBytes(UTF_8)));
    try {
      assertThat(inkling("recognize", "-", "--csv", csv).exit()).isZero();
    } finally {
      System.setIn(before);
    }

    assertThat(names().stream().map(name -> Path.of(name).getFileName().toString()))
        .containsExactly("b.png", "a.png", "b.png");
  }

  @Test
  void linksThatGoRoundAreNotFollowedForEver() throws IOException {
    put("a/x.png");
    Files.createSymbolicLink(pictures.resolve("a/round"), pictures);
    Files.createSymbolicLink(pictures.resolve("nowhere.png"), home.resolve("none"));

    Result result = inkling("recognize", pictures, "--csv", csv);

    assertThat(result.exit()).isEqualTo(1);
    assertThat(names()).hasSize(2);
    assertThat(rows().getLast()).contains("nowhere.png", "there is no such file");
  }

  @Test
  void whereThereAreNoPicturesItIsToldSo() throws IOException {
    Result result = inkling("recognize", pictures, "--csv", csv);

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains(pictures.toString(), "no pictures");
    assertThat(csv).doesNotExist();

    Files.writeString(csv, HEADER + "\na.png,7,1,1,true,,\n");
    assertThat(inkling("recognize", pictures, "--csv", csv).exit()).isEqualTo(1);
    assertThat(rows()).as("what was there stays").hasSize(1);
  }

  @Test
  void aRunThatIsRefusedLeavesNoTable() {
    PileTable.open(csv, maker(), () -> null).close(); // as where no reader could be made
    assertThat(csv).doesNotExist();
    assertThat(PileTable.beside(csv)).doesNotExist();
  }

  @Test
  void anUnfinishedTableGoesOnWithNothingElse() throws IOException {
    List<String> all = new ArrayList<>();
    putMany(3);
    Files.writeString(csv, HEADER + "\n" + pictures.resolve("part0/9.png") + ",7,1,1,true,,\n");
    Files.writeString(home.resolve("out.csv.unfinished"), "{\"model\":\"other\"}");

    all.add(inkling("recognize", pictures, "--csv", csv).err());
    Files.delete(home.resolve("out.csv.unfinished"));
    all.add(inkling("recognize", pictures, "--csv", csv, "--strokes", "x.jsonl").err());

    assertThat(all.get(0)).contains("was begun with other", "out.csv.unfinished");
    assertThat(all.get(1)).contains("--csv", "--strokes");
  }
}
