package dev.inkling.image;

import dev.inkling.text.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Files that are no picture Inkling can open, known by their first bytes: each is told what to do
 * with it.
 */
final class OtherFormats {
  /** As far as is looked. */
  private static final int HEAD = 1024;

  /** Beginnings of pictures that other programs convert; each byte is a character. */
  private static final Map<String, String> PICTURES =
      Map.of(
          "8BPS", "PSD",
          "\0\0\0\fjP  ", "JPEG 2000",
          "\u00ffO\u00ffQ", "JPEG 2000",
          "\0\0\0\fJXL ", "JPEG XL",
          "\u00ff\n", "JPEG XL");

  /** Brands of ISO/IEC 23008-12, annex B, and of the AV1 Image File Format, section 8. */
  private static final String HEIC = ".*(hei[cxms]|hev[cxms]|mif1|msf1).*";

  private static final String AVIF = ".*avi[fs].*";

  private OtherFormats() {}

  /**
   * What to say of a file.
   *
   * @param name what the problem calls it
   */
  static Problem problem(byte[] file, Object name) {
    String head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("ftyp", 4)) {
      return media(brands(head), name);
    }
    if (isDocument(head)) {
      return new Problem("problem.picture.document", name);
    }
    if (isMarkup(head, "<svg")) {
      return new Problem("problem.picture.convert", name, "SVG");
    }
    return PICTURES.entrySet().stream()
        .filter(known -> head.startsWith(known.getKey()))
        .findFirst()
        .map(known -> new Problem("problem.picture.convert", name, known.getValue()))
        .orElseGet(() -> new Problem("problem.picture.format", name));
  }

  /** The box that says for whom a file of the ISO base media format is (ISO/IEC 14496-12, 4.3). */
  private static String brands(String head) {
    int length = head.charAt(2) << 8 | head.charAt(3);
    return head.substring(8, Math.clamp(length, 8, head.length()));
  }

  private static Problem media(String brands, Object name) {
    if (brands.matches("(?s)" + AVIF)) {
      return new Problem("problem.picture.convert", name, "AVIF");
    }
    return brands.matches("(?s)" + HEIC)
        ? new Problem("problem.picture.heic", name)
        : new Problem("problem.picture.film", name);
  }

  private static boolean isDocument(String head) {
    boolean isZipOfOffice =
        head.startsWith("PK")
            && Stream.of("[Content_Types].xml", "application/vnd.oasis").anyMatch(head::contains);
    return head.contains("%PDF-")
        || isZipOfOffice
        || head.startsWith("{\\rtf")
        || head.startsWith("\u00d0\u00cf\u0011\u00e0")
        || isMarkup(head, "<html");
  }

  private static boolean isMarkup(String head, String tag) {
    String text = head.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
    return text.startsWith("<") && text.toLowerCase(Locale.ROOT).contains(tag);
  }
}
