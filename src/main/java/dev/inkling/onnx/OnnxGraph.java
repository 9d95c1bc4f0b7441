package dev.inkling.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.inkling.image.Framing;
import dev.inkling.model.Layer;
import dev.inkling.model.Layer.Conv;
import dev.inkling.model.Layer.Plain;
import dev.inkling.model.Layer.Pool;
import dev.inkling.model.Model;
import dev.inkling.model.Network;
import dev.inkling.model.Normalization;
import dev.inkling.model.Stage;
import java.util.Collections;
import java.util.List;

/** Builds the graph of {@link OnnxFile}: a node for each layer, one after the other. */
final class OnnxGraph {
  private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();

  private final Model model;
  private final GraphProto.Builder graph = GraphProto.newBuilder();

  /** The last node's output, the next one's input. */
  private String last = OnnxFile.INPUT;

  private boolean isFlat;

  OnnxGraph(Model model) {
    this.model = model;
  }

  GraphProto build() {
    graph.setName(model.card().name());
    graph.addInput(value(OnnxFile.INPUT, 1, Framing.SIZE, Framing.SIZE));
    model.weights().tensors().forEach((name, t) -> constant(name, t.values(), t.shape()));
    normalize(model.card().normalization());
    Stage.of(model.card().parsedLayers()).forEach(this::add);
    last = OnnxFile.LOGITS;
    graph.getNodeBuilder(graph.getNodeCount() - 1).setOutput(0, last);
    add("Softmax", OnnxFile.PROBABILITIES, List.of(), number("axis", 1));
    int classes = model.card().classes().size();
    graph.addOutput(value(OnnxFile.LOGITS, classes));
    graph.addOutput(value(OnnxFile.PROBABILITIES, classes));
    return graph.build();
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
              square("kernel_shape", conv.kernel(), 2),
              square("pads", conv.padding(), 4));
      case Pool pool ->
          add(
              pool.max() ? "MaxPool" : "AveragePool",
              stage,
              List.of(),
              square("kernel_shape", pool.window(), 2),
              square("strides", pool.window(), 2));
      case Layer.Dense _ -> addDense(stage);
      case Layer.Dropout dropout -> addDropout(stage, dropout);
      case Plain.RELU -> add("Relu", stage, List.of());
      case Plain.LOG_SOFTMAX -> add("LogSoftmax", stage, List.of(), number("axis", 1));
      case Plain.BATCH_NORM ->
          add(
              "BatchNormalization",
              stage,
              List.of("gamma", "beta", "mean", "variance"),
              decimal("epsilon", Network.NORM_EPSILON));
    }
  }

  private void addDense(Stage stage) {
    if (!isFlat) {
      add("Flatten", "flat", List.of(), number("axis", 1));
      isFlat = true;
    }
    add("Gemm", stage, List.of("weight", "bias"), number("transB", 1));
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
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
    for (long side : shape) {
      tensor.addDims(side);
    }
    for (float value : values) {
      tensor.addFloatData(value);
    }
    graph.addInitializer(tensor);
  }

  /** An input or output: any number of pictures, and a shape for each. */
  private static ValueInfoProto value(String name, long... shape) {
    TensorShapeProto.Builder whole = TensorShapeProto.newBuilder();
    whole.addDim(Dimension.newBuilder().setDimParam("batch"));
    for (long side : shape) {
      whole.addDim(Dimension.newBuilder().setDimValue(side));
    }
    TypeProto.Tensor type =
        TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(whole).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }

  private static AttributeProto number(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static AttributeProto decimal(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  /** The same number for each side. */
  private static AttributeProto square(String name, long value, int sides) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(Collections.nCopies(sides, value))
        .build();
  }
}
