/**
 * Piles of pictures on the pad's screen: read in the background into a table, what is least sure
 * first, to be corrected and taken along.
 */
@NullMarked
package dev.inkling.ui.pile;

import org.jspecify.annotations.NullMarked;
