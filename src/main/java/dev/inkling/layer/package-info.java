/**
 * The kinds of layers that a network can be built of: one class a kind, which says all that is
 * known of it. {@link dev.inkling.layer.Layer} is what stands in an architecture, {@link
 * dev.inkling.layer.Primitive} what an engine computes, and {@link dev.inkling.layer.Kinds#ALL}
 * lists them. Whoever computes, writes or explains a network asks its layers, and knows none by
 * name.
 */
@NullMarked
package dev.inkling.layer;

import org.jspecify.annotations.NullMarked;
