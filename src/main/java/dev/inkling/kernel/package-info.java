/**
 * Small networks computed by the processor's vector instructions, without an engine. Each thread
 * takes a chunk of a batch through all layers and back, a lane of a vector for each image, so that
 * what it needs stays in its cache and nobody waits before the whole batch is through.
 */
@NullMarked
package dev.inkling.kernel;

import org.jspecify.annotations.NullMarked;
