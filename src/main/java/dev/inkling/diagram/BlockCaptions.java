package dev.inkling.diagram;

import dev.inkling.chart.ValueFormat;
import dev.inkling.layer.Pool;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is written above the columns. */
public final class BlockCaptions {
  private final Messages messages;

  BlockCaptions(Messages messages) {
    this.messages = messages;
  }

  /** The picture's name and size. */
  List<String> input() {
    return List.of(messages.get("inside.network.input"), size(Stage.IMAGE));
  }

  /** A block's name, what it puts out, its kernel, its parameters, and what is folded in. */
  List<String> block(Block block, Predicate<String> hasRoom) {
    List<String> lines = new ArrayList<>();
    lines.add(name(block.main()));
    lines.add(size(block.size()));
    lines.add(kernel(block.main()));
    lines.add(parameters(block, hasRoom));
    lines.removeIf(String::isEmpty);
    lines.addAll(folded(block, hasRoom));
    return lines;
  }

  /** What is folded in, in as many lines as it takes. */
  private static List<String> folded(Block block, Predicate<String> hasRoom) {
    List<String> lines = new ArrayList<>();
    for (Stage stage : block.stages().subList(1, block.stages().size())) {
      String name = stage.layer().label();
      String together = lines.isEmpty() ? name : lines.getLast() + ", " + name;
      if (lines.isEmpty() || !hasRoom.test(together)) {
        lines.add(name);
      } else {
        lines.set(lines.size() - 1, together);
      }
    }
    return lines;
  }

  /** How many parameters a block has: shorter where there is no room for the word; or empty. */
  private String parameters(Block block, Predicate<String> hasRoom) {
    long count = block.parameterCount();
    String whole = messages.get("inside.network.parameters", count);
    String number = ValueFormat.COUNT.exact(count);
    return count == 0 ? "" : hasRoom.test(whole) ? whole : number;
  }

  /** A layer's name, as short as can be; which kind of pooling it is stands below. */
  public static String name(Stage stage) {
    return stage.name().replaceFirst("^(max|avg)-", "").replaceFirst("^residual", "res");
  }

  static String size(Size size) {
    String map = size.height() + "×" + size.width();
    if (size.channels() == 1) {
      return map;
    }
    boolean isMap = size.height() * size.width() > 1;
    return isMap ? size.channels() + "×" + map : String.valueOf(size.channels());
  }

  /** How large a window is, and for pools whether it is the largest or the mean that counts. */
  private String kernel(Stage stage) {
    String size = stage.layer().caption(stage.input());
    return stage.layer() instanceof Pool pool
        ? messages.get(pool.max() ? "inside.network.max" : "inside.network.mean", size)
        : size;
  }
}
