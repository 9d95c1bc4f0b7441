package dev.inkling.data;

import static dev.inkling.support.IdxFiles.gzip;
import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.inkling.data.Mnist.RemoteFile;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class MnistTest {
  private static final Mnist.Progress SILENT = (_, _, _) -> {};
  private static final byte[] FIRST =
      gzip("the first file".repeat(9_000).getBytes(StandardCharsets.UTF_8));
  private static final byte[] SECOND = gzip("the second file".getBytes(StandardCharsets.UTF_8));

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final CountDownLatch testIsOver = new CountDownLatch(1);
  private HttpServer server;

  @TempDir Path folder;

  /** What a mirror answers. */
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.start();
  }

  @AfterEach
  void stop() {
    testIsOver.countDown();
    server.stop(0);
    executor.shutdownNow();
  }

  private URI mirror(String name, Answer answer) {
    server.createContext(
        "/" + name + "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath().substring(1));
          try (exchange) {
            answer.to(exchange);
          }
        });
    return address("/" + name + "/");
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static void whole(HttpExchange exchange) throws IOException {
    send(exchange, content(exchange));
  }

  private static byte[] content(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().endsWith("first.gz") ? FIRST : SECOND;
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void notFound(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(404, -1);
  }

  /** Half of the content, then the connection is cut. */
  private static void half(HttpExchange exchange) throws IOException {
    byte[] body = content(exchange);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
    throw new IOException("cut");
  }

  private Mnist mnist(URI... mirrors) {
    return new Mnist(
        folder,
        List.of(mirrors),
        List.of(
            new RemoteFile("first.gz", md5("the first file".repeat(9_000))),
            new RemoteFile("second.gz", md5("the second file"))));
  }

  private static String md5(String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void bothFilesAreDownloadedWhole() throws IOException {
    Mnist mnist = mnist(mirror("a", MnistTest::whole));
    assertThat(mnist.isComplete()).isFalse();

    assertThat(mnist.fetch(SILENT)).isEqualTo(folder);

    assertThat(files()).containsExactly("first.gz", "second.gz");
    assertThat(folder.resolve("first.gz")).hasBinaryContent(FIRST);
    assertThat(folder.resolve("second.gz")).hasBinaryContent(SECOND);
    assertThat(mnist.isComplete()).isTrue();
  }

  @Test
  void theFolderIsMade() {
    folder = folder.resolve("cache/mnist");

    mnist(mirror("a", MnistTest::whole)).fetch(SILENT);

    assertThat(folder).isDirectoryContaining("glob:**first.gz");
  }

  @Test
  void progressIsToldToTheEnd() {
    List<String> told = new ArrayList<>();

    mnist(mirror("a", MnistTest::whole))
        .fetch((file, bytes, total) -> told.add(file + " " + bytes + "/" + total));

    assertThat(told)
        .contains("first.gz " + FIRST.length + "/" + FIRST.length)
        .endsWith("second.gz " + SECOND.length + "/" + SECOND.length);
  }

  @Test
  void whatIsThereIsNotDownloadedAgain() throws IOException {
    URI mirror = mirror("a", MnistTest::whole);
    mnist(mirror).fetch(SILENT);
    Files.delete(folder.resolve("second.gz"));
    asked.clear();

    mnist(mirror).fetch(SILENT);
    mnist(mirror).fetch(SILENT);

    assertThat(asked).containsExactly("a/second.gz");
  }

  @Test
  void aCompleteFolderNeedsNoMirror() throws IOException {
    Files.write(folder.resolve("first.gz"), FIRST);
    Files.write(folder.resolve("second.gz"), SECOND);

    assertThat(mnist().fetch(SILENT)).isEqualTo(folder);
  }

  @Test
  void theSecondMirrorIsUsedWhenTheFirstIsBroken() throws IOException {
    mnist(mirror("a", MnistTest::notFound), mirror("b", MnistTest::whole)).fetch(SILENT);

    assertThat(asked).containsExactly("a/first.gz", "b/first.gz", "a/second.gz", "b/second.gz");
    assertThat(files()).containsExactly("first.gz", "second.gz");
  }

  @Test
  void theSecondMirrorIsUsedWhenTheFirstSendsRubbish() throws IOException {
    URI portal =
        mirror(
            "a",
            exchange -> send(exchange, "<html>Please log in".getBytes(StandardCharsets.UTF_8)));
    URI other =
        mirror(
            "b",
            exchange -> send(exchange, gzip("something else".getBytes(StandardCharsets.UTF_8))));

    mnist(portal, other, mirror("c", MnistTest::whole)).fetch(SILENT);

    assertThat(folder.resolve("first.gz")).hasBinaryContent(FIRST);
    assertThat(files()).containsExactly("first.gz", "second.gz");
  }

  @Test
  void aWrongChecksumIsAProblemThatLeavesNothing() throws IOException {
    URI mirror =
        mirror(
            "a",
            exchange -> send(exchange, gzip("something else".getBytes(StandardCharsets.UTF_8))));

    Problem problem = problemOf(() -> mnist(mirror).fetch(SILENT));

    assertThat(problem.key()).isEqualTo("problem.mnist.checksum");
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
        problemOf(() -> mnist(mirror("a", MnistTest::notFound), refused).fetch(SILENT));

    assertThat(problem.key()).isEqualTo("problem.mnist.offline");
    assertThat(problem.getMessage()).contains("first.gz", "2 mirrors", "--data synthetic");
    assertThat(files()).isEmpty();
  }

  @Test
  void aCutConnectionLeavesNoHalfFile() throws IOException {
    Problem problem = problemOf(() -> mnist(mirror("a", MnistTest::half)).fetch(SILENT));

    assertThat(problem.key()).isEqualTo("problem.mnist.offline");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileCutByTheServerIsNotKept() throws IOException {
    URI mirror = mirror("a", exchange -> send(exchange, Arrays.copyOf(FIRST, FIRST.length - 9)));

    assertThat(problemOf(() -> mnist(mirror).fetch(SILENT)).key())
        .isEqualTo("problem.mnist.offline");
    assertThat(files()).isEmpty();
  }

  @Test
  void whatCameBeforeTheProblemIsKept() throws IOException {
    URI mirror =
        mirror(
            "a",
            exchange -> {
              if (content(exchange) == FIRST) {
                whole(exchange);
              } else {
                notFound(exchange);
              }
            });

    problemOf(() -> mnist(mirror).fetch(SILENT));

    assertThat(files()).containsExactly("first.gz");
  }

  @Test
  void redirectsAreFollowed() throws IOException {
    mirror("there", MnistTest::whole);
    URI mirror =
        mirror(
            "here",
            exchange -> {
              String path = exchange.getRequestURI().getPath().replace("here", "there");
              exchange.getResponseHeaders().add("Location", address(path).toString());
              exchange.sendResponseHeaders(302, -1);
            });

    mnist(mirror).fetch(SILENT);

    assertThat(files()).containsExactly("first.gz", "second.gz");
  }

  @Test
  void anInterruptEndsADownloadThatHangs() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    URI mirror =
        mirror(
            "a",
            exchange -> {
              exchange.sendResponseHeaders(200, FIRST.length);
              exchange.getResponseBody().write(FIRST, 0, 100);
              exchange.getResponseBody().flush();
              try {
                testIsOver.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    try (ExecutorService downloader = Executors.newSingleThreadExecutor()) {
      Future<Problem> problem =
          downloader.submit(
              () -> problemOf(() -> mnist(mirror, mirror).fetch((_, _, _) -> hangs.countDown())));
      hangs.await();
      downloader.shutdownNow();

      assertThat(problem.get().key()).isEqualTo("problem.mnist.interrupted");
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeMadeIsToldSo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    folder = file.resolve("mnist");

    assertThat(problemOf(() -> mnist().fetch(SILENT)).key()).isEqualTo("problem.folder.unwritable");
  }
}
