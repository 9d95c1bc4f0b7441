/** The screen where a person builds a network of layers, as one builds with bricks. */
@NullMarked
package dev.inkling.ui.builder;

import org.jspecify.annotations.NullMarked;
