/**
 * The network: layers and architectures, weights and their files, and the engine that computes with
 * them, behind {@link dev.inkling.model.Backend}. {@link dev.inkling.model.Classifier} is what
 * other rooms read with; no array of the engine leaves this room but for {@link
 * dev.inkling.explain}, and how a network is trained is not known here.
 */
@NullMarked
package dev.inkling.model;

import org.jspecify.annotations.NullMarked;
