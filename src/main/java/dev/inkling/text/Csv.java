package dev.inkling.text;

/** Cells of CSV (RFC 4180). */
public final class Csv {
  /** With these a formula begins, which a spreadsheet would compute. */
  private static final String FORMULA = "=+-@";

  private Csv() {}

  /**
   * A name as a cell: quoted where it must be. One that a spreadsheet would take for a formula gets
   * an apostrophe before it, as a name may come from elsewhere.
   */
  public static String cell(String name) {
    boolean isFormula = name.length() > 1 && FORMULA.indexOf(name.charAt(0)) >= 0;
    return exact(isFormula ? "'" + name : name);
  }

  /** A text as a cell that reads as exactly this. */
  public static String exact(String text) {
    boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
