/**
 * Networks computed by the processor's vector instructions, without an engine. Each thread takes a
 * chunk of a batch through all layers and back, a lane of a vector for each image, so that what it
 * needs stays in its cache; threads wait for each other at batch norm and when the whole batch is
 * through.
 */
@NullMarked
package dev.inkling.kernel;

import org.jspecify.annotations.NullMarked;
