package dev.inkling.ui.shell;

import dev.inkling.file.Version;
import dev.inkling.model.Backend;
import dev.inkling.model.EngineSetup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What Inkling runs with, for a report of a fault: versions and the kind of machine, and nothing of
 * the person, neither names nor folders.
 *
 * @param version of Inkling
 * @param facts in the order to show them
 */
record Diagnostics(String version, List<Fact> facts) {
  private static final String LICENCES = "/dev/inkling/THIRD-PARTY.txt";

  /** Key of the fact whose value is the name of a {@link Backend.Way}, in small letters. */
  static final String BACKEND = "backend";

  /**
   * One of them.
   *
   * @param key of its name, behind {@code about.}
   */
  record Fact(String key, String value) {}

  /** Of this program on this machine; loads the engine, which takes about a second. */
  static Diagnostics now() {
    Runtime runtime = Runtime.getRuntime();
    return new Diagnostics(
        Version.current(),
        List.of(
            new Fact("engine", EngineSetup.description()),
            new Fact(BACKEND, Backend.way().name().toLowerCase(Locale.ROOT)),
            new Fact("javafx", System.getProperty("javafx.runtime.version")),
            new Fact("java", properties("java.runtime.version", "java.vm.vendor")),
            new Fact("system", properties("os.name", "os.version", "os.arch")),
            new Fact(
                "machine",
                runtime.availableProcessors() + " × CPU, " + (runtime.maxMemory() >> 20) + " MB")));
  }

  private static String properties(String... names) {
    return List.of(names).stream().map(System::getProperty).collect(Collectors.joining(" "));
  }

  /** In English, for whoever reads reports. */
  String text() {
    return facts.stream()
        .map(fact -> fact.key() + ": " + fact.value())
        .collect(Collectors.joining("\n", "Inkling " + version + "\n", "\n"));
  }

  /** The licences of all that ships, a list that the build makes. */
  static String licences() {
    try (InputStream in = Diagnostics.class.getResourceAsStream(LICENCES)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
