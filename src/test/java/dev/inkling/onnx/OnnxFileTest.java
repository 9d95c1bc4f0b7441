package dev.inkling.onnx;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import com.google.gson.JsonParser;
import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Architecture;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported, run by ONNX Runtime. */
class OnnxFileTest {
  private static final int IMAGES = 1_000;
  private static final Digits DIGITS = Synthetic.digits(IMAGES, 6);

  @TempDir Path folder;

  static Stream<String> architectures() {
    return Architecture.all().stream().map(Architecture::name);
  }

  /** Works with a model as ONNX Runtime loads it. */
  private interface Work {
    void run(OrtEnvironment environment, OrtSession session) throws OrtException;
  }

  private void export(Model model, Work work) throws OrtException {
    Path file = folder.resolve("model.onnx");
    OnnxFile.write(file, model);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString())) {
      work.run(environment, session);
    }
  }

  private static float[][] run(
      OrtEnvironment environment, OrtSession session, String output, Digits digits)
      throws OrtException {
    float[] ink = new float[digits.count() * Digits.PIXELS];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = digits.ink(i / Digits.PIXELS, i % Digits.PIXELS);
    }
    long[] shape = {digits.count(), 1, 28, 28};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(ink), shape);
        OrtSession.Result result = session.run(Map.of(OnnxFile.INPUT, input))) {
      return (float[][]) result.get(output).orElseThrow().getValue();
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void onnxRuntimeAnswersAsInklingDoes(String architecture) throws OrtException {
    Model model = Shipped.model(architecture);
    float[][] expected;
    try (Classifier classifier = new Classifier(model)) {
      expected =
          classifier.firstLook(IntStream.range(0, DIGITS.count()).mapToObj(DIGITS::image).toList());
    }
    export(
        model,
        (environment, session) -> {
          float[][] probabilities = run(environment, session, OnnxFile.PROBABILITIES, DIGITS);
          float[][] logits = run(environment, session, OnnxFile.LOGITS, DIGITS.range(0, 1));
          for (int i = 0; i < IMAGES; i++) {
            assertThat(probabilities[i]).containsExactly(expected[i], within(1e-4f));
          }
          assertThat(Classifier.softmax(logits[0], 0, 10, model.card().confidence().temperature()))
              .containsExactly(expected[0], within(1e-4f));
        });
  }

  @Test
  void theInputAndTheOutputsAreNamedAndTakeAnyNumberOfPictures() throws OrtException {
    export(
        TinyModels.untrained("tiny"),
        (environment, session) -> {
          assertThat(session.getInputNames()).containsExactly("ink");
          assertThat(session.getOutputNames()).containsExactly("logits", "probabilities");
          assertThat(shape(session.getInputInfo().get("ink").getInfo()))
              .containsExactly(-1, 1, 28, 28);
          assertThat(shape(session.getOutputInfo().get("logits").getInfo()))
              .containsExactly(-1, 10);
          assertThat(run(environment, session, "logits", DIGITS.range(0, 3))).hasDimensions(3, 10);
        });
  }

  private static long[] shape(ValueInfo info) {
    return ((TensorInfo) info).getShape();
  }

  @Test
  void aNetworkWithoutDenseLayersEndsFlatToo() throws OrtException {
    Model model = TinyModels.untrained("maps", "conv 10@3x3 pad 1", "relu", "avg-pool 28");
    float[] expected;
    try (Classifier classifier = new Classifier(model)) {
      expected = classifier.firstLook(List.of(DIGITS.image(4)))[0];
    }
    export(
        model,
        (environment, session) ->
            assertThat(run(environment, session, "probabilities", DIGITS.range(4, 5))[0])
                .containsExactly(expected, within(1e-4f)));
  }

  @ParameterizedTest
  @MethodSource("dev.inkling.support.LayerTexts#all")
  void everyKindOfLayerIsComputedAlike(String layer) throws OrtException {
    Model model = TinyModels.untrained("any", "conv 4@5x5 stride 3", layer, "dense 10");
    float[] expected;
    try (Classifier classifier = new Classifier(model)) {
      expected = classifier.firstLook(List.of(DIGITS.image(7)))[0];
    }
    export(
        model,
        (environment, session) ->
            assertThat(run(environment, session, "probabilities", DIGITS.range(7, 8))[0])
                .containsExactly(expected, within(1e-5f)));
  }

  @Test
  void everyValueBetweenNodesSaysItsShape() {
    String[] layers = {"residual 6@3x3 stride 2", "gelu", "dropout 0.5", "dense 10"};
    GraphProto graph = OnnxFile.of(TinyModels.untrained("any", layers)).getGraph();

    List<String> between =
        graph.getNodeList().stream()
            .map(node -> node.getOutput(0))
            .filter(name -> !name.equals("logits") && !name.equals("probabilities"))
            .toList();
    assertThat(graph.getValueInfoList().stream().map(ValueInfoProto::getName))
        .containsExactlyElementsOf(between);
    assertThat(between).contains("residual1.conv1", "residual1.sum1", "gelu1.erf", "flat");
    ValueInfoProto sum = graph.getValueInfo(between.indexOf("residual1.sum1"));
    assertThat(sum.getType().getTensorType().getShape().getDimList().stream())
        .extracting(side -> side.getDimValue())
        .containsExactly(0L, 6L, 14L, 14L); // the first has a name
  }

  @Test
  void theMetadataHoldTheClassesAndTheCard() throws OrtException {
    export(
        TinyModels.untrained("tiny"),
        (environment, session) -> {
          Map<String, String> metadata = session.getMetadata().getCustomMetadata();
          assertThat(metadata.get("classes")).isEqualTo("0,1,2,3,4,5,6,7,8,9");
          assertThat(
                  JsonParser.parseString(metadata.get("model.json"))
                      .getAsJsonObject()
                      .get("name")
                      .getAsString())
              .isEqualTo("tiny");
          assertThat(session.getMetadata().getProducerName()).isEqualTo("Inkling");
          assertThat(session.getMetadata().getGraphName()).isEqualTo("tiny");
          assertThat(session.getMetadata().getDescription()).contains("conv 4@5x5");
        });
  }

  @Test
  void everyLayerIsANodeUnderItsName() {
    ModelProto onnx = OnnxFile.of(Shipped.model("dropout-sgd"));

    assertThat(onnx.getGraph().getNodeList().stream().map(NodeProto::getOpType))
        .containsExactly(
            "Sub",
            "Div",
            "Conv",
            "MaxPool",
            "Relu",
            "Conv",
            "Dropout",
            "MaxPool",
            "Relu",
            "Flatten",
            "Gemm",
            "Relu",
            "Dropout",
            "Gemm",
            "LogSoftmax",
            "Softmax");
    assertThat(onnx.getGraph().getNodeList().stream().map(NodeProto::getName))
        .startsWith("centered", "normalized", "conv1", "max-pool1", "relu1")
        .endsWith("dense2", "log-softmax1", "probabilities");
  }

  @Test
  void aFileThatCannotBeWrittenIsToldAndLeavesNothing() throws IOException {
    Path taken = folder.resolve("taken.onnx");
    Files.createDirectories(taken.resolve("full"));

    assertThat(problemOf(() -> OnnxFile.write(taken, TinyModels.untrained("tiny"))))
        .hasMessageContaining(taken.toString());

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(taken);
    }
  }
}
