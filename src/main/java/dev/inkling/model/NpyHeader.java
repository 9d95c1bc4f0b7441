package dev.inkling.model;

import dev.inkling.data.NpyPreamble;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of an npy array of 32-bit floats, what its preamble says of it. */
final class NpyHeader {
  /** As much as NumPy itself trusts. */
  private static final int MAX_BYTES = 10_000;

  /** Numbers of 32 bits, the lowest byte first, row by row; no size has more than 9 digits. */
  private static final Pattern FLOATS =
      Pattern.compile(
          "\\{(?=.*'descr': *'<f4')(?=.*'fortran_order': *False)"
              + ".*'shape': *\\(((?: *\\d{1,9} *,)* *(?:\\d{1,9} *)?)\\).*\\}\\s*",
          Pattern.DOTALL);

  private NpyHeader() {}

  /**
   * Reads up to where the numbers begin.
   *
   * @return size of each dimension, the outermost first
   * @throws IOException when it is no array of 32-bit floats as NumPy lays them out
   */
  static long[] readShape(DataInputStream in) throws IOException {
    return shape(NpyPreamble.read(in, MAX_BYTES));
  }

  private static long[] shape(String text) throws IOException {
    Matcher match = FLOATS.matcher(text);
    if (!match.matches()) {
      throw new StreamCorruptedException(text);
    }
    return Arrays.stream(match.group(1).split(","))
        .map(String::strip)
        .filter(size -> !size.isEmpty())
        .mapToLong(Long::parseLong)
        .toArray();
  }
}
