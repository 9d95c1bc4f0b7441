package dev.inkling.model;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before an array's numbers in NumPy's npy format (numpy.lib.format): a magic string, a
 * version, and a Python dictionary as text.
 */
final class NpyHeader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

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
    if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
      throw new StreamCorruptedException("no npy");
    }
    int version = in.readUnsignedByte();
    in.readUnsignedByte();
    long length =
        version == 1
            ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
            : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
    if (length > MAX_BYTES) {
      throw new StreamCorruptedException("a header of " + length + " bytes");
    }
    byte[] text = in.readNBytes((int) length);
    if (text.length < length) {
      throw new EOFException();
    }
    return shape(new String(text, StandardCharsets.ISO_8859_1));
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
