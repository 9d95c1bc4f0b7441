package dev.inkling.recognize;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.LineReading.Symbol;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a line that may be its digits, with what the network for single digits says of each:
 * those of many lines are read in one batch, and each but once, however many readings of its line
 * share it.
 */
final class LineParts {
  private final GreyImage ink;
  private final LineReading line;

  /** Parts with ink by their columns, where the digits of any candidate stand. */
  private final Map<Box, Part> parts = new LinkedHashMap<>();

  /**
   * Columns of a line that have ink.
   *
   * @param box around the ink, in the line's pixels
   * @param framed the ink as the network reads it
   * @param single ten probabilities
   */
  record Part(Box box, GreyImage framed, float[] single) {}

  /** Of a line's ink and what the network for lines reads in it. */
  LineParts(GreyImage ink, LineReading line) {
    this.ink = ink;
    this.line = line;
  }

  /** What the network for lines reads in it. */
  LineReading line() {
    return line;
  }

  /** Reads the parts of lines, which can be asked for then. */
  static void readAll(List<LineParts> lines, Classifier classifier) {
    List<Map<Box, GreyImage>> framed = lines.stream().map(LineParts::framedParts).toList();
    List<GreyImage> all = framed.stream().flatMap(map -> map.values().stream()).toList();
    Iterator<float[]> single = Arrays.asList(classifier.firstLook(all)).iterator();
    for (int i = 0; i < lines.size(); i++) {
      LineParts line = lines.get(i);
      framed
          .get(i)
          .forEach(
              (columns, picture) ->
                  line.parts.put(columns, new Part(line.inked(columns), picture, single.next())));
    }
  }

  private Map<Box, GreyImage> framedParts() {
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
    return framed;
  }

  /** Where a symbol stands, as high as the line. */
  Box columns(Symbol symbol) {
    int left = Math.clamp(Math.round(symbol.from()), 0, ink.width() - 1);
    int right = Math.clamp(Math.round(symbol.to()), left + 1, ink.width());
    return new Box(left, 0, right - left, ink.height());
  }

  /** The part where a digit stands; nothing where there is no ink. */
  Optional<Part> of(Symbol symbol) {
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
