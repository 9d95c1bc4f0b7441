package dev.inkling.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;

/** How large the window's texts are, and with them what holds them. */
final class TextSize {
  /** In percent; 100 is the size on a first start. */
  static final List<Integer> SIZES = List.of(80, 90, 100, 110, 125, 150, 175, 200);

  static final int NORMAL = 100;

  private static final String SHEET = "/dev/inkling/inkling.css";
  private static final Pattern PIXELS = Pattern.compile("(\\d+(?:\\.\\d+)?)px");

  /** The theme's icons have a size of their own. */
  private static final String ICONS = ".ikonli-font-icon { -fx-icon-size: 18px; }\n";

  private final IntegerProperty percent = new SimpleIntegerProperty(NORMAL);

  /** One of {@link #SIZES}. */
  IntegerProperty percentProperty() {
    return percent;
  }

  void larger() {
    step(1);
  }

  void smaller() {
    step(-1);
  }

  void normal() {
    percent.set(NORMAL);
  }

  private void step(int by) {
    int next = SIZES.indexOf(percent.get()) + by;
    percent.set(SIZES.get(Math.clamp(next, 0, SIZES.size() - 1)));
  }

  /** Gives a scene Inkling’s style sheet in this size. */
  void applyTo(Scene scene) {
    String first = sheet(percent.get());
    scene.getStylesheets().add(first);
    int at = scene.getStylesheets().indexOf(first);
    percent.addListener((_, _, now) -> scene.getStylesheets().set(at, sheet(now.intValue())));
  }

  /** Where the style sheet is. Every length in it grows, so that what fitted still fits. */
  static String sheet(int percent) {
    if (percent == NORMAL) {
      return TextSize.class.getResource(SHEET).toString();
    }
    try (InputStream in = TextSize.class.getResourceAsStream(SHEET)) {
      String css = ICONS + new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String scaled = PIXELS.matcher(css).replaceAll(length -> scaled(length, percent));
      return "data:text/css;charset=utf-8;base64,"
          + Base64.getEncoder().encodeToString(scaled.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String scaled(MatchResult length, int percent) {
    return String.format(
        Locale.ROOT, "%.2fpx", Double.parseDouble(length.group(1)) * percent / NORMAL);
  }
}
