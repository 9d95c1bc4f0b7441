/**
 * Drawings: the strokes and pictures on the pad, their files, and {@link dev.inkling.ink.Raster},
 * the one way from them to pixels. The window, the command line and the synthetic digits share it;
 * nothing here knows who reads a drawing.
 */
@NullMarked
package dev.inkling.ink;

import org.jspecify.annotations.NullMarked;
