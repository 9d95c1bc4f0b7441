package dev.inkling.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Kind;
import dev.inkling.layer.Kinds;
import dev.inkling.layer.Layer;
import dev.inkling.model.Classifier;
import dev.inkling.model.Confidence;
import dev.inkling.model.Model;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.model.WeightsFile;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.PythonWith;
import dev.inkling.support.RandomNetworks;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for PyTorch, run by it where it is installed. */
class PytorchScriptTest {
  private static final Digits DIGITS = Synthetic.digits(40, 6);

  @TempDir Path folder;

  /** By hand, then by chance: together they have layers of every kind. */
  private static List<List<Layer>> networks() {
    List<List<Layer>> networks = new ArrayList<>();
    networks.add(
        Layer.list(
            """
            conv 6@3x3 stride 2 pad 2 no-bias, batch-norm, gelu, residual 6@3x3,
            residual 8@3x3 stride 2, residual 8@3x3 no-norm, depthwise 3x3 same, sigmoid,
            channel-dropout 0.5, conv 10@1x1, global-avg-pool, log-softmax\
            """));
    networks.add(
        Layer.list(
            """
            avg-pool 3 stride 2, conv 4@4x4, tanh, depthwise 2x2 stride 2 pad 1 no-bias,
            max-pool 3 stride 1, flatten, leaky-relu 0.2, dense 20, batch-norm, relu,
            dropout 0.25, dense 10\
            """));
    networks.add(Layer.list("dense 10"));
    LongStream.rangeClosed(1, 20).mapToObj(RandomNetworks::draw).forEach(networks::add);
    return networks;
  }

  private static PythonWith torch() {
    Optional<PythonWith> python = PythonWith.module("torch");
    assumeTrue(python.isPresent(), "PyTorch is not installed: no script was run");
    return python.get();
  }

  @Test
  void pytorchAnswersAsInklingDoes() throws IOException {
    PythonWith python = torch();
    List<Model> models = new ArrayList<>(List.of(Shipped.model("inkling")));
    for (List<Layer> layers : networks()) {
      String[] texts = layers.stream().map(Layer::text).toArray(String[]::new);
      models.add(stirred(TinyModels.untrained("some", texts)));
    }
    assertThat(models.stream().flatMap(model -> model.card().parsedLayers().stream()))
        .extracting(layer -> layer.text().split(" ", 2)[0])
        .containsAll(Kinds.ALL.stream().map(Kind::word).toList());
    for (int i = 0; i < models.size(); i++) {
      ExportFormat.PYTORCH.write(folder.resolve("network" + i + ".py"), models.get(i));
    }
    writeImages(folder.resolve("in.npy"));
    Files.writeString(folder.resolve("all.py"), ALL);

    PythonWith.Result result = python.run(folder, "all.py", models.size());

    assertThat(result.exit()).as(result.output()).isZero();
    for (int i = 0; i < models.size(); i++) {
      compare(floats(folder.resolve("out" + i + ".npy")), models.get(i));
    }
  }

  /** Runs one script after the other, as loading PyTorch takes longer than all they do. */
  private static final String ALL =
      """
      import runpy, sys
      for i in range(int(sys.argv[1])):
          sys.argv[1:] = ["--images", "in.npy", "--out", f"out{i}.npy"]
          runpy.run_path(f"network{i}.py", run_name="__main__")
      """;

  private static void compare(float[] read, Model model) {
    try (Classifier classifier = new Classifier(model)) {
      List<GreyImage> images = IntStream.range(0, DIGITS.count()).mapToObj(DIGITS::image).toList();
      float[][] expected = classifier.firstLook(images);
      assertThat(read).hasSize(DIGITS.count() * 10);
      for (int i = 0; i < read.length; i++) {
        assertThat(read[i])
            .as("%s, image %d", model.card().layers(), i / 10)
            .isCloseTo(expected[i / 10][i % 10], within(1e-4f));
      }
    }
  }

  /** With other running statistics, and a temperature, than a network begins with. */
  private static Model stirred(Model model) {
    SplittableRandom random = new SplittableRandom(1);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    model
        .weights()
        .tensors()
        .forEach(
            (name, tensor) -> {
              float[] values = tensor.values().clone();
              for (int i = 0; i < values.length && tensor.shape().length == 1; i++) {
                values[i] += random.nextFloat(0.5f);
              }
              tensors.put(name, new Tensor(tensor.shape(), values));
            });
    return new Model(model.card().calibrated(new Confidence(1.5, 0, 0)), new Weights(tensors));
  }

  /** Floats in NumPy's format, whose header says what they are. */
  private static void writeImages(Path file) throws IOException {
    String says =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + DIGITS.count() + ", 28, 28), }";
    String header = says + " ".repeat(118 - says.length() - 1) + "\n";
    float[] ink = new float[DIGITS.count() * Digits.PIXELS];
    for (int i = 0; i < DIGITS.count(); i++) {
      DIGITS.write(i, ink, i * Digits.PIXELS);
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + ink.length * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) header.length());
    bytes.put(header.getBytes(StandardCharsets.US_ASCII));
    bytes.asFloatBuffer().put(ink);
    Files.write(file, bytes.array());
  }

  private static float[] floats(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int from = 10 + bytes.getShort(8);
    float[] values = new float[(bytes.capacity() - from) / Float.BYTES];
    bytes.position(from).asFloatBuffer().get(values);
    return values;
  }

  @Test
  void whatPytorchTrainedIsReadAgain() throws IOException {
    PythonWith python = torch();
    Model model = TinyModels.untrained("some");
    ExportFormat.PYTORCH.write(folder.resolve("some.py"), model);
    IdxFiles.write(folder.resolve("data"), Synthetic.digits(240, 1), Synthetic.digits(60, 2));

    PythonWith.Result result =
        python.run(folder, "some.py", "--data", "data", "--train", "--save", "new.npz");

    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output()).contains("epoch 3 of 3", "of the test images are read right");
    Map<String, long[]> shapes = new LinkedHashMap<>();
    model.weights().tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    Weights trained = WeightsFile.read(folder.resolve("new.npz"), shapes);
    assertThat(trained.areFinite()).isTrue();
    assertThat(trained.tensors().get("norm1.mean").values())
        .isNotEqualTo(model.weights().tensors().get("norm1.mean").values());
  }
}
