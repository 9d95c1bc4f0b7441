package dev.inkling.model;

/**
 * A trained network at rest.
 *
 * @param own strokes of the hand that it learned, which are asked beside it about what is drawn
 */
public record Model(ModelCard card, Weights weights, OwnStrokes own) {
  /** The card says how many there are. */
  public Model {
    card = card.withStrokes(own.count());
  }

  /** A network that is asked alone. */
  public Model(ModelCard card, Weights weights) {
    this(card, weights, OwnStrokes.NONE);
  }

  /** The same under another name. */
  public Model named(String name) {
    return with(card.named(name));
  }

  /** The same with another card. */
  public Model with(ModelCard other) {
    return new Model(other, weights, own);
  }
}
