package dev.inkling.model;

import com.google.gson.Gson;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.layer.Symbol;
import dev.inkling.layer.SymbolNodes;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
  private final boolean isTraining;
  private final List<Map<String, Object>> nodes = new ArrayList<>();
  private final List<Integer> leaves = new ArrayList<>();
  private final Map<String, int[]> shapes = new LinkedHashMap<>();
  private final MemorySegment handle;

  /** The input, then what each stage gives. */
  private final List<Symbol> values = new ArrayList<>();

  /** Of these, what comes out: the last one, or all but the input. */
  private final List<Symbol> heads;

  private final int depth;

  /**
   * The first layers of a network.
   *
   * @param stages all of them
   * @param depth how many, at least 1
   * @param lanes filters and units come in multiples of this
   * @param isTraining false for a graph that only reads
   */
  MxnetSymbol(List<Stage> stages, int depth, int lanes, boolean isTraining) {
    this(stages, depth, lanes, isTraining, false);
  }

  private MxnetSymbol(
      List<Stage> stages, int depth, int lanes, boolean isTraining, boolean isTraced) {
    this.isTraining = isTraining;
    this.stages = stages;
    this.depth = depth;
    this.lanes = lanes;
    values.add(new Symbol(leaf(INPUT), image().channels()));
    for (int i = 0; i <= depth; i++) {
      if (i > 0) {
        values.add(stages.get(i - 1).layer().symbol(new Nodes(i - 1)));
      }
      if (isTraced) {
        Symbol value = values.removeLast();
        values.add(isTraining ? probed(value, i) : own(value, i));
      }
    }
    if (nodes.size() == 1) { // what comes out cannot be what goes in
      values.add(new Symbol(node("identity", "same", Map.of(), 0), values.getLast().channels()));
    }
    heads = isTraced ? values.subList(1, values.size()) : List.of(values.getLast());
    handle = create();
  }

  /**
   * A network whose layers all come out. For training a leaf is added to its image and to what each
   * layer gives, see {@link #probe}: gradients by these are those by what they are added to.
   */
  static MxnetSymbol traced(List<Stage> stages, boolean isTraining) {
    return new MxnetSymbol(stages, stages.size(), 1, isTraining, true);
  }

  /** Name of the leaf that is added to the image, 0, or to what the layer before gives. */
  static String probe(int value) {
    return "probe" + value;
  }

  private Symbol probed(Symbol value, int index) {
    String name = probe(index);
    int sum = node("elemwise_add", name + "#", Map.of(), value.node(), leaf(name));
    return new Symbol(sum, value.channels());
  }

  /** What a layer gives that only passes on what it is given comes out a second time. */
  private Symbol own(Symbol value, int index) {
    boolean isNew = index == 0 || value.node() != values.getLast().node();
    return isNew
        ? value
        : new Symbol(node("identity", "same" + index, Map.of(), value.node()), value.channels());
  }

  private MemorySegment create() {
    Map<String, Object> symbol =
        Map.of(
            "nodes",
            nodes,
            "arg_nodes",
            leaves,
            "heads",
            heads.stream().map(head -> entry(head.node())).toList(),
            "attrs",
            Map.of("mxnet_version", List.of("int", VERSION)));
    try (Arena arena = Arena.ofConfined()) {
      String json = new Gson().toJson(symbol);
      return MxnetLibrary.CREATE_SYMBOL.pointer(arena.allocateFrom(json));
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
  Size image() {
    return stages.getFirst().input();
  }

  /** Shapes of all that comes out for so many images, the numbers too many with it. */
  List<int[]> outputs(int batch) {
    int first = depth - heads.size() + 1;
    return IntStream.rangeClosed(first, depth).mapToObj(value -> shape(value, batch)).toList();
  }

  /** Shape of the images, 0, or of what the layer before gives. */
  int[] shape(int value, int batch) {
    int channels = value == depth ? values.getLast().channels() : values.get(value).channels();
    Size size = value == 0 ? image() : stages.get(value - 1).output();
    boolean isFlat = stages.subList(0, value).stream().anyMatch(stage -> stage.layer().flattens());
    return isFlat
        ? new int[] {batch, channels}
        : new int[] {batch, channels, size.height(), size.width()};
  }

  /** Numbers that come out of the last layer for an image, without those too many. */
  int width() {
    return stages.get(depth - 1).output().count();
  }

  /** What a stage finds that is added. */
  private final class Nodes implements SymbolNodes {
    private final int index;
    private int added;

    Nodes(int index) {
      this.index = index;
    }

    @Override
    public Stage stage() {
      return stages.get(index);
    }

    @Override
    public Symbol input(int back) {
      return values.get(index - back);
    }

    @Override
    public boolean isTraining() {
      return isTraining;
    }

    @Override
    public int lanes(int channels) {
      for (Stage next : stages.subList(index + 1, stages.size())) {
        switch (next.layer().channels()) {
          case WEIGHED -> {
            return Math.ceilDiv(channels, lanes) * lanes;
          }
          case RELATED -> {
            return channels;
          }
          case ALONE -> {} // as many go on to the next
        }
      }
      return channels;
    }

    @Override
    public Symbol parameter(String part, int... shape) {
      return new Symbol(leaf(stage().parameter(part), shape), shape[0]);
    }

    @Override
    public Symbol node(
        String operator, Map<String, String> attributes, int channels, Symbol... inputs) {
      String name = added++ == 0 ? stage().name() : stage().name() + "#" + added;
      int[] nodes = Arrays.stream(inputs).mapToInt(Symbol::node).toArray();
      return new Symbol(MxnetSymbol.this.node(operator, name, attributes, nodes), channels);
    }
  }

  private int leaf(String name, int... shape) {
    shapes.put(name, shape);
    leaves.add(nodes.size());
    return node("null", name, Map.of());
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

  @Override
  public void close() {
    MxnetLibrary.FREE_SYMBOL.call(handle);
  }
}
