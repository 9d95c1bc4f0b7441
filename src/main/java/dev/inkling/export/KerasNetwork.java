package dev.inkling.export;

import dev.inkling.layer.Layer;
import dev.inkling.layer.PythonNodes;
import dev.inkling.layer.Stage;
import java.util.List;

/**
 * A network as functions of Keras' functional interface. Channels come last, as Keras has them on
 * all processors; where maps become a row of numbers, they come first again, so that a dense layer
 * behind has Inkling's weights.
 */
final class KerasNetwork extends PythonNetwork {
  private KerasNetwork() {}

  /** The functions' text. */
  static String of(List<Layer> layers) {
    return new KerasNetwork().text(layers);
  }

  @Override
  PythonBody whole() {
    return new Body("");
  }

  @Override
  String whole(String body) {
    return """
    def build():
        ""\"Ink, 0 paper ... 1 ink, as (batch, 28, 28, 1); gives (batch, classes).""\"
        image = keras.Input((28, 28, 1))
        x = layers.Rescaling(1 / STD, offset=-MEAN / STD)(image)
    """
        + body;
  }

  @Override
  PythonBody part() {
    return new Body("{name}_");
  }

  @Override
  String part(String name, String says, String body) {
    return "def " + name + "(x, name):\n    \"\"\"" + says + "\"\"\"\n" + body;
  }

  @Override
  String nameOfPart(String layer) {
    return layer;
  }

  /** Lines that each make a layer and call it; layers with weights have Inkling's names. */
  private static final class Body extends PythonBody {
    private final String prefix;

    /**
     * With what a layer's name begins with, where it is not known before the function is called.
     */
    Body(String prefix) {
      this.prefix = prefix;
    }

    @Override
    void write(Stage stage, PythonNodes nodes) {
      stage.layer().keras(nodes);
    }

    @Override
    String made(Stage stage, String constructor) {
      if (stage.layer().parameters(stage.input()).isEmpty()) {
        return constructor;
      }
      String quote = prefix.isEmpty() ? "\"" : "f\"";
      return (constructor.substring(0, constructor.length() - 1) + ", name=" + quote)
          + (prefix + identifier(stage) + "\")");
    }

    @Override
    String part(String name, String part) {
      return part + "(x, \"" + name + "\")";
    }

    @Override
    String flattened() {
      return "flat(x)";
    }

    @Override
    String text(String result) {
      String last = prefix.isEmpty() ? "keras.Model(image, " + result + ")" : result;
      StringBuilder body = new StringBuilder();
      lines().forEach(line -> body.append("    ").append(line).append('\n'));
      return body.append("    return ").append(last).append('\n').toString();
    }
  }
}
