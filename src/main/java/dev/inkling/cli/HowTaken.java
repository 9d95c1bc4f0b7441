package dev.inkling.cli;

import dev.inkling.data.ImageSource;
import picocli.CommandLine.Option;

/**
 * How images are to be taken that stand otherwise in their files than a network should see them.
 */
final class HowTaken {
  @Option(names = "--transpose", descriptionKey = "cli.option.transpose")
  private boolean isTransposed;

  @Option(names = "--as-is", descriptionKey = "cli.option.asIs")
  private boolean isAsIs;

  /** The name of a data set, with these options. */
  String name(String data) {
    return isTransposed || isAsIs ? ImageSource.taken(data, isTransposed, isAsIs) : data;
  }
}
