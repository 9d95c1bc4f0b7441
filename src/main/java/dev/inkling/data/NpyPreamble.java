package dev.inkling.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands before an array's numbers in NumPy's npy format (numpy.lib.format): a magic string, a
 * version, and a Python dictionary as text.
 */
public final class NpyPreamble {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private NpyPreamble() {}

  /**
   * Reads up to where the numbers begin.
   *
   * @param most bytes that the dictionary may have
   * @return the dictionary
   * @throws EOFException when it ends before
   * @throws StreamCorruptedException when it is no array, or its dictionary is longer
   */
  public static String read(DataInputStream in, int most) throws IOException {
    byte[] magic = in.readNBytes(MAGIC.length);
    int version = in.readUnsignedByte();
    in.readUnsignedByte();
    long length =
        version == 1
            ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
            : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
    if (!Arrays.equals(magic, MAGIC)) {
      throw new StreamCorruptedException("no npy");
    }
    if (length > most) {
      throw new StreamCorruptedException("a header of " + length + " bytes");
    }
    byte[] text = new byte[(int) length];
    in.readFully(text);
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}
