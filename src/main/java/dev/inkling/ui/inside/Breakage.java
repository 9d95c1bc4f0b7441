package dev.inkling.ui.inside;

import dev.inkling.explain.Damage;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that is broken in a copy of a network. Immutable.
 *
 * @param silenced filters and units that are silent
 * @param noise on all weights, in standard deviations of each layer's; 0 for none
 * @param seed of the noise
 */
record Breakage(Set<Part> silenced, double noise, long seed) {
  /** Nothing is broken. */
  static final Breakage NONE = new Breakage(Set.of(), 0, 1);

  /**
   * A filter of a convolution or a unit of a dense layer.
   *
   * @param layer index of its layer
   * @param channel counted from 0
   */
  record Part(int layer, int channel) {}

  Breakage {
    silenced = Set.copyOf(silenced);
  }

  /** True when nothing is broken. */
  boolean isNone() {
    return silenced.isEmpty() && noise == 0;
  }

  /** The same with a part silenced, or heard again. */
  Breakage silence(Part part, boolean isSilent) {
    Set<Part> parts = new HashSet<>(silenced);
    if (isSilent) {
      parts.add(part);
    } else {
      parts.remove(part);
    }
    return new Breakage(parts, noise, seed);
  }

  /** The same with all parts of a layer silenced, or heard again. */
  Breakage silenceLayer(int layer, int channels, boolean isSilent) {
    Set<Part> parts = new HashSet<>(silenced);
    parts.removeIf(part -> part.layer == layer);
    for (int channel = 0; isSilent && channel < channels; channel++) {
      parts.add(new Part(layer, channel));
    }
    return new Breakage(parts, noise, seed);
  }

  /** The same with as much noise. */
  Breakage withNoise(double strength) {
    return new Breakage(silenced, strength, seed);
  }

  /** The same with other noise as strong. */
  Breakage withSeed(long other) {
    return new Breakage(silenced, noise, other);
  }

  /** How many parts of a layer are silent. */
  int silencedIn(int layer) {
    return (int) silenced.stream().filter(part -> part.layer == layer).count();
  }

  /** A copy of a model that is broken so; noise comes first, so what is silent stays silent. */
  Model apply(Model model) {
    List<Damage> damages = new ArrayList<>();
    if (noise > 0) {
      damages.add(new Damage.Noise(noise, seed));
    }
    List<Stage> stages = Stage.of(model.card().parsedLayers());
    for (int layer = 0; layer < stages.size(); layer++) {
      damages.addAll(silence(layer, stages.get(layer).output().channels()));
    }
    return Damage.apply(model, damages);
  }

  private List<? extends Damage> silence(int layer, int channels) {
    if (silencedIn(layer) == channels) {
      return List.of(new Damage.SilencedLayer(layer)); // one copy of its weights instead of many
    }
    return silenced.stream()
        .filter(part -> part.layer == layer)
        .map(part -> new Damage.Silenced(layer, part.channel))
        .toList();
  }
}
