package dev.inkling.export;

import dev.inkling.layer.Brick;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Primitive;
import dev.inkling.layer.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network in Python: all of it, and before that a part for each layer that is made of several, of
 * which those that are alike share theirs.
 */
abstract class PythonNetwork {
  /** The names of parts, by what is in them. */
  private final Map<String, String> names = new HashMap<>();

  private final StringBuilder parts = new StringBuilder();

  /** The network's text. */
  final String text(List<Layer> layers) {
    PythonBody network = whole();
    for (Brick brick : Brick.of(layers, Stage.IMAGE)) {
      if (brick.layer() instanceof Primitive) {
        network.add(brick.stages());
      } else {
        network.add(network.part(PythonBody.identifier(brick.name()), nameOfPart(brick)));
      }
    }
    return parts + whole(network.text(network.flat()));
  }

  private String nameOfPart(Brick brick) {
    PythonBody inner = part();
    inner.add(brick.stages());
    String body = inner.text("x");
    return names.computeIfAbsent(
        body,
        _ -> {
          String name = nameOfPart(PythonBody.identifier(brick.name()));
          parts.append(part(name, brick.layer().text(), body)).append("\n\n");
          return name;
        });
  }

  /** What the network's layers are added to. */
  abstract PythonBody whole();

  /** The text of all of it. */
  abstract String whole(String body);

  /** What the layers of a part are added to. */
  abstract PythonBody part();

  /** The text of a part. */
  abstract String part(String name, String says, String body);

  /** What a part is called, by the name of the first layer that it is for. */
  abstract String nameOfPart(String layer);
}
