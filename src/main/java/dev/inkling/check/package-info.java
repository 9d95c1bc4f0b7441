/** What is wrong with a network that somebody builds, and how it is mended. */
@NullMarked
package dev.inkling.check;

import org.jspecify.annotations.NullMarked;
