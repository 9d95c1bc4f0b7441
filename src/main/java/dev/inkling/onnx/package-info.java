/**
 * A model as an ONNX file, for other programs: {@link dev.inkling.onnx.OnnxFile} writes it. The
 * command line and the window export with it; ONNX's messages are known nowhere else, and nothing
 * here computes.
 */
@NullMarked
package dev.inkling.onnx;

import org.jspecify.annotations.NullMarked;
