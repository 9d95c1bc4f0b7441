/**
 * What is said to a user, in every language there is: {@link dev.inkling.text.Messages} and {@link
 * dev.inkling.text.Problem}, which carries the key of a sentence and not the sentence. Every room
 * may use it; it knows none.
 */
@NullMarked
package dev.inkling.text;

import org.jspecify.annotations.NullMarked;
