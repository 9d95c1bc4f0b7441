package dev.inkling.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process has of the machine's memory. */
final class Memory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private Memory() {}

  /** Megabytes resident, the engine's with Java's; 0 where the system is not Linux. */
  static double megabytes() {
    return megabytes("VmRSS:");
  }

  /** The most that it ever had; 0 where the system is not Linux. */
  static double mostMegabytes() {
    return megabytes("VmHWM:");
  }

  private static double megabytes(String begin) {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(begin))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
