package dev.inkling.pile;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.text.Csv;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was read in one picture: a row of the table.
 *
 * @param path of the picture, valid Unicode
 * @param text what is most probably written, a line feed between lines; empty where nothing is
 * @param digits how many digits that is
 * @param confidence of the digit that is least sure, 0…1; null where none is read
 * @param isDigit whether the text can be relied on: a digit or a number, and nothing else
 * @param boxes around the digits, in pixels of the picture as it is looked at
 * @param problem why nothing could be read, a sentence; null where something was
 */
public record PileRow(
    String path,
    String text,
    int digits,
    @Nullable Float confidence,
    boolean isDigit,
    List<Box> boxes,
    @Nullable String problem) {
  /** The first line of the table. */
  static final String HEADER = "path,text,digits,confidence,isDigit,boxes,problem\n";

  public PileRow {
    path = valid(path);
    boxes = List.copyOf(boxes);
  }

  /** What cannot be read, and why. */
  static PileRow broken(String path, String problem) {
    return new PileRow(path, "", 0, null, false, List.of(), problem);
  }

  /** A name as every program can read it: what is no Unicode in it becomes a question mark. */
  static String valid(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** All of it as text, column by column. */
  public List<String> cells() {
    return List.of(
        path,
        text,
        String.valueOf(digits),
        confidence == null ? "" : String.format(Locale.ROOT, "%.4f", confidence),
        String.valueOf(isDigit),
        boxes.stream().map(PileRow::text).collect(Collectors.joining(";")),
        problem == null ? "" : problem);
  }

  /** A line of CSV (RFC 4180), which reads as exactly this, with its end. */
  public String csv() {
    return cells().stream().map(Csv::exact).collect(Collectors.joining(",")) + "\n";
  }

  private static String text(Box box) {
    return box.x() + " " + box.y() + " " + box.width() + " " + box.height();
  }
}
