package dev.inkling.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Mirrors of some files on this machine, good ones and bad ones. */
public final class Mirrors implements AutoCloseable {
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final CountDownLatch testIsOver = new CountDownLatch(1);
  private final Function<String, byte[]> contents;
  private final HttpServer server;

  /** What a mirror answers when it is asked for a file of this content. */
  public interface Answer {
    void to(HttpExchange exchange, byte[] content) throws IOException;
  }

  /** Mirrors of files whose content is known by their name. */
  public Mirrors(Function<String, byte[]> contents) throws IOException {
    this.contents = contents;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.start();
  }

  /** The address of one more mirror. */
  public URI add(String name, Answer answer) {
    server.createContext(
        "/" + name + "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          String range = exchange.getRequestHeaders().getFirst("Range");
          asked.add(path.substring(1) + (range == null ? "" : " " + range));
          try (exchange) {
            answer.to(exchange, contents.apply(path.substring(path.lastIndexOf('/') + 1)));
          }
        });
    return address("/" + name + "/");
  }

  /** An address on this server. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** What they were asked for: mirror, file and, where it was said, which bytes of it. */
  public List<String> asked() {
    return asked;
  }

  /** A whole file, or the part of it that is asked for. */
  public static void good(HttpExchange exchange, byte[] content) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null) {
      send(exchange, content);
    } else {
      int from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
      sendFrom(exchange, content, from);
    }
  }

  /** A file from a byte on, whatever was asked for. */
  public static void sendFrom(HttpExchange exchange, byte[] content, int from) throws IOException {
    exchange
        .getResponseHeaders()
        .add("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    exchange.sendResponseHeaders(206, content.length - from);
    exchange.getResponseBody().write(content, from, content.length - from);
  }

  /** A whole file; a range is not heard of. */
  public static void send(HttpExchange exchange, byte[] content) throws IOException {
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
  }

  /** Nothing but a status. */
  public static Answer status(int status) {
    return (exchange, _) -> exchange.sendResponseHeaders(status, -1);
  }

  /** A status and a body without an end. */
  public static Answer endless(int status) {
    return (exchange, _) -> {
      exchange.sendResponseHeaders(status, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        while (true) { // until nobody listens
          out.write(new byte[1 << 16]);
        }
      }
    };
  }

  /**
   * Half of a file, then the connection is cut, but not before that half has come: what is still on
   * its way when a connection breaks may be lost.
   */
  public static Answer half(CountDownLatch halfHasCome) {
    return (exchange, content) -> {
      sendHalf(exchange, content);
      try {
        halfHasCome.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("cut");
    };
  }

  /** Half of a file, then nothing more, but the connection stays. */
  public void stall(HttpExchange exchange, byte[] content) throws IOException {
    sendHalf(exchange, content);
    pause(Long.MAX_VALUE);
  }

  /** A file in five pieces, with pauses between them. */
  public Answer slow(long pauseMillis) {
    return (exchange, content) -> {
      exchange.sendResponseHeaders(200, content.length);
      for (int i = 0; i < 5; i++) {
        int from = content.length * i / 5;
        exchange.getResponseBody().write(content, from, content.length * (i + 1) / 5 - from);
        exchange.getResponseBody().flush();
        pause(i < 4 ? pauseMillis : 0);
      }
    };
  }

  private static void sendHalf(HttpExchange exchange, byte[] content) throws IOException {
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content, 0, content.length / 2);
    exchange.getResponseBody().flush();
  }

  private void pause(long millis) {
    try {
      testIsOver.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    testIsOver.countDown();
    server.stop(0);
    executor.shutdownNow();
  }
}
