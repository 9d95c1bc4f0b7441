package dev.inkling.ui.pad;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.StrokesFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Ten digits that ship with Inkling, for who has no mouse at hand or wants to see one. */
public final class Samples {
  private Samples() {}

  /** One drawing for each digit, from 0 to 9. */
  public static List<Drawing> all() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Samples.class.getResourceAsStream("/dev/inkling/samples.jsonl"),
                StandardCharsets.UTF_8))) {
      return StrokesFile.read(reader.lines().toList(), "samples.jsonl").stream()
          .map(StrokesFile.Line::drawing)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
