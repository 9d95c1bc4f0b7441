package dev.inkling.layer;

import java.util.List;

/**
 * The chain rule for one number: how the loss's gradient by it comes from gradients behind it, with
 * all numbers filled in (Rumelhart, Hinton and Williams, 1986).
 */
public sealed interface Chain {
  /** The gradient that the numbers give, computed in double precision. */
  double value();

  /** Sum of the sizes of what is added up: what is lost in rounding is a part of it. */
  double size();

  /**
   * One way on which the number changes the loss.
   *
   * @param image of the batch, counted from 0
   * @param cell what it changes, in what the layer puts out
   * @param factor by how much that changes when the number does: a weight, an input, a slope
   * @param gradient of the loss by what is changed
   */
  record Link(int image, Cell cell, double factor, float gradient) {
    /** What it adds to the gradient. */
    public double product() {
      return factor * gradient;
    }
  }

  /** Σ factor · gradient, over all ways. */
  record Products(List<Link> links) implements Chain {
    public Products {
      links = List.copyOf(links);
    }

    @Override
    public double value() {
      return links.stream().mapToDouble(Link::product).sum();
    }

    @Override
    public double size() {
      return links.stream().mapToDouble(link -> Math.abs(link.product())).sum();
    }
  }

  /**
   * Behind batch norm, where a value moves its channel's mean and variance too: γ/√(σ² + ε) · (g −
   * ḡ − x̂·m), of which x̂ is the value shifted and scaled (Ioffe and Szegedy, 2015).
   *
   * @param scale γ/√(σ² + ε)
   * @param gradient g, by what came of the value
   * @param mean ḡ, of its channel's gradients in the batch
   * @param normalized x̂
   * @param product m, the mean of x̂·g over the same
   */
  record Normalized(double scale, float gradient, double mean, double normalized, double product)
      implements Chain {
    @Override
    public double value() {
      return scale * (gradient - mean - normalized * product);
    }

    @Override
    public double size() {
      double sum = Math.abs(gradient) + Math.abs(mean) + Math.abs(normalized * product);
      return Math.abs(scale) * sum;
    }
  }

  /** One way alone. */
  static Chain one(int image, Cell cell, double factor, float gradient) {
    return new Products(List.of(new Link(image, cell, factor, gradient)));
  }
}
