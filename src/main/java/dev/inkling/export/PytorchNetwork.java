package dev.inkling.export;

import dev.inkling.layer.Brick;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Primitive;
import dev.inkling.layer.PythonNodes;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A network as modules of PyTorch's: one for all of it, and one for each layer that is made of
 * several, of which those that are alike share theirs.
 */
final class PytorchNetwork {
  private static final String INDENT = " ".repeat(8);

  /** What is in a module, and its name. */
  private final Map<String, String> modules = new LinkedHashMap<>();

  private final StringBuilder text = new StringBuilder();

  private PytorchNetwork() {}

  /** The modules' text. */
  static String of(List<Layer> layers) {
    return new PytorchNetwork().text(layers);
  }

  private String text(List<Layer> layers) {
    Body network = new Body();
    List<Brick> bricks = Brick.of(layers, Stage.IMAGE);
    for (Brick brick : bricks) {
      if (brick.layer() instanceof Primitive) {
        network.add(brick.stages());
      } else {
        network.call(network.keep(PythonBody.identifier(brick.name()), module(brick) + "()"));
      }
    }
    String flat = network.flat(bricks.getLast().output());
    return text
        + module(
            "Network",
            "Ink, 0 paper ... 1 ink, as (batch, 1, 28, 28); gives (batch, classes).",
            network.body("x = (x - MEAN) / STD", flat));
  }

  /** The name of the module of a layer that is made of several. */
  private String module(Brick brick) {
    Body inner = new Body();
    inner.add(brick.stages());
    String body = inner.body("", "x");
    return modules.computeIfAbsent(
        body,
        _ -> {
          String own = PythonBody.identifier(brick.name());
          String name = own.substring(0, 1).toUpperCase(Locale.ROOT) + own.substring(1);
          text.append(module(name, brick.layer().text(), body)).append("\n\n");
          return name;
        });
  }

  private static String module(String name, String says, String body) {
    return "class " + name + "(nn.Module):\n    \"\"\"" + says + "\"\"\"\n\n" + body;
  }

  /** A module's objects, and how they compute. */
  private static final class Body extends PythonBody {
    private final List<String> members = new ArrayList<>();

    @Override
    void write(Stage stage, PythonNodes nodes) {
      stage.layer().pytorch(nodes);
    }

    @Override
    String made(Stage stage, String constructor) {
      return keep(identifier(stage), constructor);
    }

    private String keep(String name, String constructor) {
      members.add("self." + name + " = " + constructor);
      return "self." + name;
    }

    @Override
    String flattened(Size size) {
      return "x.flatten(1)";
    }

    private String body(String first, String result) {
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
