package dev.inkling.ui.inside;

import dev.inkling.ink.Drawing;
import dev.inkling.model.Model;
import dev.inkling.recognize.Recognition;

/**
 * What is looked at: a drawing, and the network that reads it.
 *
 * @param model that reads
 * @param drawing all that is on the pad, the stroke that is being drawn included; of a number the
 *     digit that is looked at
 * @param recognition what the model read in it, of a number in the digit that is looked at; blank
 *     when there is no ink
 */
public record Subject(Model model, Drawing drawing, Recognition recognition) {}
