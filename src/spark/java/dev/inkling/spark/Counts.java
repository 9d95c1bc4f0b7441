package dev.inkling.spark;

/**
 * How much was read.
 *
 * @param pictures rows that were written
 * @param problems of them, those that say why a picture could not be read
 */
record Counts(long pictures, long problems) {}
