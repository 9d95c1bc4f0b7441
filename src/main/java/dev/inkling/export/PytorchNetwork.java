package dev.inkling.export;

import dev.inkling.layer.Layer;
import dev.inkling.layer.PythonNodes;
import dev.inkling.layer.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A network as modules of PyTorch's. */
final class PytorchNetwork extends PythonNetwork {
  private PytorchNetwork() {}

  /** The modules' text. */
  static String of(List<Layer> layers) {
    return new PytorchNetwork().text(layers);
  }

  @Override
  PythonBody whole() {
    return new Body("x = (x - MEAN) / STD");
  }

  @Override
  String whole(String body) {
    return part(
        "Network", "Ink, 0 paper ... 1 ink, as (batch, 1, 28, 28); gives (batch, classes).", body);
  }

  @Override
  PythonBody part() {
    return new Body("");
  }

  @Override
  String part(String name, String says, String body) {
    return "class " + name + "(nn.Module):\n    \"\"\"" + says + "\"\"\"\n\n" + body;
  }

  @Override
  String nameOfPart(String layer) {
    return layer.substring(0, 1).toUpperCase(Locale.ROOT) + layer.substring(1);
  }

  /** A module's objects, and how they compute. */
  private static final class Body extends PythonBody {
    private static final String INDENT = " ".repeat(8);

    private final List<String> members = new ArrayList<>();
    private final String first;

    /** With what is done first, where there is anything. */
    Body(String first) {
      this.first = first;
    }

    @Override
    void write(Stage stage, PythonNodes nodes) {
      stage.layer().pytorch(nodes);
    }

    @Override
    String made(Stage stage, String constructor) {
      return keep(identifier(stage), constructor);
    }

    @Override
    String part(String name, String part) {
      return keep(name, part + "()") + "(x)";
    }

    private String keep(String name, String constructor) {
      members.add("self." + name + " = " + constructor);
      return "self." + name;
    }

    @Override
    String flattened() {
      return "x.flatten(1)";
    }

    @Override
    String text(String result) {
      StringBuilder body = new StringBuilder("    def __init__(self):\n");
      body.append(INDENT).append("super().__init__()\n");
      members.forEach(line -> body.append(INDENT).append(line).append('\n'));
      body.append("\n    def forward(self, x):\n");
      if (!first.isEmpty()) {
        body.append(INDENT).append(first).append('\n');
      }
      lines().forEach(line -> body.append(INDENT).append(line).append('\n'));
      return body.append(INDENT).append("return ").append(result).append('\n').toString();
    }
  }
}
