package dev.inkling.cli;

import dev.inkling.check.Finding;
import dev.inkling.check.Gravity;
import dev.inkling.check.NetworkCheck;
import dev.inkling.data.Classes;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.text.Phrase;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with a network that somebody wrote. */
final class NetworkFaults {
  private NetworkFaults() {}

  /** All that is found, but that the last layer gets as many outputs as there are classes. */
  static Stream<Finding> of(Architecture network) {
    return NetworkCheck.of(network.layers(), network.task().image(), Classes.DIGITS.size()).stream()
        .filter(finding -> !finding.rule().equals(NetworkCheck.OUTPUTS));
  }

  /**
   * Tells what is pointless in a network; of those that ship nothing is.
   *
   * @return the network
   * @throws UsageProblem that says what keeps it from being trained, where, and what mends it
   */
  static Architecture checked(Shell shell, Architecture network) {
    if (network.isOwn()) {
      of(network).forEach(finding -> tell(shell, network.layers(), finding));
    }
    return network;
  }

  private static void tell(Shell shell, List<Layer> layers, Finding finding) {
    Phrase place =
        finding.place() == Finding.WHOLE
            ? new Phrase("cli.train.whole")
            : new Phrase(
                "cli.train.layer", finding.place() + 1, layers.get(finding.place()).text());
    if (finding.isError()) {
      throw new UsageProblem("cli.train.wrong", place, finding.text(), finding.mend());
    }
    if (finding.gravity() == Gravity.WARNING) {
      shell.tell("cli.train.wrong", place, finding.text(), finding.mend());
    }
  }
}
