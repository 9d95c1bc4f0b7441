package dev.inkling.data;

import static dev.inkling.support.Problems.keyOf;
import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.RemoteImages.RemoteFile;
import dev.inkling.support.Mirrors;
import dev.inkling.support.Mirrors.Answer;
import dev.inkling.support.Threads;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads that go well and downloads that do not, of whatever files. */
@Timeout(120)
abstract class DownloadCases {
  private static final DownloadProgress SILENT = (_, _, _) -> {};
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final CountDownLatch halfHasCome = new CountDownLatch(1);
  private Mirrors mirrors;
  private String name;
  private byte[] content;
  private String half;

  @TempDir Path folder;

  /** All files that are to come; the first one's name and content are what most cases look at. */
  abstract List<RemoteFile> files();

  /** What the mirrors give under a name. */
  abstract byte[] content(String name);

  @BeforeEach
  void start() throws IOException {
    name = files().getFirst().name();
    content = content(name);
    half = " bytes=" + content.length / 2 + "-";
    mirrors = new Mirrors(this::content);
  }

  @AfterEach
  void stop() {
    if (mirrors != null) { // or the case is skipped
      mirrors.close();
    }
  }

  private Mirrored mnist(Duration patience, URI... from) {
    return new Mirrored(folder, "MNIST", List.of(from), files(), patience);
  }

  private void fetch(URI... from) {
    mnist(LONG, from).fetch(SILENT);
  }

  private URI good(String mirror) {
    return mirrors.add(mirror, Mirrors::good);
  }

  private Path part() {
    return folder.resolve(name + ".part");
  }

  private void watch(long bytes) {
    if (bytes == content.length / 2) {
      halfHasCome.countDown();
    }
  }

  /** How the mirrors were asked for the first file. */
  private List<String> askedForFirst() {
    return mirrors.asked().stream().filter(asked -> asked.contains(name)).toList();
  }

  private List<String> left() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(f -> f.getFileName().toString()).filter(f -> !f.equals("lock")).toList();
    }
  }

  private void assertAllIsThere() throws IOException {
    assertThat(left())
        .containsExactlyInAnyOrderElementsOf(files().stream().map(RemoteFile::name).toList());
    for (RemoteFile file : files()) {
      assertThat(folder.resolve(file.name())).hasBinaryContent(content(file.name()));
    }
  }

  @Test
  void allFilesComeWhole() throws IOException {
    fetch(good("a"));

    assertAllIsThere();
    assertThat(mirrors.asked()).hasSize(files().size());
  }

  @Test
  void anotherMirrorGoesOnWhereTheFirstBrokeOff() throws IOException {
    List<Long> told = new ArrayList<>();
    URI broken = mirrors.add("a", Mirrors.half(halfHasCome));

    mnist(LONG, broken, good("b"))
        .fetch(
            (file, bytes, total) -> {
              if (file.equals(name)) {
                assertThat(total).isEqualTo(content.length);
                told.add(bytes);
                watch(bytes);
              }
            });

    assertAllIsThere();
    assertThat(askedForFirst()).containsExactly("a/" + name, "b/" + name + half);
    assertThat(told).isSorted().doesNotHaveDuplicates().endsWith((long) content.length);
  }

  @Test
  void whoTriesAgainGoesOn() throws IOException {
    Mirrored broken = mnist(LONG, mirrors.add("a", Mirrors.half(halfHasCome)));

    assertThat(keyOf(() -> broken.fetch((_, bytes, _) -> watch(bytes))))
        .isEqualTo("problem.download.offline");
    assertThat(left()).containsExactly(name + ".part");
    assertThat(part()).hasBinaryContent(Arrays.copyOf(content, content.length / 2));
    fetch(good("b"));

    assertAllIsThere();
    assertThat(askedForFirst()).containsExactly("a/" + name, "b/" + name + half);
  }

  @Test
  void aServerThatKnowsNoRangesStartsAnew() throws IOException {
    Files.write(part(), Arrays.copyOf(content, content.length / 2));

    fetch(mirrors.add("a", Mirrors::send));

    assertAllIsThere();
    assertThat(askedForFirst()).containsExactly("a/" + name + half);
  }

  @Test
  void aPartThatIsTooLongStartsAnew() throws IOException {
    Files.write(part(), content);
    Answer answer =
        (exchange, bytes) -> {
          if (exchange.getRequestHeaders().containsKey("Range")) {
            exchange.sendResponseHeaders(416, -1);
          } else {
            Mirrors.send(exchange, bytes);
          }
        };

    fetch(mirrors.add("a", answer));

    assertAllIsThere();
    assertThat(askedForFirst())
        .containsExactly("a/" + name + " bytes=" + content.length + "-", "a/" + name);
  }

  @Test
  void anotherRangeThanWasAskedForStartsAnew() throws IOException {
    Files.write(part(), Arrays.copyOf(content, content.length / 2));
    Answer answer =
        (exchange, bytes) -> {
          if (exchange.getRequestHeaders().containsKey("Range")) {
            Mirrors.sendFrom(exchange, bytes, 5);
          } else {
            Mirrors.send(exchange, bytes);
          }
        };

    fetch(mirrors.add("a", answer));

    assertAllIsThere();
    assertThat(askedForFirst()).containsExactly("a/" + name + half, "a/" + name);
  }

  @Test
  void aDamagedPartStartsAnew() throws IOException {
    Files.write(part(), new byte[content.length / 2]);

    fetch(good("a"));

    assertAllIsThere();
    assertThat(askedForFirst()).containsExactly("a/" + name + half, "a/" + name);
  }

  @Test
  void aRedirectIsFollowedWhenADownloadGoesOn() throws IOException {
    Files.write(part(), Arrays.copyOf(content, content.length / 2));
    good("there");
    Answer away =
        (exchange, _) -> {
          String path = exchange.getRequestURI().getPath().replace("here", "there");
          exchange.getResponseHeaders().add("Location", mirrors.address(path).toString());
          exchange.sendResponseHeaders(302, -1);
        };

    fetch(mirrors.add("here", away));

    assertAllIsThere();
    assertThat(askedForFirst()).containsExactly("here/" + name + half, "there/" + name + half);
  }

  @Test
  void aServerThatStallsIsToldAndLeft() throws IOException {
    URI stalling = mirrors.add("a", mirrors::stall);

    Problem problem = problemOf(() -> mnist(SHORT, stalling).fetch(SILENT));

    assertThat(problem.key()).isEqualTo("problem.download.stalled");
    assertThat(problem.getMessage()).contains(name, "digits that Inkling writes");
    fetch(good("b"));
    assertAllIsThere();
    assertThat(askedForFirst()).containsExactly("a/" + name, "b/" + name + half);
  }

  @Test
  void anotherMirrorTakesOverFromOneThatStalls() throws IOException {
    Answer stallsAtFirst =
        (exchange, bytes) -> {
          if (exchange.getRequestURI().getPath().endsWith(name)) {
            mirrors.stall(exchange, bytes);
          } else {
            Mirrors.good(exchange, bytes);
          }
        };

    mnist(SHORT, mirrors.add("a", stallsAtFirst), good("b")).fetch(SILENT);

    assertAllIsThere();
    assertThat(askedForFirst()).containsExactly("a/" + name, "b/" + name + half);
  }

  @Test
  void anErrorWithAnEndlessBodyIsNotReadToItsEnd() throws IOException {
    URI broken = mirrors.add("a", Mirrors.endless(503));

    Problem problem = problemOf(() -> fetch(broken));

    assertThat(problem.key()).isEqualTo("problem.download.refused");
    assertThat(problem.getMessage()).contains("127.0.0.1", "503", name);
    assertThat(left()).isEmpty();
    fetch(broken, good("b"));
    assertAllIsThere();
  }

  @Test
  void anErrorKeepsWhatHasCome() throws IOException {
    Files.write(part(), Arrays.copyOf(content, content.length / 2));
    Answer error =
        (exchange, _) -> {
          byte[] page = new byte[8 << 20];
          exchange.sendResponseHeaders(404, page.length);
          exchange.getResponseBody().write(page);
        };

    fetch(mirrors.add("a", error), good("b"));

    assertAllIsThere();
    assertThat(askedForFirst()).containsExactly("a/" + name + half, "b/" + name + half);
  }

  @Test
  void wrongBytesAreDeletedAndTheNextMirrorIsTried() throws IOException {
    Answer wrong =
        (exchange, bytes) -> {
          byte[] changed = bytes.clone();
          changed[changed.length / 2] ^= 1;
          Mirrors.good(exchange, changed);
        };
    URI damaged = mirrors.add("a", wrong);

    assertThat(keyOf(() -> fetch(damaged))).isEqualTo("problem.download.checksum");
    assertThat(left()).isEmpty();
    fetch(damaged, good("b"));

    assertAllIsThere();
    assertThat(askedForFirst()).containsExactly("a/" + name, "a/" + name, "b/" + name);
  }

  @Test
  void partsOfEarlierVersionsAreSwept() throws IOException {
    Files.write(folder.resolve(name + "1234567890123.part"), content);
    Files.write(folder.resolve(files().getLast().name() + "42.part"), new byte[0]);

    fetch(good("a"));

    assertAllIsThere();
  }

  @Test
  void anInterruptEndsADownloadThatHangsAndTheNextGoesOn() throws Exception {
    URI stalling = mirrors.add("a", mirrors::stall);
    try (ExecutorService downloader = Executors.newSingleThreadExecutor()) {
      Future<String> key =
          downloader.submit(
              () ->
                  keyOf(
                      () -> mnist(LONG, stalling, stalling).fetch((_, bytes, _) -> watch(bytes))));
      halfHasCome.await();
      downloader.shutdownNow();

      assertThat(key.get()).isEqualTo("problem.download.interrupted");
    }
    fetch(good("b"));

    assertAllIsThere();
    assertThat(askedForFirst()).containsExactly("a/" + name, "b/" + name + half);
  }

  @Test
  void twoAtOnceTakeTurns() throws Exception {
    URI mirror = good("a");
    Thread second = new Thread(() -> fetch(mirror));
    CountDownLatch once = new CountDownLatch(1);

    mnist(LONG, mirror)
        .fetch(
            (_, _, _) -> {
              if (once.getCount() > 0) {
                once.countDown();
                second.start();
                Threads.awaitWaiting(second);
              }
            });
    second.join();

    assertAllIsThere();
    assertThat(mirrors.asked()).hasSize(files().size());
  }
}
