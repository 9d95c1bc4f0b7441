/**
 * Trainings as folders, so that none is lost: {@link dev.inkling.run.RunTrainer} trains and keeps
 * metrics and checkpoints, {@link dev.inkling.run.RunStore} finds, goes on with and deletes runs,
 * {@link dev.inkling.run.RunReport} makes a page of one. Shared by the command line and the window,
 * which it does not know.
 */
@NullMarked
package dev.inkling.run;

import org.jspecify.annotations.NullMarked;
