package dev.inkling.ui.pad;

import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/** What a clipboard or a drop may name a picture by. */
final class Addresses {
  /** An image of a page, with its address in quotes or without. */
  private static final Pattern IMAGE =
      Pattern.compile(
          "<img\\b[^>]*?\\bsrc\\s*=\\s*(?:\"([^\"]++)|'([^']++)|([^\\s\"'>]++))",
          Pattern.CASE_INSENSITIVE);

  private Addresses() {}

  /** An address itself, a text, then the images of a page, in this order; what is none, too. */
  static List<String> in(Clipboard board) {
    return Stream.concat(
            Stream.of(board.getUrl(), board.getString()).filter(Objects::nonNull),
            images(board.getHtml()))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static Stream<String> images(@Nullable String page) {
    return page == null
        ? Stream.empty()
        : IMAGE.matcher(page).results().map(Addresses::address).map(Addresses::unescaped);
  }

  private static String address(MatchResult image) {
    return Stream.of(1, 2, 3).map(image::group).filter(Objects::nonNull).findFirst().orElseThrow();
  }

  private static String unescaped(String address) {
    return address.replace("&amp;", "&");
  }

  /** Whether a text is an address of the web, whatever stands there. */
  static boolean isWeb(String text) {
    return text.matches("(?is)https?://\\S+");
  }
}
