package dev.inkling.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.inkling.image.Framing;
import dev.inkling.layer.OnnxNodes;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import dev.inkling.model.Normalization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the graph of {@link OnnxFile}: a node or more for each layer, one after the other. */
final class OnnxGraph {
  private final Model model;
  private final GraphProto.Builder graph = GraphProto.newBuilder();

  /** The last node's output, the next one's input. */
  private String last = OnnxFile.INPUT;

  /** What each stage so far was given. */
  private final List<String> inputs = new ArrayList<>();

  /** True when the last output is (batch, n) already and no longer maps. */
  private boolean isFlat;

  OnnxGraph(Model model) {
    this.model = model;
  }

  GraphProto build() {
    graph.setName(model.card().name());
    graph.addInput(Protos.value(OnnxFile.INPUT, 1, Framing.SIZE, Framing.SIZE));
    model.weights().tensors().forEach((name, t) -> constant(name, t.values(), t.shape()));
    normalize(model.card().normalization());
    List<Stage> stages = Stage.of(model.card().parsedLayers());
    for (Stage stage : stages) {
      inputs.add(last);
      stage.layer().onnx(new Nodes(stage));
    }
    flatten(stages.getLast().output());
    rename(OnnxFile.LOGITS);
    temper(model.card().confidence().temperature());
    add("Softmax", OnnxFile.PROBABILITIES, List.of(last), Map.of("axis", 1));
    int classes = model.card().classes().size();
    graph.addOutput(Protos.value(OnnxFile.LOGITS, classes));
    graph.addOutput(Protos.value(OnnxFile.PROBABILITIES, classes));
    return graph.build();
  }

  /** Gives the last node's output another name; an output says its shape itself. */
  private void rename(String name) {
    graph.getNodeBuilder(graph.getNodeCount() - 1).setOutput(0, name);
    graph.removeValueInfo(graph.getValueInfoCount() - 1);
    last = name;
  }

  private void temper(double temperature) {
    if (temperature != 1) {
      constant("temperature", new float[] {(float) temperature});
      step("Div", "tempered", List.of(last, "temperature"), row(model.card().classes().size()));
    }
  }

  private void normalize(Normalization normalization) {
    constant("mean", new float[] {normalization.mean()});
    constant("std", new float[] {normalization.std()});
    step("Sub", "centered", List.of(last, "mean"), maps(Stage.IMAGE));
    step("Div", "normalized", List.of(last, "std"), maps(Stage.IMAGE));
  }

  private void flatten(Size size) {
    if (!isFlat) {
      isFlat = true;
      add("Flatten", "flat", List.of(last), Map.of("axis", 1), row(size.count()));
    }
  }

  /** What a stage finds that is added. */
  private final class Nodes implements OnnxNodes {
    private final Stage stage;

    Nodes(Stage stage) {
      this.stage = stage;
    }

    @Override
    public Stage stage() {
      return stage;
    }

    @Override
    public String input(int back) {
      return inputs.get(inputs.size() - 1 - back);
    }

    @Override
    public String flatInput() {
      flatten(stage.input());
      return last;
    }

    @Override
    public String constant(String part, float value) {
      String name = stage.parameter(part);
      OnnxGraph.this.constant(name, new float[] {value});
      return name;
    }

    @Override
    public String step(
        String part, String operator, List<String> values, Map<String, ?> attributes) {
      String name = stage.parameter(part);
      add(operator, name, values, attributes, shape());
      return name;
    }

    @Override
    public void output(String operator, List<String> values, Map<String, ?> attributes) {
      isFlat |= stage.layer().flattens();
      add(operator, stage.name(), values, attributes, shape());
    }

    private long[] shape() {
      return isFlat ? row(stage.output().count()) : maps(stage.output());
    }
  }

  private static long[] row(int count) {
    return new long[] {count};
  }

  private static long[] maps(Size size) {
    return new long[] {size.channels(), size.height(), size.width()};
  }

  private void step(String operator, String name, List<String> values, long[] shape) {
    add(operator, name, values, Map.of(), shape);
  }

  /** A node whose output is neither the graph's nor named otherwise, with its shape. */
  private void add(
      String operator, String name, List<String> values, Map<String, ?> attributes, long[] shape) {
    add(operator, name, values, attributes);
    graph.addValueInfo(Protos.value(name, shape));
  }

  /** A node named like its output. */
  private void add(String operator, String name, List<String> values, Map<String, ?> attributes) {
    List<AttributeProto> settings =
        attributes.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> Protos.attribute(entry.getKey(), entry.getValue()))
            .toList();
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(name)
            .addAllInput(values)
            .addOutput(name)
            .addAllAttribute(settings));
    last = name;
  }

  private void constant(String name, float[] values, long... shape) {
    graph.addInitializer(Protos.tensor(name, values, shape));
  }
}
