/**
 * A network as a picture, drawn with {@link dev.inkling.chart.Painter}, so that the window, PNG and
 * SVG share it.
 *
 * <ul>
 *   <li>{@link dev.inkling.diagram.DiagramLayout} says where everything is, and what is at a place.
 *   <li>{@link dev.inkling.diagram.NetworkDiagram} draws the whole; {@link
 *       dev.inkling.diagram.Highlight} what one value comes from, over it.
 *   <li>{@link dev.inkling.diagram.MapFigure} is one map large; {@link dev.inkling.diagram.Sums}
 *       shows weights and products, {@link dev.inkling.diagram.FormulaText} writes them out.
 * </ul>
 */
@NullMarked
package dev.inkling.diagram;

import org.jspecify.annotations.NullMarked;
