/** The screen of hands: a sheet that one writes on, and the network that learns whose it is. */
@NullMarked
package dev.inkling.ui.hand;

import org.jspecify.annotations.NullMarked;
