/**
 * Networks for other programs: {@link dev.inkling.export.ExportFormat} lists the formats, ONNX and
 * scripts in Python that stand alone. Layers say their lines of a script themselves; what is around
 * them is a text of the resources.
 */
@NullMarked
package dev.inkling.export;

import org.jspecify.annotations.NullMarked;
