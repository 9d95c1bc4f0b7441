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
  BREAK
}
