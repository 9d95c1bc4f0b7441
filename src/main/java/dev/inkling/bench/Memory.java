package dev.inkling.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /** Megabytes of Java's heap that work takes at most, besides what is there already. */
  static double heapOf(Runnable work) {
    System.gc();
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    long before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    work.run();
    long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return (peak - before) / 1048576.0;
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
