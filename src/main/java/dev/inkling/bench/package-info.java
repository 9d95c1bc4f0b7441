/**
 * Measures on this machine what people wait for: the start, an answer, a training, the window.
 * {@link dev.inkling.bench.BenchCommand} is a command of the command line; it may look into every
 * room, the window's too, and only the launcher knows it.
 */
@NullMarked
package dev.inkling.bench;

import org.jspecify.annotations.NullMarked;
