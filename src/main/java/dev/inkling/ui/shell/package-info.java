/**
 * The program around the screens: window, menu, settings, theme and what comes in as a file. {@link
 * dev.inkling.ui.shell.Studio} puts all view models together, for the window and for tests; a
 * screen is one entry of {@link dev.inkling.ui.shell.Screens}, and no screen knows the shell.
 */
@NullMarked
package dev.inkling.ui.shell;

import org.jspecify.annotations.NullMarked;
