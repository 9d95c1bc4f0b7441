/** Signs of one's own: drawn on the pad, sign by sign, and learned by a network. */
@NullMarked
package dev.inkling.ui.signs;

import org.jspecify.annotations.NullMarked;
