package dev.inkling.diagram;

import dev.inkling.layer.Cell;

/**
 * A value in the picture.
 *
 * @param column 0 for the 28×28 picture, then one for each {@link Block}
 * @param cell its place there
 */
public record Spot(int column, Cell cell) {}
