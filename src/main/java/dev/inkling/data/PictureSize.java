package dev.inkling.data;

/**
 * How large a picture was before it became an image of 28×28.
 *
 * @param width in pixels
 */
public record PictureSize(int width, int height) {}
