/**
 * A model, a run, a hand or a network as one {@code .inkling} file, to pass on: {@link
 * dev.inkling.pack.InklingFile} packs and unpacks, {@link dev.inkling.pack.Importer} takes in what
 * others packed and trusts none of it. Used by the command line and the window.
 */
@NullMarked
package dev.inkling.pack;

import org.jspecify.annotations.NullMarked;
