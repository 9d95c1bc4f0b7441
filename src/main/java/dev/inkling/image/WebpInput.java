package dev.inkling.image;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;

/**
 * A WebP file for a decoder that takes whatever lies behind its end for zeros, and asks for every
 * single bit of it in vain.
 */
final class WebpInput {
  private static final int RIFF = 0x46464952;
  private static final int WEBP = 0x50424557;
  private static final int HEADER = 12;

  /** The decoder reads some bytes ahead. */
  private static final int AHEAD = 64;

  private WebpInput() {}

  /** Whether a file is WebP (RFC 9649, 2.3). */
  static boolean is(byte[] file) {
    return file.length >= HEADER && at(file, 0) == RIFF && at(file, 8) == WEBP;
  }

  private static int at(byte[] file, int index) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(index);
  }

  /**
   * The file, then an exception.
   *
   * @throws EOFException when it is shorter than it says
   */
  static InputStream of(byte[] file) throws EOFException {
    if (Integer.toUnsignedLong(at(file, 4)) + 8 > file.length) {
      throw new EOFException();
    }
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(file),
                new ByteArrayInputStream(new byte[AHEAD]),
                new End())));
  }

  /** An {@link EOFException} the decoder would pass over. */
  private static final class End extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("read beyond the end");
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return read();
    }
  }
}
