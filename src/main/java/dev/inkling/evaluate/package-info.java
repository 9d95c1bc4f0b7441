/**
 * What a model's answers are worth: accuracy and its interval, loss, confusion, calibration,
 * comparisons and nearest training images, as immutable records. It reads images with a finished
 * classifier; it neither trains nor writes, which {@link dev.inkling.train} and {@link
 * dev.inkling.report} do.
 */
@NullMarked
package dev.inkling.evaluate;

import org.jspecify.annotations.NullMarked;
