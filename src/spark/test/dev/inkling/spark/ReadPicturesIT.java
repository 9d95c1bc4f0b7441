package dev.inkling.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar as it is made, handed by spark-submit to Spark's own master and two workers, each a
 * process on this machine.
 */
class ReadPicturesIT {
  private static final Path JAR = Path.of(System.getProperty("inkling.spark.jar"));

  /** What is not Spark's on the tests' class path, or comes in the jar. */
  private static final List<String> OTHERS =
      List.of("/ai/djl/", "/net/java/dev/jna/", "/org/junit/", "/org/openjfx/", "/slf4j-jdk14/");

  private static final Duration LONGEST = Duration.ofMinutes(3);

  @TempDir Path folder;

  private final List<Process> processes = new ArrayList<>();
  private String master;

  @BeforeEach
  void startCluster() throws IOException, InterruptedException {
    makeSparkHome();
    int port = freePort();
    master = "spark://127.0.0.1:" + port;
    start(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        String.valueOf(port),
        "--webui-port",
        "0");
    await(() -> log("master").contains("I have been elected leader"));
    for (String worker : List.of("worker1", "worker2")) {
      start(
          worker,
          "org.apache.spark.deploy.worker.Worker",
          "--host",
          "127.0.0.1",
          "--cores",
          "1",
          "--memory",
          "1g",
          "--webui-port",
          "0",
          "--work-dir",
          folder.resolve(worker).toString(),
          master);
      await(() -> log(worker).contains("Successfully registered"));
    }
  }

  @AfterEach
  void stopCluster() throws InterruptedException {
    for (Process each : processes.reversed()) {
      kill(each);
    }
  }

  /** Spark as it is unpacked: all its libraries in one folder. */
  private void makeSparkHome() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("spark/jars"));
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String entry : path.split(java.io.File.pathSeparator, -1)) {
      if (entry.endsWith(".jar") && OTHERS.stream().noneMatch(entry::contains)) {
        Path jar = Path.of(entry);
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process start(String name, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(
        List.of(
            "-Duser.language=en", "-Xmx512m", "-cp", folder.resolve("spark/jars") + "/*", main));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // or it looks for its own sources
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private String log(String name) {
    try {
      return Files.readString(folder.resolve(name + ".log"));
    } catch (IOException e) {
      return "";
    }
  }

  private Process submit(String name, Path in, Path out) throws IOException {
    return start(
        name,
        "org.apache.spark.deploy.SparkSubmit",
        "--master",
        master,
        "--conf",
        "spark.ui.enabled=false",
        "--executor-memory",
        "1g",
        "--class",
        "dev.inkling.spark.ReadPictures",
        JAR.toString(),
        in.toString(),
        out.toString(),
        "--model",
        SomePictures.MODEL,
        "--format",
        "csv");
  }

  @Test
  void aWorkerThatIsKilledLosesNothing() throws IOException, InterruptedException {
    Path in = folder.resolve("in");
    Path out = folder.resolve("out");
    SomePictures.write(in, 1_000);
    Process job = submit("job", in, out);
    await(() -> !parts(out).isEmpty() || !job.isAlive());
    assertThat(job.isAlive()).as(log("job")).isTrue();
    kill(processes.get(1));
    assertThat(job.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(job.exitValue()).as(log("job")).isZero();
    assertThat(log("job")).contains("Lost executor", "1,000 pictures were read; in 50");
    assertThat(table(out)).isEqualTo(SomePictures.lines(in));

    Process again = submit("again", in, out);
    assertThat(again.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(log("again")).contains("Nothing new was read");
    assertThat(table(out)).hasSize(1_000);
  }

  /** Kills a process and those that it started, as the system does that has no memory left. */
  private static void kill(Process process) throws InterruptedException {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
  }

  private static List<Path> parts(Path out) {
    if (!Files.isDirectory(out)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.filter(file -> file.getFileName().toString().startsWith("part-")).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The lines of all files but their headings. */
  private static List<String> table(Path out) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path part : parts(out)) {
      List<String> all = Files.readAllLines(part);
      lines.addAll(all.subList(1, all.size()));
    }
    return lines.stream().sorted().toList();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
