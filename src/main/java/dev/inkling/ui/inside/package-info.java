/**
 * The screen that looks into the network while one draws: its layers, what a value comes from, why
 * it answers so and how surely, and what breaks it. Views know their view model, view models know
 * no control; what is shown is computed in {@link dev.inkling.explain}.
 */
@NullMarked
package dev.inkling.ui.inside;

import org.jspecify.annotations.NullMarked;
