package dev.inkling.ui.inside;

/** What the screen shows of a network, in the order in which one asks. */
public enum Page {
  NETWORK,
  STEP,
  FRAMING,
  WHY,
  SURE,
  LOVES,
  FOOLS,
  FILM,
  BREAK;

  /** Whether it looks at 28×28 pixels alone, wherever they are from; else at ink on the pad. */
  boolean looksAtPictures() {
    return this == NETWORK || this == STEP || this == WHY;
  }
}
