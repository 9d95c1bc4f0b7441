/**
 * Reads pictures on many machines: a job for Apache Spark, on top of {@link dev.inkling.pile},
 * which makes the rows. Compiled and packed by the profile {@code spark} alone; nothing imports it.
 */
@NullMarked
package dev.inkling.spark;

import org.jspecify.annotations.NullMarked;
