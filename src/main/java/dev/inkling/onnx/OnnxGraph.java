package dev.inkling.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.inkling.image.Framing;
import dev.inkling.model.Layer;
import dev.inkling.model.Layer.Conv;
import dev.inkling.model.Layer.Plain;
import dev.inkling.model.Layer.Pool;
import dev.inkling.model.Model;
import dev.inkling.model.Network;
import dev.inkling.model.Normalization;
import dev.inkling.model.Stage;
import java.util.List;

/** Builds the graph of {@link OnnxFile}: a node for each layer, one after the other. */
final class OnnxGraph {
  private final Model model;
  private final GraphProto.Builder graph = GraphProto.newBuilder();

  /** The last node's output, the next one's input. */
  private String last = OnnxFile.INPUT;

  /** True when that is (batch, n) already and no longer maps. */
  private boolean isFlat;

  OnnxGraph(Model model) {
    this.model = model;
  }

  GraphProto build() {
    graph.setName(model.card().name());
    graph.addInput(Protos.value(OnnxFile.INPUT, 1, Framing.SIZE, Framing.SIZE));
    model.weights().tensors().forEach((name, t) -> constant(name, t.values(), t.shape()));
    normalize(model.card().normalization());
    Stage.of(model.card().parsedLayers()).forEach(this::add);
    flatten();
    last = OnnxFile.LOGITS;
    graph.getNodeBuilder(graph.getNodeCount() - 1).setOutput(0, last);
    temper(model.card().confidence().temperature());
    add("Softmax", OnnxFile.PROBABILITIES, List.of(), Protos.number("axis", 1));
    int classes = model.card().classes().size();
    graph.addOutput(Protos.value(OnnxFile.LOGITS, classes));
    graph.addOutput(Protos.value(OnnxFile.PROBABILITIES, classes));
    return graph.build();
  }

  private void temper(double temperature) {
    if (temperature != 1) {
      constant("temperature", new float[] {(float) temperature});
      add("Div", "tempered", List.of("temperature"));
    }
  }

  private void normalize(Normalization normalization) {
    constant("mean", new float[] {normalization.mean()});
    constant("std", new float[] {normalization.std()});
    add("Sub", "centered", List.of("mean"));
    add("Div", "normalized", List.of("std"));
  }

  private void add(Stage stage) {
    switch (stage.layer()) {
      case Conv conv ->
          add(
              "Conv",
              stage,
              List.of("weight", "bias"),
              Protos.square("kernel_shape", conv.kernel(), 2),
              Protos.square("pads", conv.padding(), 4));
      case Pool pool ->
          add(
              pool.max() ? "MaxPool" : "AveragePool",
              stage,
              List.of(),
              Protos.square("kernel_shape", pool.window(), 2),
              Protos.square("strides", pool.window(), 2));
      case Layer.Dense _ -> {
        flatten();
        add("Gemm", stage, List.of("weight", "bias"), Protos.number("transB", 1));
      }
      case Layer.Dropout dropout -> addDropout(stage, dropout);
      case Plain.RELU -> add("Relu", stage, List.of());
      case Plain.LOG_SOFTMAX -> add("LogSoftmax", stage, List.of(), Protos.number("axis", 1));
      case Plain.BATCH_NORM ->
          add(
              "BatchNormalization",
              stage,
              List.of("gamma", "beta", "mean", "variance"),
              Protos.decimal("epsilon", Network.NORM_EPSILON));
    }
  }

  private void flatten() {
    if (!isFlat) {
      add("Flatten", "flat", List.of(), Protos.number("axis", 1));
      isFlat = true;
    }
  }

  /** Does nothing outside of training; it is there to be seen. */
  private void addDropout(Stage stage, Layer.Dropout dropout) {
    constant(stage.parameter("ratio"), new float[] {(float) dropout.rate()});
    add("Dropout", stage, List.of("ratio"));
  }

  private void add(String operator, Stage stage, List<String> parts, AttributeProto... attributes) {
    add(operator, stage.name(), parts.stream().map(stage::parameter).toList(), attributes);
  }

  /** A node named like its output; its first input is the output of the one before. */
  private void add(
      String operator, String name, List<String> constants, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(name)
            .addInput(last)
            .addAllInput(constants)
            .addOutput(name)
            .addAllAttribute(List.of(attributes)));
    last = name;
  }

  private void constant(String name, float[] values, long... shape) {
    graph.addInitializer(Protos.tensor(name, values, shape));
  }
}
