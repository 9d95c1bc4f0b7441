package dev.inkling.text;

/**
 * A part of a sentence that is a text itself, as an argument of a {@link Problem} or of {@link
 * Messages#get}: it is read in the language of the whole.
 *
 * @param key of the text in {@link Messages}
 * @param arguments of the text
 */
public record Phrase(String key, Object... arguments) {}
