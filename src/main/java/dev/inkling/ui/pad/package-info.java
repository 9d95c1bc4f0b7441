/**
 * The screen to draw on and be read: the pad, the answer with its bars, pictures from files and the
 * clipboard, and keeping drawings. {@link dev.inkling.ui.pad.PadViewModel} is what other screens
 * follow; the pad follows none of them.
 */
@NullMarked
package dev.inkling.ui.pad;

import org.jspecify.annotations.NullMarked;
