package dev.inkling.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What becomes of files that break or that somebody changes; the same at each call. */
public final class Mutations {
  /** What stands in place of a value; the last is a hundred kilobytes long. */
  private static final List<String> VALUES =
      List.of(
          "-1",
          "0",
          "1",
          "1e308",
          "-1e999",
          "NaN",
          "null",
          "99999999999999999999",
          "2147483647",
          "true",
          "\"\"",
          "\"text\"",
          "\"\\u0000\"",
          "[]",
          "[null]",
          "{}",
          "[".repeat(600),
          "\"" + "9".repeat(100_000) + "\"");

  /** A value of JSON, a cell of CSV or a number in a header of NumPy. */
  private static final Pattern VALUE =
      Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|\"[^\"]*\"|null|true|false");

  private Mutations() {}

  /** Flips bytes, cuts, doubles, and fills with zeros, at places that a seed chooses. */
  public static List<byte[]> ofBytes(byte[] whole, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] copy = whole.clone();
      // Headers stand at the beginning: every other change is made there.
      int at = random.nextInt(i % 2 == 0 ? Math.min(64, copy.length) : copy.length);
      switch (i % 5) {
        case 0, 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> copy[at] = (byte) random.nextInt(256);
        case 3 -> Arrays.fill(copy, at, Math.min(at + 4, copy.length), (byte) (i % 2 * 0xff));
        default -> copy = Arrays.copyOf(copy, at);
      }
      all.add(copy);
    }
    return all;
  }

  /**
   * Puts impossible and huge values in place of those in a text.
   *
   * @param most values that are replaced, spread over all that there are
   */
  public static List<String> ofText(String whole, int most) {
    List<int[]> places = new ArrayList<>();
    Matcher match = VALUE.matcher(whole);
    while (match.find()) {
      places.add(new int[] {match.start(), match.end()});
    }
    List<String> all = new ArrayList<>();
    int step = Math.max(1, Math.ceilDiv(places.size(), most));
    for (int i = 0; i < places.size(); i += step) {
      for (String value : VALUES) {
        int[] place = places.get(i);
        all.add(whole.substring(0, place[0]) + value + whole.substring(place[1]));
      }
    }
    return all;
  }

  /** A zip whose entry is another, all its checksums right. */
  public static byte[] zipWith(byte[] zip, String name, UnaryOperator<byte[]> change) {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
        ZipOutputStream out = new ZipOutputStream(result)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(entry.getName().equals(name) ? change.apply(content) : content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result.toByteArray();
  }

  /** All changed texts as bytes. */
  public static List<byte[]> bytes(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
