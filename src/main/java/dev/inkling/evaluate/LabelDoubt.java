package dev.inkling.evaluate;

/**
 * A label that is probably wrong.
 *
 * @param image its place among the images that were looked at
 * @param given the class that its label says
 * @param suggested the class that networks read which have not learned from it
 * @param doubt how much more probable that is than what is given, 0…1
 */
public record LabelDoubt(int image, int given, int suggested, double doubt) {}
