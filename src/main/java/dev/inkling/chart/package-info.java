/**
 * Charts as records of plain numbers that paint themselves with any {@link
 * dev.inkling.chart.Painter}: a canvas, a PNG or an SVG, so that the window and the reports show
 * the same picture. Nothing here knows JavaFX, nor what the numbers mean.
 */
@NullMarked
package dev.inkling.chart;

import org.jspecify.annotations.NullMarked;
