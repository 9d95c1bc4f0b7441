package dev.inkling.layer;

import java.util.List;
import java.util.Map;

/**
 * A graph of ONNX's, where a stage adds what it computes. Values go by name. Attributes are whole
 * numbers (Integer), decimal ones (Float), or lists of whole numbers.
 */
public interface OnnxNodes {
  /** The stage that is added. */
  Stage stage();

  /** What the stage is given. */
  default String input() {
    return input(0);
  }

  /** What the stage so many before this one is given. */
  String input(int back);

  /** What the stage is given, as a row of numbers for each image. */
  String flatInput();

  /** A parameter of the stage. */
  default String parameter(String part) {
    return stage().parameter(part);
  }

  /** Adds a number that belongs to the stage. */
  String constant(String part, float value);

  /** Adds a node whose output, as large as the stage's, others of the stage read. */
  String step(String part, String operator, List<String> inputs, Map<String, ?> attributes);

  /** Adds the node that gives the stage's output. */
  void output(String operator, List<String> inputs, Map<String, ?> attributes);

  /** Adds a node that reads what the stage is given, and gives its output. */
  default void output(String operator, Map<String, ?> attributes) {
    output(operator, List.of(input()), attributes);
  }
}
