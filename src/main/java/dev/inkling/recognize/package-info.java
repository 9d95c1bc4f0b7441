/**
 * From a drawing or a picture to an answer, one digit or a number: {@link
 * dev.inkling.recognize.Recognizer} is the one way there for the window and the command line alike.
 * It frames, lets a classifier read and weighs the readings; it neither trains nor draws on a
 * screen.
 */
@NullMarked
package dev.inkling.recognize;

import org.jspecify.annotations.NullMarked;
