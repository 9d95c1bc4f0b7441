/**
 * Looks at data before anything is trained on them: images that are there twice, and where images
 * lie among others. Knows no network; features come as numbers.
 */
@NullMarked
package dev.inkling.explore;

import org.jspecify.annotations.NullMarked;
