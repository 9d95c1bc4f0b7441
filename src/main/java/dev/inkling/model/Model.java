package dev.inkling.model;

/** A trained network at rest: its card and its weights. */
public record Model(ModelCard card, Weights weights) {}
