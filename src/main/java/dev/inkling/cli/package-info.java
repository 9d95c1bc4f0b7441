/**
 * The command line, a class for each command, under {@link dev.inkling.cli.CommandRunner}; results
 * go to standard output, also as JSON, and everything else to standard error. It uses the same
 * rooms as the window and knows nothing of it; picocli is not known outside, but for the bench.
 */
@NullMarked
package dev.inkling.cli;

import org.jspecify.annotations.NullMarked;
