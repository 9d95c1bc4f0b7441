package dev.inkling.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page in the making: all text is escaped, and nothing in it comes from elsewhere. */
public final class Html {
  private static final String STYLE =
      """
      :root { color-scheme: light }
      body { margin: 0 auto; padding: 32px 24px; max-width: 900px; background: #fff; color: #24292f;
        font: 15px/1.5 Inter, "Segoe UI", "Helvetica Neue", Arial, "Noto Sans CJK SC",
        "PingFang SC", "Microsoft YaHei", sans-serif }
      h1 { margin: 0; font-size: 28px; line-height: 1.25; overflow-wrap: anywhere }
      h2 { margin: 36px 0 8px; font-size: 19px; break-after: avoid }
      .muted { margin: 4px 0; color: #57606a; break-after: avoid }
      .notes { white-space: pre-wrap; overflow-wrap: anywhere; margin: 16px 0; padding: 2px 14px;
        border-left: 3px solid #5b5bd6 }
      .notice { padding: 8px 14px; border: 1px solid #d4a72c; border-radius: 6px;
        background: #fff8c5 }
      .figures { display: flex; flex-wrap: wrap; gap: 12px; margin: 20px 0 }
      .figures div { flex: 1 1 140px; box-sizing: border-box; padding: 10px 14px;
        border: 1px solid #d0d7de; border-radius: 8px }
      .figures b { display: block; font-size: 21px }
      .columns { display: flex; flex-wrap: wrap; gap: 0 40px; break-inside: avoid }
      .columns section { flex: 1 1 300px; min-width: 0 }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; break-inside: avoid }
      .facts { width: 100% }
      th, td { padding: 4px 10px; border-bottom: 1px solid #e4e7ec; text-align: right }
      th { font-weight: 600 }
      .facts th { font-weight: 400; color: #57606a; text-align: left; vertical-align: top;
        white-space: nowrap }
      .facts td { overflow-wrap: anywhere }
      .gallery { display: flex; flex-wrap: wrap; gap: 10px; margin: 12px 0 }
      .gallery figure { margin: 0; width: 104px; text-align: center; font-size: 12px;
        break-inside: avoid }
      .gallery img { width: 84px; height: 84px; border-radius: 6px; image-rendering: pixelated }
      .wide { overflow-x: auto; break-inside: avoid }
      .wide svg { min-width: 600px }
      .confusion td { min-width: 34px; padding: 5px 6px; border: 1px solid #fff;
        text-align: center; print-color-adjust: exact; -webkit-print-color-adjust: exact }
      .confusion th { border: 0; text-align: center }
      svg { display: block; max-width: 100%; height: auto; margin: 12px 0; break-inside: avoid }
      svg svg { max-width: none }
      footer { margin-top: 40px; font-size: 13px }
      @page { margin: 15mm }
      @media (max-width: 480px) {
        .confusion th, .confusion td { min-width: 20px; padding: 4px 2px; font-size: 12px }
      }
      @media print { body { padding: 0; max-width: none } .wide svg { min-width: 0 } }
      """;

  private final StringBuilder out = new StringBuilder();

  /** The head of a page, up to its body. */
  public Html(String language, String title) {
    out.append("<!DOCTYPE html>\n<html lang=\"").append(escape(language)).append("\">\n<head>\n");
    out.append("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">");
    out.append("\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    out.append(" style-src 'unsafe-inline'; img-src data:\">\n");
    element("title", "", title).markup("<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
  }

  /** Markup as it stands. */
  public Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /**
   * An element that holds a text.
   *
   * @param attributes as they stand, with a space before each
   */
  public Html element(String tag, String attributes, String text) {
    out.append('<').append(tag).append(attributes).append('>').append(escape(text));
    out.append("</").append(tag).append(">\n");
    return this;
  }

  /** One of the figures that one wants to know first; they stand in a {@code div} "figures". */
  public Html figure(String value, String name) {
    markup("<div>").element("b", "", value).element("span", " class=\"muted\"", name);
    return markup("</div>\n");
  }

  /** What is wider than a phone: it can be moved sideways, by keyboard too. */
  public Html wide(String name, Runnable content) {
    markup(
        "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"" + escape(name) + "\">\n");
    content.run();
    return markup("</div>\n");
  }

  /** One fact in a table of facts. */
  public Html fact(String name, String value) {
    markup("<tr>").element("th", " scope=\"row\"", name).element("td", "", value);
    return markup("</tr>\n");
  }

  /** The first row of a table. */
  public Html headings(List<String> names) {
    markup("<tr>");
    names.forEach(name -> element("th", " scope=\"col\"", name));
    return markup("</tr>\n");
  }

  /** The whole page. */
  public String end() {
    return out + "</body>\n</html>\n";
  }

  /** A text inside of an element or an attribute; control characters are left out. */
  static String escape(@Nullable String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : (text == null ? "" : text).toCharArray()) {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? "" : c);
      }
    }
    return escaped.toString();
  }
}
