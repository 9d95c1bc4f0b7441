package dev.inkling.cli;

import static java.util.stream.Collectors.joining;

import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.Normalization;
import dev.inkling.text.Problem;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which network is to be trained: one that has a name or a file, or one that is written out. */
final class NetworkOptions {
  @Option(names = "--arch", paramLabel = "NAME|FILE") // each command says its own
  private @Nullable String arch;

  @Option(names = "--layers", paramLabel = "LAYERS", descriptionKey = "cli.option.layers")
  private @Nullable String layers;

  @Option(
      names = "--normalization",
      paramLabel = "mnist|symmetric|none",
      descriptionKey = "cli.option.normalization")
  private @Nullable String normalization;

  /** True when any of them was given. */
  boolean any() {
    return arch != null || layers != null || normalization != null;
  }

  /**
   * The network that was given, of which what is pointless is told.
   *
   * @param otherwise the one where none was; null for the usual one
   * @throws UsageProblem when there is none of that name, or it cannot be trained
   */
  Architecture network(Shell shell, @Nullable Architecture otherwise) {
    if (normalization != null && layers == null) {
      throw new UsageProblem("cli.train.needs", "--normalization", "--layers");
    } else if (arch != null && layers != null) {
      throw new UsageProblem("cli.train.either", "--arch", "--layers");
    } else if (!any() && otherwise != null) {
      return otherwise;
    }
    try {
      return NetworkFaults.checked(shell, layers == null ? named(shell) : written(layers));
    } catch (Problem problem) {
      throw new UsageProblem(problem);
    }
  }

  private Architecture named(Shell shell) {
    return shell.architectures().named(Objects.requireNonNullElse(arch, ModelLibrary.DEFAULT));
  }

  private Architecture written(String text) {
    return new Architecture(
        Architecture.CUSTOM, normalization(), Layer.list(text), Architecture.USUAL);
  }

  private Normalization normalization() {
    String name = Objects.requireNonNullElse(normalization, "mnist");
    return Optional.ofNullable(Normalization.NAMED.get(name))
        .orElseThrow(
            () ->
                new UsageProblem(
                    "cli.train.normalization",
                    name,
                    Normalization.NAMED.keySet().stream().sorted().collect(joining(", "))));
  }
}
