/**
 * Many pictures: folders, archives and lists of them, walked in an order that stays, read by as
 * many readers as there are processors, a row of a table for each. What cannot be read is a row,
 * too. It knows no window; a {@link dev.inkling.pile.PileReader} is for one thread, whoever has it.
 */
@NullMarked
package dev.inkling.pile;

import org.jspecify.annotations.NullMarked;
