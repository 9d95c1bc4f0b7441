package dev.inkling.ui.inside;

import dev.inkling.explain.Activations;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import dev.inkling.recognize.Recognition;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts drawings through the network that reads them; the last network stays loaded. For one
 * background thread alone.
 */
final class PassReader implements Function<Subject, Seen> {
  private static final GreyImage PAPER = GreyImage.blank(Framing.SIZE, Framing.SIZE);

  private @Nullable Model model;
  private @Nullable Activations activations;

  @Override
  public Seen apply(Subject subject) {
    Activations own = of(subject.model());
    Recognition recognition = subject.recognition();
    GreyImage framed = recognition.isBlank() ? PAPER : recognition.framed();
    return new Seen(subject, own.of(framed));
  }

  private Activations of(Model wanted) {
    Activations known = activations;
    if (known != null && wanted == model) {
      return known;
    }
    EngineSetup.useThisThreadOnly();
    if (known != null) {
      known.close();
    }
    Activations made = new Activations(wanted);
    activations = made;
    model = wanted;
    return made;
  }
}
