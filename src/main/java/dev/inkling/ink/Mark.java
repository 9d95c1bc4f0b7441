package dev.inkling.ink;

/** One thing that was put on the pad: by hand, or from a file. */
public sealed interface Mark permits Stroke, Picture {}
