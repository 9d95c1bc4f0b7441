package dev.inkling.ui.pad;

import dev.inkling.text.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A picture that is written in its own address (RFC 2397), as some pages have them: nothing has to
 * be fetched.
 *
 * @param text that begins with {@code data:image/}
 */
record DataUrl(String text) {
  private static final String BEGIN = "data:image/";

  /** The first among addresses; its beginning may be in capitals. */
  static Optional<DataUrl> in(List<String> addresses) {
    return addresses.stream()
        .filter(text -> text.regionMatches(true, 0, BEGIN, 0, BEGIN.length()))
        .map(DataUrl::new)
        .findFirst();
  }

  /**
   * The picture's file.
   *
   * @param name what a problem calls it
   * @throws Problem when it is not written as such addresses are
   */
  byte[] bytes(String name) {
    int comma = text.indexOf(',');
    String data = text.substring(comma + 1);
    try {
      return text.substring(0, Math.max(0, comma)).toLowerCase(Locale.ROOT).endsWith(";base64")
          ? Base64.getMimeDecoder().decode(percentDecoded(data))
          : percentDecoded(data).getBytes(StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      throw new Problem(e, "problem.picture.damaged", name);
    }
  }

  /** A plus is a plus there. */
  private static String percentDecoded(String data) {
    return URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
  }
}
