package dev.inkling.pile;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Files of a tar archive, one after the other: POSIX's ustar with names of pax, and GNU's with long
 * names (IEEE Std 1003.1-2017, pax, “ustar Interchange Format”; the manual of GNU tar, “Basic Tar
 * Format”). What is no file is passed over.
 */
final class TarInput implements Closeable {
  private static final int BLOCK = 512;

  /** A name that is longer than this is none. */
  private static final int LONGEST_NAME = 1 << 16;

  private final InputStream in;
  private final byte[] header = new byte[BLOCK];

  /** Bytes of the present file that were not read, and those that fill its last block. */
  private long left;

  private long filling;

  TarInput(InputStream in) {
    this.in = in;
  }

  /** Goes to the next file; null when there is none. */
  @Nullable String next() throws IOException {
    String longName = null;
    while (true) {
      in.skipNBytes(left + filling);
      left = 0;
      filling = 0;
      if (in.readNBytes(header, 0, BLOCK) < BLOCK || header[0] == 0) {
        return null;
      }
      check();
      left = size();
      filling = -left & (BLOCK - 1);
      switch (header[156]) {
        case 'L' -> longName = text(bytes(LONGEST_NAME), 0, LONGEST_NAME);
        case 'x' -> longName = paxName(new String(bytes(LONGEST_NAME), StandardCharsets.UTF_8));
        case 0, '0', '7' -> {
          return longName == null ? name() : longName;
        }
        case 'g' -> {} // of the whole archive: no names
        default -> longName = null;
      }
    }
  }

  /** The present file's bytes, at most so many of them. */
  byte[] bytes(int most) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(most, left));
    left -= bytes.length;
    if (left > 0 && bytes.length < most) {
      throw new EOFException();
    }
    return bytes;
  }

  /** The sum of all bytes of a header, its own place counted as spaces. */
  private void check() throws IOException {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (sum != octal(148, 8)) {
      throw new IOException("no tar header");
    }
  }

  private String name() {
    String name = text(header, 0, 100);
    boolean isPosix = text(header, 257, 6).equals("ustar");
    String prefix = isPosix ? text(header, 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  /** In octal digits, or from 8 GB on in bytes. */
  private long size() throws IOException {
    if ((header[124] & 0x80) == 0) {
      return octal(124, 12);
    }
    long size = 0;
    for (int i = 128; i < 136; i++) {
      size = size << 8 | (header[i] & 0xff);
    }
    if (size < 0) {
      throw new IOException("no size");
    }
    return size;
  }

  private long octal(int from, int length) throws IOException {
    try {
      String digits = text(header, from, length).strip();
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException e) {
      throw new IOException(e);
    }
  }

  /** Up to its first 0. */
  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < Math.min(bytes.length, from + length) && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /** Of records such as "20 path=a/picture.png". */
  private static @Nullable String paxName(String records) {
    int at = records.indexOf(" path=");
    int end = records.indexOf('\n', Math.max(0, at));
    return at < 0 || end < 0 ? null : records.substring(at + " path=".length(), end);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
