package dev.inkling.model;

import com.google.gson.Gson;
import dev.inkling.model.Layer.Conv;
import dev.inkling.model.Layer.Dense;
import dev.inkling.model.Layer.Plain;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers as a symbol of MXNet's. Filters and units come in multiples of the processor's lanes,
 * which its kernels are made for: those too many have weights of 0, so they put out 0, their
 * gradients are 0, and nothing changes but the time.
 */
final class MxnetSymbol implements MxnetHandles.Handle {
  /** MXNet 1.9.0 in the form that it writes itself: 1.9.1 takes itself for that. */
  private static final int VERSION = 10_900;

  static final String INPUT = "input";

  private final List<Stage> stages;
  private final int lanes;
  private final List<Map<String, Object>> nodes = new ArrayList<>();
  private final List<Integer> leaves = new ArrayList<>();
  private final Map<String, int[]> shapes = new LinkedHashMap<>();
  private final MemorySegment handle;

  private final Layer.Size output;
  private final boolean isFlat;
  private final int width;

  /** Channels of the newest node; a dense layer's units. */
  private int channels;

  /**
   * The first layers of a network.
   *
   * @param stages all of them
   * @param depth how many, at least 1
   * @param lanes filters and units come in multiples of this
   */
  MxnetSymbol(List<Stage> stages, int depth, int lanes) {
    this.stages = stages;
    this.lanes = lanes;
    channels = image().channels();
    int node = leaf(INPUT);
    for (int i = 0; i < depth; i++) {
      node = add(i, node);
    }
    Layer.Size size = stages.get(depth - 1).output();
    output = new Layer.Size(channels, size.height(), size.width());
    isFlat = stages.subList(0, depth).stream().anyMatch(stage -> stage.layer() instanceof Dense);
    width = size.count();
    Map<String, Object> symbol =
        Map.of(
            "nodes",
            nodes,
            "arg_nodes",
            leaves,
            "heads",
            List.of(entry(node)),
            "attrs",
            Map.of("mxnet_version", List.of("int", VERSION)));
    try (Arena arena = Arena.ofConfined()) {
      String json = new Gson().toJson(symbol);
      handle = MxnetLibrary.CREATE_SYMBOL.pointer(arena.allocateFrom(json));
    }
  }

  MemorySegment handle() {
    return handle;
  }

  /** Names of the input and the parameters, in MXNet's order, and the parameters' shapes. */
  Map<String, int[]> shapes() {
    return shapes;
  }

  /** What one picture is that goes in. */
  Layer.Size image() {
    return stages.getFirst().input();
  }

  /** Shape of what comes out for so many images, the numbers too many with it. */
  int[] outputs(int batch) {
    return isFlat
        ? new int[] {batch, output.channels()}
        : new int[] {batch, output.channels(), output.height(), output.width()};
  }

  /** Numbers that come out for an image, without those too many. */
  int width() {
    return width;
  }

  private int add(int index, int input) {
    Stage stage = stages.get(index);
    return switch (stage.layer()) {
      case Conv conv -> conv(stage, conv, input, padded(conv.filters(), index));
      case Dense dense -> dense(stage, input, padded(dense.units(), index));
      case Layer.Pool pool -> {
        String window = pair(pool.window());
        String kind = pool.max() ? "max" : "avg";
        Map<String, String> attributes =
            Map.of("kernel", window, "stride", window, "pool_type", kind);
        yield node("Pooling", stage, attributes, input);
      }
      case Layer.Dropout dropout -> {
        String axes = dropout.channels() ? "(2,3)" : "()"; // of which all is dropped together
        Map<String, String> attributes = Map.of("p", String.valueOf(dropout.rate()), "axes", axes);
        yield node("Dropout", stage, attributes, input);
      }
      case Plain.RELU -> node("Activation", stage, Map.of("act_type", "relu"), input);
      case Plain.LOG_SOFTMAX -> node("log_softmax", stage, Map.of("axis", "1"), input);
      case Plain.BATCH_NORM -> norm(stage, input);
    };
  }

  /**
   * Enough for whole lanes, unless the layer's outputs are the network's or are set in relation.
   */
  private int padded(int count, int index) {
    for (Stage next : stages.subList(index + 1, stages.size())) {
      if (next.layer() instanceof Conv || next.layer() instanceof Dense) {
        return Math.ceilDiv(count, lanes) * lanes;
      } else if (next.layer() == Plain.LOG_SOFTMAX) {
        break;
      }
    }
    return count;
  }

  private int conv(Stage stage, Conv conv, int input, int filters) {
    int weight = leaf(stage.parameter("weight"), filters, channels, conv.kernel(), conv.kernel());
    int bias = leaf(stage.parameter("bias"), filters);
    channels = filters;
    Map<String, String> attributes =
        Map.of(
            "kernel", pair(conv.kernel()),
            "pad", pair(conv.padding()),
            "num_filter", String.valueOf(filters));
    return node("Convolution", stage, attributes, input, weight, bias);
  }

  private int dense(Stage stage, int input, int units) {
    int inputs = channels * stage.input().height() * stage.input().width();
    int weight = leaf(stage.parameter("weight"), units, inputs);
    int bias = leaf(stage.parameter("bias"), units);
    channels = units;
    Map<String, String> attributes = Map.of("num_hidden", String.valueOf(units));
    return node("FullyConnected", stage, attributes, input, weight, bias);
  }

  private int norm(Stage stage, int input) {
    int[] inputs = new int[5];
    inputs[0] = input;
    List<String> parts = List.of("gamma", "beta", "mean", "variance");
    for (int i = 0; i < parts.size(); i++) {
      inputs[i + 1] = leaf(stage.parameter(parts.get(i)), channels);
    }
    Map<String, String> attributes =
        Map.of(
            "eps", String.valueOf(Network.NORM_EPSILON),
            "momentum", String.valueOf(Network.NORM_MOMENTUM),
            "fix_gamma", "False");
    return node("BatchNorm", stage, attributes, inputs);
  }

  private int leaf(String name, int... shape) {
    shapes.put(name, shape);
    leaves.add(nodes.size());
    return node("null", name, Map.of());
  }

  private int node(String operator, Stage stage, Map<String, String> attributes, int... inputs) {
    return node(operator, stage.name(), attributes, inputs);
  }

  private int node(String operator, String name, Map<String, String> attributes, int... inputs) {
    List<List<Integer>> entries = Arrays.stream(inputs).mapToObj(MxnetSymbol::entry).toList();
    nodes.add(Map.of("op", operator, "name", name, "attrs", attributes, "inputs", entries));
    return nodes.size() - 1;
  }

  /** The first output of a node, as it is there from the beginning. */
  private static List<Integer> entry(int node) {
    return List.of(node, 0, 0);
  }

  private static String pair(int size) {
    return "(" + size + "," + size + ")";
  }

  @Override
  public void close() {
    MxnetLibrary.FREE_SYMBOL.call(handle);
  }
}
