package dev.inkling.cli;

import dev.inkling.data.DataSource;
import dev.inkling.data.ImageSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The data set that a command cannot do without, and how its images are taken. */
final class NeededData {
  @Option(names = "--data", paramLabel = "DATA", required = true)
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private String data;

  @Mixin private HowTaken taken = new HowTaken();

  /** What was typed. */
  String typed() {
    return data;
  }

  /** The name of the data set with how its images are taken. */
  String name() {
    return taken.name(data);
  }

  /**
   * Looks whether the images stay where a file is written.
   *
   * @throws dev.inkling.text.Problem when it is one of theirs
   */
  void keepFrom(@Nullable Path out, DataSource user) {
    if (out != null) {
      WrittenOver.refuse(out, ImageSource.of(name()).files(user));
    }
  }
}
