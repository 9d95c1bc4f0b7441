package dev.inkling.layer;

/**
 * A node of a graph of MXNet's.
 *
 * @param node its number
 * @param channels that it gives, those too many among them, see {@link SymbolNodes#lanes}
 */
public record Symbol(int node, int channels) {}
