package dev.inkling.support;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/** The real MNIST, for the tests that want it. */
public final class RealMnist {
  private RealMnist() {}

  /** Its folder; the test that asks is skipped when nobody said where it is. */
  public static Path folder() {
    String folder = System.getProperty("inkling.mnist", "");
    assumeThat(folder)
        .as("This test wants the real MNIST: give its folder with -Dinkling.mnist=DIR.")
        .isNotBlank();
    return Path.of(folder);
  }
}
