/**
 * Labeled images, wherever they come from: MNIST with its download, IDX files, digits and doodles
 * that Inkling draws itself, and the drawings that the user kept. {@link
 * dev.inkling.data.DataSource} finds them by name for training, evaluation and both faces of the
 * program; nothing here knows a network.
 */
@NullMarked
package dev.inkling.data;

import org.jspecify.annotations.NullMarked;
