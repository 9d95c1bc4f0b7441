package dev.inkling.layer;

import dev.inkling.text.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** All kinds of layers that there are. */
public final class Kinds {
  /** Those with weights first. */
  public static final List<Kind> ALL =
      List.of(
          Conv.KIND,
          Depthwise.KIND,
          Residual.KIND,
          Dense.KIND,
          Pool.MAXIMUM,
          Pool.MEAN,
          GlobalPool.KIND,
          Flatten.KIND,
          BatchNorm.KIND,
          Dropout.KIND,
          Dropout.OF_CHANNELS,
          Relu.KIND,
          LeakyRelu.KIND,
          Sigmoid.KIND,
          Tanh.KIND,
          Gelu.KIND,
          LogSoftmax.KIND);

  private Kinds() {}

  /**
   * The kind of a layer's text form.
   *
   * @throws Problem that lists the kinds there are, with the text as its first argument
   */
  public static Kind of(String text) {
    String word = text.split(" ", 2)[0];
    return ALL.stream()
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Problem("problem.layer.unknown", text, words()));
  }

  private static String words() {
    return ALL.stream().map(Kind::word).collect(Collectors.joining(", "));
  }
}
