/**
 * Charts of {@link dev.inkling.chart} as JavaFX nodes, with zoom, crosshair, keyboard and export.
 * Screens put them up and give them numbers; nothing here knows what a run or a model is.
 */
@NullMarked
package dev.inkling.ui.chart;

import org.jspecify.annotations.NullMarked;
