/**
 * The screen of what a model reads in a data set and where it fails: figures, confusion, a gallery
 * of samples, comparisons and epochs. What it shows is measured in {@link dev.inkling.evaluate};
 * its view models know no control.
 */
@NullMarked
package dev.inkling.ui.results;

import org.jspecify.annotations.NullMarked;
