/**
 * Grey pictures: finding ink on any paper, framing it as MNIST framed its digits, and taking it to
 * pieces that may be digits ({@link dev.inkling.image.GreyImage} is ink, 0…1). Used from the pad to
 * the training; nothing here knows strokes or a network.
 */
@NullMarked
package dev.inkling.image;

import org.jspecify.annotations.NullMarked;
