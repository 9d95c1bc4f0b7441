/**
 * What all screens use: work in the background, notices, texts that follow the language, and small
 * controls. It lies below the screens and knows none of them.
 */
@NullMarked
package dev.inkling.ui.kit;

import org.jspecify.annotations.NullMarked;
