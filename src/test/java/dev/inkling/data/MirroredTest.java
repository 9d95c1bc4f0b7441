package dev.inkling.data;

import static dev.inkling.support.IdxFiles.gzip;
import static dev.inkling.support.Problems.keyOf;
import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.RemoteImages.RemoteFile;
import dev.inkling.support.Mirrors;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class MirroredTest {
  private static final DownloadProgress SILENT = (_, _, _) -> {};
  private static final byte[] FIRST =
      gzip("the first file".repeat(9_000).getBytes(StandardCharsets.UTF_8));
  private static final byte[] SECOND = gzip("the second file".getBytes(StandardCharsets.UTF_8));

  private static final Duration LONG = Duration.ofSeconds(30);

  private Mirrors mirrors;

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    mirrors = new Mirrors(name -> name.equals("first.gz") ? FIRST : SECOND);
  }

  @AfterEach
  void stop() {
    mirrors.close();
  }

  private URI good(String name) {
    return mirrors.add(name, Mirrors::good);
  }

  private Mirrored mnist(URI... mirrors) {
    return mnist(LONG, mirrors);
  }

  private Mirrored mnist(Duration patience, URI... mirrors) {
    return new Mirrored(
        folder,
        "MNIST",
        List.of(mirrors),
        List.of(
            new RemoteFile(
                "first.gz", md5("the first file".repeat(9_000).getBytes(StandardCharsets.UTF_8))),
            new RemoteFile("second.gz", md5("the second file".getBytes(StandardCharsets.UTF_8)))),
        patience);
  }

  static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  void theFolderIsMade() {
    folder = folder.resolve("cache/mnist");

    mnist(good("a")).fetch(SILENT);

    assertThat(folder).isDirectoryContaining("glob:**first.gz");
  }

  @Test
  void progressIsToldToTheEnd() {
    List<String> told = new ArrayList<>();

    mnist(good("a")).fetch((file, bytes, total) -> told.add(file + " " + bytes + "/" + total));

    assertThat(told)
        .contains("first.gz " + FIRST.length + "/" + FIRST.length)
        .endsWith("second.gz " + SECOND.length + "/" + SECOND.length);
  }

  @Test
  void whatIsThereIsNotDownloadedAgain() throws IOException {
    URI mirror = good("a");
    mnist(mirror).fetch(SILENT);
    Files.delete(folder.resolve("second.gz"));
    mirrors.asked().clear();

    mnist(mirror).fetch(SILENT);
    mnist(mirror).fetch(SILENT);

    assertThat(mirrors.asked()).containsExactly("a/second.gz");
  }

  @Test
  void aCompleteFolderNeedsNoMirror() throws IOException {
    Files.write(folder.resolve("first.gz"), FIRST);
    Files.write(folder.resolve("second.gz"), SECOND);

    assertThat(mnist().fetch(SILENT)).isEqualTo(folder);
  }

  @Test
  void theSecondMirrorIsUsedWhenTheFirstIsBroken() throws IOException {
    mnist(mirrors.add("a", Mirrors.status(404)), good("b")).fetch(SILENT);

    assertThat(mirrors.asked())
        .containsExactly("a/first.gz", "b/first.gz", "a/second.gz", "b/second.gz");
    assertThat(files()).containsExactly("first.gz", "second.gz");
  }

  @Test
  void theSecondMirrorIsUsedWhenTheFirstSendsRubbish() throws IOException {
    URI portal =
        mirrors.add(
            "a",
            (exchange, _) ->
                Mirrors.send(exchange, "<html>Please log in".getBytes(StandardCharsets.UTF_8)));
    URI other =
        mirrors.add(
            "b",
            (exchange, _) ->
                Mirrors.send(exchange, gzip("something else".getBytes(StandardCharsets.UTF_8))));

    mnist(portal, other, good("c")).fetch(SILENT);

    assertThat(folder.resolve("first.gz")).hasBinaryContent(FIRST);
    assertThat(files()).containsExactly("first.gz", "second.gz");
  }

  @Test
  void aWrongChecksumIsAProblemThatLeavesNothing() throws IOException {
    URI mirror =
        mirrors.add(
            "a",
            (exchange, _) ->
                Mirrors.send(exchange, gzip("something else".getBytes(StandardCharsets.UTF_8))));

    Problem problem = problemOf(() -> mnist(mirror).fetch(SILENT));

    assertThat(problem.key()).isEqualTo("problem.download.checksum");
    assertThat(problem.getMessage()).contains("first.gz");
    assertThat(files()).isEmpty();
  }

  @Test
  void withoutAnyMirrorTheProblemSaysWhatWorks() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    URI refused = URI.create("http://127.0.0.1:" + closed + "/");

    Problem problem =
        problemOf(() -> mnist(mirrors.add("a", Mirrors.status(404)), refused).fetch(SILENT));

    assertThat(problem.key()).isEqualTo("problem.download.offline");
    assertThat(problem.getMessage()).contains("first.gz", "digits that Inkling writes");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileCutByTheServerIsNotKept() throws IOException {
    byte[] cut = Arrays.copyOf(FIRST, FIRST.length - 9);
    URI mirror = mirrors.add("a", (exchange, _) -> Mirrors.send(exchange, cut));

    assertThat(keyOf(() -> mnist(mirror).fetch(SILENT))).isEqualTo("problem.download.checksum");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileWithoutAnEndIsNotReadForEver() throws IOException {
    URI mirror = mirrors.add("a", Mirrors.endless(200));
    AtomicLong most = new AtomicLong();
    DownloadProgress progress =
        (_, bytes, total) -> {
          assertThat(total).isEqualTo(-1);
          most.set(bytes);
        };

    assertThat(keyOf(() -> mnist(mirror).fetch(progress))).isEqualTo("problem.download.checksum");
    assertThat(files()).isEmpty();
    assertThat(most.get()).isBetween(Download.MOST_BYTES, Download.MOST_BYTES + (1 << 16));
  }

  @Test
  void aSlowMirrorThatSendsSomethingIsWaitedFor() throws IOException {
    Duration patience = Duration.ofMillis(1_200);
    Files.write(folder.resolve("first.gz"), FIRST);

    mnist(patience, mirrors.add("a", mirrors.slow(400))).fetch(SILENT); // has 4 pauses

    assertThat(files()).containsExactly("first.gz", "second.gz");
  }

  @Test
  void aServerThatDoesNotAnswerIsNotWaitedForForEver() throws IOException {
    try (ServerSocket mute = new ServerSocket(0)) { // connects, but nobody accepts
      URI mirror = URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/");

      assertThat(keyOf(() -> mnist(Duration.ofMillis(300), mirror).fetch(SILENT)))
          .isEqualTo("problem.download.stalled");
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileThatCannotBeWrittenIsNoFaultOfTheMirrors() throws IOException {
    Files.createDirectory(folder.resolve("first.gz.part"));

    Problem problem = problemOf(() -> mnist(good("a"), good("b")).fetch(SILENT));

    assertThat(problem.key()).isEqualTo("problem.file.unwritable");
    assertThat(problem.getMessage()).contains("first.gz");
    assertThat(mirrors.asked()).containsExactly("a/first.gz");
  }

  @Test
  void whatCameBeforeTheProblemIsKept() throws IOException {
    URI mirror =
        mirrors.add(
            "a",
            (exchange, content) -> {
              if (content == FIRST) {
                Mirrors.good(exchange, content);
              } else {
                exchange.sendResponseHeaders(404, -1);
              }
            });

    problemOf(() -> mnist(mirror).fetch(SILENT));

    assertThat(files()).containsExactly("first.gz");
  }

  @Test
  void aFolderThatCannotBeMadeIsToldSo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    folder = file.resolve("mnist");

    assertThat(problemOf(() -> mnist().fetch(SILENT)).key()).isEqualTo("problem.folder.unwritable");
  }
}
