package dev.inkling.check;

/** How much something matters that was found in a network; the gravest first. */
public enum Gravity {
  /** The network cannot be trained, or nothing that it learns can come of it. */
  ERROR,
  /** It can be trained, but part of it is pointless or bad. */
  WARNING,
  /** It is as good; who wants to know can read why it could be otherwise. */
  NOTE
}
