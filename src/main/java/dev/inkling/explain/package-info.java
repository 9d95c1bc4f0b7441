/**
 * What goes on inside a network, as immutable records of plain numbers: nothing here draws, and no
 * array of the engine leaves the package.
 *
 * <ul>
 *   <li>{@link dev.inkling.explain.Activations} runs a picture through a network and keeps every
 *       layer's values as a {@link dev.inkling.explain.ForwardPass}.
 *   <li>{@link dev.inkling.explain.Origin} tells where one of these values comes from.
 *   <li>{@link dev.inkling.explain.Occlusion} and {@link dev.inkling.explain.StrokeEffects} tell
 *       what ink an answer rests on; {@link dev.inkling.explain.Robustness} how long it holds.
 *   <li>{@link dev.inkling.explain.Sensitivity} goes back to the picture through a network as it
 *       reads: {@link dev.inkling.explain.Saliency} tells what pixels speak for a class, {@link
 *       dev.inkling.explain.Ascent} what picture makes a value large, {@link
 *       dev.inkling.explain.Fooling} what small change makes it err.
 *   <li>{@link dev.inkling.explain.Kernels}, {@link dev.inkling.explain.WeightHistogram} and {@link
 *       dev.inkling.explain.WeightHistory} show the weights; {@link dev.inkling.explain.Damage}
 *       breaks a copy of them.
 *   <li>{@link dev.inkling.explain.EpochMaps} lays out what networks make of the same images, epoch
 *       by epoch, in one plane.
 *   <li>{@link dev.inkling.explain.NetworkLayout} places all layers in one picture, to scale.
 * </ul>
 */
@NullMarked
package dev.inkling.explain;

import org.jspecify.annotations.NullMarked;
