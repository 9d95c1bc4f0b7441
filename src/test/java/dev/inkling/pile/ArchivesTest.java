package dev.inkling.pile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.inkling.text.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each picture of an archive is there, or something that says why it is not. */
class ArchivesTest {
  private static final byte[] END = new byte[1024];

  @TempDir private Path folder;

  private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

  /** What a pile has, in its order: names, and contents or keys of problems. */
  private List<String> walk(Path pile) {
    List<String> found = new ArrayList<>();
    try (PileEntries entries = Pile.of(pile.toString()).entries()) {
      for (PileEntry next = entries.next(); next != null; next = entries.next()) {
        found.add(folder.relativize(Path.of(next.path())) + " " + content(next.hold()));
      }
    }
    return found;
  }

  private static String content(PileEntry entry) {
    try {
      byte[] bytes = entry.bytes();
      return bytes.length > 20 ? bytes.length + " bytes" : new String(bytes, UTF_8);
    } catch (Problem e) {
      assertThat(e.getMessage()).contains(entry.path());
      return e.key();
    }
  }

  private List<String> walkTar() throws IOException {
    return walk(Files.write(folder.resolve("t.tar"), tar.toByteArray()));
  }

  private static TarArchiveEntry member(String name, char type, int size) {
    TarArchiveEntry entry = new TarArchiveEntry(name, (byte) type);
    entry.setSize(size);
    return entry;
  }

  private static byte[] header(TarArchiveEntry entry) {
    byte[] header = new byte[512];
    entry.writeEntryHeader(header);
    return header;
  }

  private void add(byte[] header, String content) throws IOException {
    byte[] bytes = content.getBytes(UTF_8);
    tar.write(header);
    tar.write(Arrays.copyOf(bytes, Math.ceilDiv(bytes.length, 512) * 512));
  }

  private void file(String name, String content) throws IOException {
    add(header(member(name, '0', content.length())), content);
  }

  private void link(String name, char type, String to) throws IOException {
    TarArchiveEntry entry = member(name, type, 0);
    entry.setLinkName(to);
    add(header(entry), "");
  }

  @Test
  void aTarArchiveThatIsCutAnywhereSaysSoAfterItsPictures() throws IOException {
    file("a.png", "A");
    file("b.png", "B");
    tar.write(END);
    byte[] whole = tar.toByteArray();
    Path file = folder.resolve("t.tar");

    Files.write(file, Arrays.copyOf(whole, whole.length - 512)); // one record of zeros will do
    assertThat(walk(file)).containsExactly("t.tar/a.png A", "t.tar/b.png B");
    for (int end : new int[] {1024, 1124, 1535}) {
      Files.write(file, Arrays.copyOf(whole, end));
      assertThat(walk(file)).containsExactly("t.tar/a.png A", "t.tar problem.pile.archive");
    }
    Files.write(file, Arrays.copyOf(whole, 1536)); // after b's header
    assertThat(walk(file))
        .containsExactly(
            "t.tar/a.png A", "t.tar/b.png problem.pile.member", "t.tar problem.pile.archive");
    for (String empty : List.of("none.tar", "none.tgz")) {
      assertThat(walk(Files.createFile(folder.resolve(empty))))
          .containsExactly(empty + " problem.pile.archive");
    }
    Path packed = folder.resolve("p.tgz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(whole, 0, 1024);
    }
    assertThat(walk(packed)).containsExactly("p.tgz/a.png A", "p.tgz problem.pile.archive");
  }

  @Test
  void whatIsNoTarArchiveSaysSo() throws IOException {
    tar.writeBytes("0123456789abcdef".repeat(200).getBytes(UTF_8));
    assertThat(walkTar()).containsExactly("t.tar problem.pile.archive");
  }

  @Test
  void hardLinksAreThePicturesThatTheyStandForAndOtherLinksSayWhatTheyAre() throws IOException {
    file("data", "D");
    file("a.png", "A");
    file("b.png", "B");
    link("1.png", '1', "b.png");
    link("2.png", '1', "a.png");
    link("3.png", '1', "a.png");
    link("4.png", '1', "data");
    link("5.png", '1', "z.png");
    link("6.png", '2', "a.png");
    add(header(member("7.png", '6', 0)), "");
    file("z.png", "Z");
    tar.write(END);

    assertThat(walkTar())
        .containsExactly(
            "t.tar/a.png A",
            "t.tar/b.png B",
            "t.tar/1.png B",
            "t.tar/2.png A",
            "t.tar/3.png A",
            "t.tar/4.png D",
            "t.tar/5.png problem.pile.link",
            "t.tar/6.png problem.pile.link",
            "t.tar/7.png problem.file.special",
            "t.tar/z.png Z");
  }

  /** A record of pax says how long it is, and names may have line feeds. */
  @Test
  void paxSaysNamesAndSizes() throws IOException {
    String path = "path=" + "long/".repeat(30) + "new\nline.png\n";
    String records = (path.length() + 4) + " " + path + "10 size=3\n";
    add(header(member("pax", 'x', records.length())), records);
    add(header(member("short.png", '0', 0)), "ABC");
    file("b.png", "B");
    tar.write(END);

    assertThat(walkTar())
        .containsExactly("t.tar/" + "long/".repeat(30) + "new\nline.png ABC", "t.tar/b.png B");
  }

  /** Of GNU's: 100 bytes of which the last but one is there, with more such pieces to follow. */
  @Test
  void sparseMembersAreReadAndDoNotHarmTheOthers() throws IOException {
    byte[] header = header(member("s.png", 'S', 1));
    put(header, 257, "ustar  ");
    put(header, 386, octal(98));
    put(header, 398, octal(1));
    header[482] = 1;
    put(header, 483, octal(100));
    put(header, 148, "        ");
    int sum = 0;
    for (byte b : header) {
      sum += b;
    }
    put(header, 148, octal(sum).substring(5) + "\0");
    add(header, "");
    byte[] more = new byte[512];
    put(more, 0, octal(100));
    put(more, 12, octal(0));
    add(more, "x");
    file("b.png", "B");
    tar.write(END);

    assertThat(walkTar()).containsExactly("t.tar/s.png 100 bytes", "t.tar/b.png B");
  }

  private static void put(byte[] to, int at, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    System.arraycopy(bytes, 0, to, at, bytes.length);
  }

  private static String octal(int number) {
    return String.format(Locale.ROOT, "%011o", number);
  }

  private byte[] zip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String name : List.of("a.png", "b.png")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** Where the directory's entry of the first picture begins. */
  private static int directory(byte[] zip) {
    int at = 0;
    while (zip[at] != 'P' || zip[at + 1] != 'K' || zip[at + 2] != 1) {
      at++;
    }
    return at;
  }

  @Test
  void aZipArchiveThatCannotBeUnpackedSaysWhy() throws IOException {
    Path file = folder.resolve("z.zip");
    byte[] zip = zip("A");
    int directory = directory(zip);

    zip[directory + 8] |= 1;
    assertThat(walk(Files.write(file, zip))).containsExactly("z.zip problem.pile.encrypted");
    zip[directory + 8] &= ~1;
    zip[directory + 10] = 12; // BZIP2
    assertThat(walk(Files.write(file, zip))).containsExactly("z.zip problem.pile.method");
    assertThat(walk(Files.write(file, Arrays.copyOf(zip, 60))))
        .containsExactly("z.zip problem.pile.archive");
  }

  @Test
  void aMemberThatIsDamagedSaysSo() throws IOException {
    byte[] zip = zip("A");
    zip[30 + "a.png".length()] = 7; // a block of no kind
    assertThat(walk(Files.write(folder.resolve("z.zip"), zip)))
        .containsExactly("z.zip/a.png problem.pile.member", "z.zip/b.png A");
  }

  /** Nothing of them is unpacked; of one that is larger than it says, as much as may be. */
  @Test
  void aMemberThatIsTooLargeSaysSo() throws IOException {
    byte[] zip = zip("A");
    put(zip, directory(zip) + 24, "\0\0\0@"); // 1 GB
    assertThat(walk(Files.write(folder.resolve("z.zip"), zip)))
        .containsExactly("z.zip/a.png problem.pile.large", "z.zip/b.png A");
  }

  @Test
  void whatMemoryDoesNotDoForIsAProblemOfTheOneAlone() {
    PileEntry entry =
        new PileEntry(
            "a.png",
            () -> {
              throw new OutOfMemoryError();
            },
            true);
    assertThatThrownBy(entry.hold()::bytes).hasMessageContaining("not enough memory");
  }

  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @DisabledOnOs(OS.WINDOWS)
  void whatIsNoFileIsNotWaitedFor() throws IOException, InterruptedException {
    for (String name : List.of("m.png", "n.zip", "o.tar")) {
      Process process = new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start();
      assertThat(process.waitFor()).isZero();
    }
    assertThat(walk(folder))
        .containsExactly(
            "m.png problem.file.special",
            "n.zip problem.file.special",
            "o.tar problem.file.special");
    assertThat(walk(folder.resolve("m.png"))).containsExactly("m.png problem.file.special");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anArchiveThatMayNotBeReadSaysSo() throws IOException {
    for (String name : List.of("a.tar", "b.zip")) {
      Path file = Files.createFile(folder.resolve(name));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx-wx-wx"));
      assumeFalse(Files.isReadable(file)); // as one who may do all
      assertThat(walk(file)).containsExactly(name + " problem.file.unreadable");
    }
  }
}
