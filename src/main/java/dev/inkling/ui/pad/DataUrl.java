package dev.inkling.ui.pad;

import dev.inkling.text.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;

/**
 * A picture that is written in its own address (RFC 2397), as some pages have them: nothing has to
 * be fetched.
 *
 * @param text that begins with {@code data:image/}
 */
record DataUrl(String text) {
  private static final String BEGIN = "data:image/";

  private static final Pattern IN_HTML =
      Pattern.compile(
          "<img\\b[^>]*?\\bsrc\\s*=\\s*[\"'](" + BEGIN + "[^\"']++)", Pattern.CASE_INSENSITIVE);

  /** The first of a clipboard: an address, a text that is one, or in a page. */
  static Optional<DataUrl> in(Clipboard board) {
    return Stream.of(board.getUrl(), board.getString(), inHtml(board.getHtml()))
        .filter(text -> text != null && text.startsWith(BEGIN))
        .map(DataUrl::new)
        .findFirst();
  }

  private static String inHtml(String html) {
    Matcher matcher = IN_HTML.matcher(html == null ? "" : html);
    return matcher.find() ? matcher.group(1) : "";
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
      return text.substring(0, Math.max(0, comma)).endsWith(";base64")
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
