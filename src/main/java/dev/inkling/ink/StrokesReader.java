package dev.inkling.ink;

import dev.inkling.ink.StrokesFile.Line;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link StrokesFile} some lines at a time, so that a file of any length needs no more. */
public final class StrokesReader implements AutoCloseable {
  /** Drawings that come at once: enough for the classifier to share its work. */
  private static final int LINES = 512;

  /** Characters of all drawings that come at once. */
  private static final int MANY = 1 << 20;

  /** Characters of a line: of so many points no drawing is, and the memory has to hold them. */
  private static final int MOST = 4 << 20;

  private record Text(int number, String text) {}

  private final Path file;
  private final Reader in;
  private final char[] buffer = new char[1 << 14];
  private int next;
  private int end;
  private int number;
  private boolean hasDrawings;

  /**
   * Opens a file.
   *
   * @throws Problem when there is none or it cannot be read
   */
  public StrokesReader(Path file) {
    this.file = file;
    try {
      in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder());
    } catch (IOException e) {
      throw problem(e);
    }
  }

  /**
   * The next drawings that are there: at least one, which it waits for, or none at the end.
   *
   * @throws Problem with the line's number when a line is not as described, or when the whole file
   *     has no drawing
   */
  public List<Line> next() {
    List<Text> lines = new ArrayList<>();
    try {
      for (int read = 0; lines.size() < LINES && read < MANY && (lines.isEmpty() || isReady()); ) {
        String text = line();
        if (text == null) {
          break;
        }
        read += text.length();
        if (!text.isBlank()) {
          lines.add(new Text(number, text));
        }
      }
    } catch (IOException e) {
      throw problem(e);
    }
    hasDrawings |= !lines.isEmpty();
    if (!hasDrawings) {
      throw new Problem("problem.strokes.empty", file);
    }
    return parsed(lines);
  }

  /** Side by side; where some lines are broken, the first is told. */
  private List<Line> parsed(List<Text> lines) {
    try {
      return lines.parallelStream().map(this::parsed).toList();
    } catch (Problem several) {
      return lines.stream().map(this::parsed).toList();
    }
  }

  private Line parsed(Text line) {
    return StrokesFile.line(line.text, file, line.number);
  }

  private boolean isReady() throws IOException {
    return next < end || in.ready();
  }

  /** The next line, null behind the last one. */
  private @Nullable String line() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean isThere = false;
    while (next < end || fill()) {
      isThere = true;
      int from = next;
      while (next < end && buffer[next] != '\n') {
        next++;
      }
      text.append(buffer, from, next - from);
      if (text.length() > MOST) {
        throw new Problem("problem.strokes.long", file, String.valueOf(number + 1), MOST >> 20);
      }
      if (next < end) {
        next++;
        break;
      }
    }
    number += isThere ? 1 : 0;
    return isThere ? text.toString() : null;
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private Problem problem(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> new Problem(e, "problem.file.missing", file);
      case CharacterCodingException _ -> new Problem(e, "problem.strokes.notText", file);
      default -> new Problem(e, "problem.file.unreadable", file);
    };
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw problem(e);
    }
  }
}
