package dev.inkling.data;

import java.util.HexFormat;
import java.util.List;

/**
 * Tells whether drawings are the same as before: the same strokes or pictures with the same labels,
 * in whatever order. It is a sum of 64-bit FNV-1a hashes (Fowler, Noll, Vo; RFC 9923).
 */
public final class Fingerprint {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /** The fingerprint of drawings, 16 hexadecimal digits. Takes some 10 µs for each drawing. */
  public static String of(List<Kept> drawings) {
    long sum = drawings.stream().mapToLong(Fingerprint::hash).sum();
    return HexFormat.of().toHexDigits(sum);
  }

  private static long hash(Kept kept) {
    String text = kept.label() + KeptLine.content(kept);
    long hash = BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME; // all of it is ASCII
    }
    return hash;
  }
}
