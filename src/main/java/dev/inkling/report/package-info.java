/**
 * A model's results as a folder to keep: a page, tables and pictures that need no program and no
 * network. The command line and the window write it; it measures nothing itself but puts down what
 * {@link dev.inkling.evaluate} found.
 */
@NullMarked
package dev.inkling.report;

import org.jspecify.annotations.NullMarked;
