package dev.inkling.chart;

/** Where a picture of a line chart names its curves. */
public enum Legend {
  NONE,
  ABOVE,
  BELOW
}
