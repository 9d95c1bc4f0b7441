package dev.inkling.support;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Pages of HTML as a reader sees them. */
public final class Pages {
  private Pages() {}

  /** A page that is well-formed, but for the meta elements that do not end. */
  public static Document parse(String page) {
    try {
      String xml = page.replace("<!DOCTYPE html>", "").replaceAll("(<meta[^>]*)>", "$1/>");
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** All words of a page. */
  public static String text(String page) {
    return parse(page).getDocumentElement().getTextContent().replaceAll("\\s+", " ");
  }
}
