package dev.inkling.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some places of a data set, as a person writes them: {@code 12, 40-60}. Counted from 0.
 *
 * @param ranges in the order they were written; none means all places
 */
record IndexRanges(List<Range> ranges) {
  /** All places. */
  static final IndexRanges ALL = new IndexRanges(List.of());

  /** Nine digits are always an int. */
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:\\s*[-–…]\\s*(\\d{1,9}))?");

  /** Both ends are part of it. */
  record Range(int first, int last) {}

  /** What was written, or nothing when it is not understood. A blank text means all places. */
  static Optional<IndexRanges> parse(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String part : text.isBlank() ? new String[0] : text.split("[,;，；、]", -1)) {
      Matcher matcher = RANGE.matcher(part.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      ranges.add(new Range(Math.min(first, last), Math.max(first, last)));
    }
    return Optional.of(new IndexRanges(List.copyOf(ranges)));
  }

  boolean contains(int index) {
    return ranges.isEmpty()
        || ranges.stream().anyMatch(range -> index >= range.first && index <= range.last);
  }
}
