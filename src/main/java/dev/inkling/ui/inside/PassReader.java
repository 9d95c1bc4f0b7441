package dev.inkling.ui.inside;

import dev.inkling.explain.Activations;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import dev.inkling.recognize.Recognition;
import java.util.function.Function;

/**
 * Puts drawings through the network that reads them; the last network stays loaded. For one
 * background thread alone.
 */
final class PassReader implements Function<Subject, Seen> {
  private static final GreyImage PAPER = GreyImage.blank(Framing.SIZE, Framing.SIZE);

  private Model model;
  private Activations activations;

  @Override
  public Seen apply(Subject subject) {
    if (subject.model() != model) {
      load(subject.model());
    }
    Recognition recognition = subject.recognition();
    GreyImage framed = recognition.isBlank() ? PAPER : recognition.framed();
    return new Seen(subject, activations.of(framed));
  }

  private void load(Model wanted) {
    EngineSetup.useThisThreadOnly();
    if (activations != null) {
      activations.close();
    }
    activations = new Activations(wanted);
    model = wanted;
  }
}
