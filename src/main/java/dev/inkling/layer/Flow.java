package dev.inkling.layer;

import dev.inkling.layer.Chain.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What went through a stage for a batch, and the gradients that came back to what it put out. */
public interface Flow {
  /** The stage. */
  Stage stage();

  /** Images of the batch. */
  int count();

  /** What went through it for an image. */
  Numbers numbers(int image);

  /** A value that the stage put out. */
  float output(int image, Cell cell);

  /** The loss's gradient by a value that the stage put out. */
  float gradient(int image, Cell cell);

  /** A value that the stage was given; 0 in the padding around. */
  default float input(int image, Cell cell) {
    return numbers(image).input(cell).value();
  }

  /** One way to a value of this stage. */
  default Link link(int image, Cell cell, double factor) {
    return new Link(image, cell, factor, gradient(image, cell));
  }

  /** Σ factor · gradient over values of one image. */
  default Chain products(int image, Stream<Cell> cells, Function<Cell, Double> factor) {
    return new Chain.Products(cells.map(cell -> link(image, cell, factor.apply(cell))).toList());
  }

  /**
   * Σ factor · gradient over all values of a channel, in all images: what a number is worth that
   * they share.
   */
  default Chain shared(int channel, Factor factor) {
    Size size = stage().output();
    List<Link> links = new ArrayList<>();
    for (int image = 0; image < count(); image++) {
      for (int i = 0; i < size.height() * size.width(); i++) {
        Cell cell = new Cell(channel, i / size.width(), i % size.width());
        links.add(link(image, cell, factor.of(image, cell)));
      }
    }
    return new Chain.Products(links);
  }

  /** By how much a value changes when a number does that it is made of. */
  @FunctionalInterface
  interface Factor {
    /** The factor for a value that the stage put out. */
    double of(int image, Cell cell);
  }
}
