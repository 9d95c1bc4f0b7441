/**
 * Training itself: batches, augmentation, optimizer and the loop over them, deterministic from the
 * recipe's seed. It tells a {@link dev.inkling.train.TrainingListener} what happens and keeps
 * nothing; files are the business of {@link dev.inkling.run}.
 */
@NullMarked
package dev.inkling.train;

import org.jspecify.annotations.NullMarked;
