package dev.inkling.layer;

import java.util.Map;

/** A graph of MXNet's, where a stage adds what it computes. */
public interface SymbolNodes {
  /** The stage that is added. */
  Stage stage();

  /** What the stage is given. */
  default Symbol input() {
    return input(0);
  }

  /** What the stage so many before this one is given. */
  Symbol input(int back);

  /** False for a graph that only reads, where dropout does nothing. */
  boolean isTraining();

  /**
   * So many channels, or more, as the processor computes them at once: those too many have weights
   * of 0. As many where the outputs are the network's or are set in relation.
   */
  int lanes(int channels);

  /** A parameter of the stage, in the shape that it has with the channels too many. */
  Symbol parameter(String part, int... shape);

  /**
   * Adds a node.
   *
   * @param channels that it gives
   */
  Symbol node(String operator, Map<String, String> attributes, int channels, Symbol... inputs);

  /** Adds a node that keeps the channels of what the stage is given, and reads nothing else. */
  default Symbol node(String operator, Map<String, String> attributes) {
    return node(operator, attributes, input().channels(), input());
  }

  /** A setting with the same number for height and width. */
  static String pair(int size) {
    return "(" + size + "," + size + ")";
  }
}
