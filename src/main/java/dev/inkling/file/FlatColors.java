package dev.inkling.file;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures with 256 colours at most, as GIF has them. Where there are more, those that most pixels
 * have stay as they are, so that flat ones are flat; what lies between them, such as soft edges, is
 * put together where it is alike.
 */
final class FlatColors {
  /** The index of what is transparent. */
  static final int NOTHING = 0;

  private static final int MOST = 255;

  /** A pixel that is as it was. */
  private static final int OLD = -1;

  /** Colours that stay as they are in any case. */
  private static final int FLAT = 128;

  /** Bits of red, green and blue by which colours are alike. */
  private static final int ALIKE = 0xf0f0f0;

  private final Map<Integer, Integer> indices = new HashMap<>();
  private final int[] colors;

  /**
   * Few colours in the place of many.
   *
   * @param counts how many pixels have a colour, 0xRRGGBB
   */
  private FlatColors(Map<Integer, Integer> counts) {
    List<Integer> all = byCount(counts);
    int flat = all.size() <= MOST ? all.size() : FLAT;
    Map<Integer, Integer> alike = new HashMap<>();
    for (int color : all.subList(flat, all.size())) {
      alike.merge(
          (color & ALIKE) | (~ALIKE & 0x080808), counts.getOrDefault(color, 0), Integer::sum);
    }
    colors =
        Stream.concat(all.stream().limit(flat), byCount(alike).stream().limit(MOST - flat))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < colors.length; i++) {
      indices.putIfAbsent(colors[i], i + 1);
    }
  }

  private static List<Integer> byCount(Map<Integer, Integer> counts) {
    return counts.keySet().stream()
        .sorted(
            Comparator.comparingInt((Integer color) -> -counts.getOrDefault(color, 0))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /**
   * A picture in few colours.
   *
   * @param before a picture of the same size, whose pixels are left out where they are the same;
   *     null for none
   */
  static BufferedImage of(BufferedImage picture, @Nullable BufferedImage before) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    int[] old = before == null ? null : before.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) {
      boolean isNew = old == null || pixels[i] != old[i];
      pixels[i] = isNew ? pixels[i] & 0xffffff : OLD;
    }
    FlatColors few = new FlatColors(counts(pixels));
    byte[] indices = few.indices(pixels);
    BufferedImage result =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, few.model());
    result.getRaster().setDataElements(0, 0, width, height, indices);
    return result;
  }

  /** How many pixels have which colour; most have that of the one before. */
  private static Map<Integer, Integer> counts(int[] pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    int from = 0;
    for (int i = 1; i <= pixels.length; i++) {
      if (i == pixels.length || pixels[i] != pixels[from]) {
        counts.merge(pixels[from], i - from, Integer::sum);
        from = i;
      }
    }
    counts.remove(OLD);
    return counts;
  }

  private byte[] indices(int[] pixels) {
    byte[] result = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      boolean isSame = i > 0 && pixels[i] == pixels[i - 1];
      result[i] = isSame ? result[i - 1] : (byte) index(pixels[i]);
    }
    return result;
  }

  private int index(int color) {
    return color == OLD ? NOTHING : indices.computeIfAbsent(color, this::nearest);
  }

  private int nearest(int color) {
    int best = NOTHING;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colors.length; i++) {
      int square = 0;
      for (int shift = 0; shift < 24; shift += 8) {
        int apart = (color >> shift & 0xff) - (colors[i] >> shift & 0xff);
        square += apart * apart;
      }
      if (square < least) {
        least = square;
        best = i + 1;
      }
    }
    return best;
  }

  private IndexColorModel model() {
    int[] all = new int[MOST + 1];
    Arrays.fill(all, 0xff000000);
    all[NOTHING] = 0;
    for (int i = 0; i < colors.length; i++) {
      all[i + 1] = 0xff000000 | colors[i];
    }
    return new IndexColorModel(8, all.length, all, 0, false, NOTHING, DataBuffer.TYPE_BYTE);
  }
}
