/**
 * The screen to train on: recipe, progress, curves, and all runs with their comparison. It drives
 * {@link dev.inkling.run} from a thread of its own and shows what that tells, a redraw a frame; its
 * view models know no control.
 */
@NullMarked
package dev.inkling.ui.training;

import org.jspecify.annotations.NullMarked;
