package dev.inkling.layer;

/**
 * A network in Python, of PyTorch or of Keras, where a stage adds what it computes. Its expressions
 * are Python's.
 */
public interface PythonNodes {
  /** The stage that is added. */
  Stage stage();

  /** The variable that holds what the stage is given. */
  default String input() {
    return input(0);
  }

  /** The variable that holds what the stage so many before this one is given. */
  String input(int back);

  /** What the stage is given, as a row of numbers for each image. */
  String flatInput();

  /** True where what the stage is given is such a row already. */
  boolean isFlat();

  /**
   * An object that the network has under the stage's name.
   *
   * @param constructor how it is made
   * @return what it is called by
   */
  String made(String constructor);

  /** Adds the line that gives the stage's output. */
  void output(String expression);

  /** Adds an object that reads what the stage is given, and gives its output. */
  default void layer(String constructor) {
    output(made(constructor) + "(" + input() + ")");
  }
}
