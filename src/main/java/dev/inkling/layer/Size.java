package dev.inkling.layer;

/** The size of what one image is at some place in a network. A dense layer's is n×1×1. */
public record Size(int channels, int height, int width) {
  /** Number of values. */
  public int count() {
    return channels * height * width;
  }

  /** Likewise, of sizes that may be larger than any array. */
  public long values() {
    return (long) channels * height * width;
  }

  /** As high as this, and as wide as so many values make it. */
  public Size asWideAs(int values) {
    return new Size(channels, height, values / (channels * height));
  }
}
