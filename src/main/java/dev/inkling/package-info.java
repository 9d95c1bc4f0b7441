/**
 * Where Inkling starts, and nothing besides: {@link dev.inkling.Launcher} opens the window or runs
 * a command, and is the one place that knows both.
 */
@NullMarked
package dev.inkling;

import org.jspecify.annotations.NullMarked;
