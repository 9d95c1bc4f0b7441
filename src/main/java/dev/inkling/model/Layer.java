package dev.inkling.model;

import dev.inkling.text.Problem;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One layer of a network, as data. Its text form is what stands in model.json: {@code conv 6@5x5
 * pad 2}, {@code max-pool 2}, {@code avg-pool 2}, {@code relu}, {@code batch-norm}, {@code dropout
 * 0.5}, {@code channel-dropout 0.5}, {@code dense 120}, {@code log-softmax}.
 */
public sealed interface Layer {
  /** The layer's text form, which {@link #parse} reads back. */
  String text();

  /** The size of this layer's output. */
  Size output(Size input);

  /** The size of what one image is at some place in the network. A dense layer's is n×1×1. */
  record Size(int channels, int height, int width) {
    /** Number of values. */
    public int count() {
      return channels * height * width;
    }

    /** As high as this, and as wide as so many values make it. */
    Size asWideAs(int values) {
      return new Size(channels, height, values / (channels * height));
    }
  }

  /** Square filters, stride 1, with a bias each. */
  record Conv(int filters, int kernel, int padding) implements Layer {
    @Override
    public String text() {
      String head = String.format(Locale.ROOT, "conv %d@%dx%d", filters, kernel, kernel);
      return padding == 0 ? head : head + " pad " + padding;
    }

    @Override
    public Size output(Size input) {
      int grow = 2 * padding - kernel + 1;
      return new Size(filters, input.height() + grow, input.width() + grow);
    }
  }

  /** Maximum or mean of square windows that do not overlap; what does not fill one is cut. */
  record Pool(boolean max, int window) implements Layer {
    @Override
    public String text() {
      return (max ? "max-pool " : "avg-pool ") + window;
    }

    @Override
    public Size output(Size input) {
      return new Size(input.channels(), input.height() / window, input.width() / window);
    }
  }

  /** Every input to every output, with a bias each. Flattens what it is given. */
  record Dense(int units) implements Layer {
    @Override
    public String text() {
      return "dense " + units;
    }

    @Override
    public Size output(Size input) {
      return new Size(units, 1, 1);
    }
  }

  /** Silences inputs at random while training, whole channels or single values. */
  record Dropout(boolean channels, double rate) implements Layer {
    @Override
    public String text() {
      return (channels ? "channel-dropout " : "dropout ") + rate;
    }

    @Override
    public Size output(Size input) {
      return input;
    }
  }

  /** Layers without a setting. */
  enum Plain implements Layer {
    RELU,
    BATCH_NORM,
    LOG_SOFTMAX;

    @Override
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Size output(Size input) {
      return input;
    }
  }

  /** The text forms of the layers with a setting, one alternative each. */
  Pattern FORMS =
      Pattern.compile(
          "conv (?<filters>[1-9]\\d{0,3})@(?<kernel>[1-9]\\d?)x\\k<kernel>"
              + "(?: pad (?<padding>\\d{1,2}))?"
              + "|(?<pool>max|avg)-pool (?<window>[1-9]\\d?)"
              + "|dense (?<units>[1-9]\\d{0,4})"
              + "|(?<channels>channel-)?dropout (?<rate>0\\.\\d+|\\d\\.\\d+E-\\d+)");

  /**
   * Reads a layer's text form.
   *
   * @throws Problem when it is none
   */
  static Layer parse(String text) {
    for (Plain plain : Plain.values()) {
      if (plain.text().equals(text)) {
        return plain;
      }
    }
    Matcher match = FORMS.matcher(text);
    if (!match.matches()) {
      throw new Problem("problem.model.layer", text);
    }
    if (match.group("filters") != null) {
      return new Conv(number(match, "filters"), number(match, "kernel"), number(match, "padding"));
    } else if (match.group("pool") != null) {
      return new Pool(match.group("pool").equals("max"), number(match, "window"));
    } else if (match.group("units") != null) {
      return new Dense(number(match, "units"));
    }
    return new Dropout(match.group("channels") != null, Double.parseDouble(match.group("rate")));
  }

  private static int number(Matcher match, String group) {
    return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
  }
}
