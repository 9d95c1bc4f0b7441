package dev.inkling.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Collections;

/** The small messages that an ONNX graph is made of. */
final class Protos {
  private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();

  private Protos() {}

  /** Numbers that belong to the graph; without a shape, one number. */
  static TensorProto tensor(String name, float[] values, long... shape) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
    for (long side : shape) {
      tensor.addDims(side);
    }
    for (float value : values) {
      tensor.addFloatData(value);
    }
    return tensor.build();
  }

  /** An input or output: floats for any number of pictures, with a shape for each. */
  static ValueInfoProto value(String name, long... shape) {
    TensorShapeProto.Builder whole = TensorShapeProto.newBuilder();
    whole.addDim(Dimension.newBuilder().setDimParam("batch"));
    for (long side : shape) {
      whole.addDim(Dimension.newBuilder().setDimValue(side));
    }
    TypeProto.Builder type = TypeProto.newBuilder();
    type.getTensorTypeBuilder().setElemType(FLOAT).setShape(whole);
    return ValueInfoProto.newBuilder().setName(name).setType(type).build();
  }

  /** A setting of a node: a whole number. */
  static AttributeProto number(String name, long value) {
    return attribute(name, AttributeType.INT).setI(value).build();
  }

  /** A setting of a node: a decimal number. */
  static AttributeProto decimal(String name, float value) {
    return attribute(name, AttributeType.FLOAT).setF(value).build();
  }

  /** A setting of a node: the same whole number for each of some sides. */
  static AttributeProto square(String name, long value, int sides) {
    return attribute(name, AttributeType.INTS)
        .addAllInts(Collections.nCopies(sides, value))
        .build();
  }

  private static AttributeProto.Builder attribute(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
