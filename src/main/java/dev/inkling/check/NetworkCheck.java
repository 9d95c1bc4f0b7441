package dev.inkling.check;

import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Looks through a network for what cannot work, and for what is pointless. */
public final class NetworkCheck {
  /** The rule that the last layer has as many outputs as there are classes. */
  public static final String OUTPUTS = "outputs";

  /** Each rule stands where its kin do. */
  static final List<Rule> RULES =
      Stream.of(
              ShapeRules.ALL,
              BoundRules.ALL,
              OutputRules.ALL,
              WindowRules.ALL,
              ActivationRules.ALL,
              NormRules.ALL,
              DropoutRules.ALL)
          .flatMap(List::stream)
          .toList();

  private NetworkCheck() {}

  /**
   * What is wrong with a network. It is quick, and allocates nothing of a network's size.
   *
   * @param layers from the input to the outputs; may be empty
   * @param image size of what it is given
   * @param classes how many outputs there have to be
   * @return in the order of places, those of the whole first; the gravest first at each
   */
  public static List<Finding> of(List<? extends Layer> layers, Size image, int classes) {
    Draft draft = Draft.of(layers, image, classes);
    return RULES.stream()
        .flatMap(rule -> rule.findings(draft))
        .sorted(Comparator.comparingInt(Finding::place).thenComparing(Finding::gravity))
        .toList();
  }
}
