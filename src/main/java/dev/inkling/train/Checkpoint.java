package dev.inkling.train;

import dev.inkling.model.Weights;

/**
 * A run between two epochs, from which it goes on as if it had not been cut off.
 *
 * @param epoch the last whole one
 * @param steps of the optimizer so far
 * @param weights of the network
 * @param optimizer state of the optimizer, an array or two for each weight; empty for plain SGD
 */
public record Checkpoint(int epoch, int steps, Weights weights, Weights optimizer) {}
