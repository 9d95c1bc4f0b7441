package dev.inkling.recognize;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.LineReading.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a line that may be its digits, with what the network for single digits says of each:
 * all are read in one batch, and each but once, however many readings of the line share it.
 */
final class LineParts {
  private final GreyImage ink;
  private final LineReading line;
  private final Classifier classifier;

  /** Parts with ink by their columns; null until one is asked for. */
  private @Nullable Map<Box, Part> parts;

  /**
   * Columns of a line that have ink.
   *
   * @param box around the ink, in the line's pixels
   * @param framed the ink as the network reads it
   * @param single ten probabilities
   */
  record Part(Box box, GreyImage framed, float[] single) {}

  /** The parts where the digits of any candidate stand; read when one is asked for first. */
  LineParts(GreyImage ink, LineReading line, Classifier classifier) {
    this.ink = ink;
    this.line = line;
    this.classifier = classifier;
  }

  private Map<Box, Part> read() {
    Map<Box, GreyImage> framed = new LinkedHashMap<>();
    line.candidates().stream()
        .flatMap(candidate -> candidate.symbols().stream())
        .filter(Symbol::isDigit)
        .map(this::columns)
        .distinct()
        .forEach(
            columns ->
                Framing.frame(ink.crop(columns))
                    .ifPresent(picture -> framed.put(columns, picture)));
    float[][] single = classifier.firstLook(new ArrayList<>(framed.values()));
    Map<Box, Part> read = new LinkedHashMap<>();
    framed.forEach(
        (columns, picture) ->
            read.put(columns, new Part(inked(columns), picture, single[read.size()])));
    return read;
  }

  /** Where a symbol stands, as high as the line. */
  Box columns(Symbol symbol) {
    int left = Math.clamp(Math.round(symbol.from()), 0, ink.width() - 1);
    int right = Math.clamp(Math.round(symbol.to()), left + 1, ink.width());
    return new Box(left, 0, right - left, ink.height());
  }

  /** The part where a digit stands; nothing where there is no ink. */
  Optional<Part> of(Symbol symbol) {
    if (parts == null) {
      parts = read();
    }
    return Optional.ofNullable(parts.get(columns(symbol)));
  }

  /** All of the line as the network for single digits reads it. */
  GreyImage framed() {
    return Framing.frame(ink).orElseThrow();
  }

  private Box inked(Box columns) {
    @Nullable Box inked = ink.crop(columns).inkBox();
    return inked == null
        ? columns
        : new Box(columns.x() + inked.x(), inked.y(), inked.width(), inked.height());
  }
}
