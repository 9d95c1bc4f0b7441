package dev.inkling.export;

import dev.inkling.layer.PythonNodes;
import dev.inkling.layer.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of a function in Python that computes layers one after the other, on {@code x}. */
abstract class PythonBody {
  private final List<String> lines = new ArrayList<>();
  private boolean isFlat;

  /** The variables that hold what is looked back at, by the place of the stage it was given to. */
  private final Map<Integer, String> kept = new HashMap<>();

  /** Adds stages that look back at no others than these. */
  final void add(List<Stage> stages) {
    kept.clear();
    for (int place = 0; place < stages.size(); place++) {
      int back = stages.get(place).layer().back();
      if (back > 0) {
        kept.put(place - back, "before_" + identifier(stages.get(place)));
      }
    }
    for (int place = 0; place < stages.size(); place++) {
      if (kept.containsKey(place)) {
        lines.add(kept.get(place) + " = x");
      }
      Stage stage = stages.get(place);
      write(stage, new Nodes(stage, place));
      isFlat |= stage.layer().flattens();
    }
  }

  /** Adds what is computed of {@code x}. */
  final void add(String expression) {
    if (!expression.equals("x")) {
      lines.add("x = " + expression);
    }
  }

  /** The lines so far. */
  final List<String> lines() {
    return lines;
  }

  /** {@code x} as a row of numbers for each image. */
  final String flat() {
    return isFlat ? "x" : flattened();
  }

  /** A stage's name in Python. */
  static String identifier(Stage stage) {
    return identifier(stage.name().substring(stage.name().lastIndexOf('.') + 1));
  }

  static String identifier(String name) {
    return name.replace('-', '_');
  }

  /** Lets a stage say its lines. */
  abstract void write(Stage stage, PythonNodes nodes);

  /** Keeps an object of a stage's, and gives the expression that it is called by. */
  abstract String made(Stage stage, String constructor);

  /** Keeps what a part of the network has under a name, and gives what it makes of {@code x}. */
  abstract String part(String name, String part);

  /** {@code x}, which are maps, as a row of numbers for each image. */
  abstract String flattened();

  /**
   * The function's text.
   *
   * @param result what it gives
   */
  abstract String text(String result);

  /** What a stage finds that is added. */
  private final class Nodes implements PythonNodes {
    private final Stage stage;
    private final int place;

    Nodes(Stage stage, int place) {
      this.stage = stage;
      this.place = place;
    }

    @Override
    public Stage stage() {
      return stage;
    }

    @Override
    public String input(int back) {
      return back == 0 ? "x" : kept.getOrDefault(place - back, "x");
    }

    @Override
    public String flatInput() {
      return flat();
    }

    @Override
    public boolean isFlat() {
      return isFlat;
    }

    @Override
    public String made(String constructor) {
      return PythonBody.this.made(stage, constructor);
    }

    @Override
    public void output(String expression) {
      add(expression);
    }
  }
}
