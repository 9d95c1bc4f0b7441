package dev.inkling.chart;

/**
 * What of the data a line chart shows.
 *
 * @param x from the left to the right
 * @param y from the bottom to the top
 */
public record View(Range x, Range y) {}
