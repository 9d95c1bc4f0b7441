package dev.inkling.chart;

/** Text inside of XML. */
final class Xml {
  private Xml() {}

  /**
   * A text as XML 1.0 can hold it, in an element or an attribute; what it cannot hold is left out.
   */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(Xml::isAllowed)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }
}
