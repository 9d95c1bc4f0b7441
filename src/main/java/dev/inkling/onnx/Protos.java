package dev.inkling.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

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

  /** A setting of a node: a whole number, a decimal one, or a list of whole numbers. */
  static AttributeProto attribute(String name, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    switch (value) {
      case Integer number -> attribute.setType(AttributeType.INT).setI(number);
      case Float number -> attribute.setType(AttributeType.FLOAT).setF(number);
      case List<?> numbers -> {
        attribute.setType(AttributeType.INTS);
        numbers.forEach(number -> attribute.addInts((Integer) number));
      }
      default -> throw new IllegalArgumentException(name + " " + value);
    }
    return attribute.build();
  }
}
