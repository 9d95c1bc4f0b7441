package dev.inkling.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Kind;
import dev.inkling.layer.Kinds;
import dev.inkling.layer.Layer;
import dev.inkling.model.Classifier;
import dev.inkling.model.Confidence;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Task;
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

/** A script that is written for a library, run by it where it is installed. */
abstract class ScriptTest {
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

  /** Whose scripts they are. */
  abstract ExportFormat format();

  /** What runs scripts of a folder; nothing where that is not installed. */
  abstract Optional<PythonWith> python(Path folder) throws IOException;

  private PythonWith python() throws IOException {
    Optional<PythonWith> python = python(folder);
    assumeTrue(python.isPresent(), format().title() + " is not installed: no script was run");
    return python.get();
  }

  @Test
  void itAnswersAsInklingDoes() throws IOException {
    PythonWith python = python();
    List<Model> models = new ArrayList<>(List.of(Shipped.model("inkling")));
    for (List<Layer> layers : networks()) {
      String[] texts = layers.stream().map(Layer::text).toArray(String[]::new);
      models.add(stirred(TinyModels.untrained("some", texts)));
    }
    assertThat(models.stream().flatMap(model -> model.card().parsedLayers().stream()))
        .extracting(layer -> layer.text().split(" ", 2)[0])
        .containsAll(Kinds.ALL.stream().map(Kind::word).toList());
    for (int i = 0; i < models.size(); i++) {
      format().write(folder.resolve("network" + i + ".py"), models.get(i));
    }
    writeImages(folder.resolve("in.npy"));
    Files.writeString(folder.resolve("all.py"), ALL);

    PythonWith.Result result = python.run(folder, "all.py", models.size());

    assertThat(result.exit()).as(result.output()).isZero();
    for (int i = 0; i < models.size(); i++) {
      compare(floats(folder.resolve("out" + i + ".npy")), models.get(i));
    }
  }

  /** Runs one script after the other, as loading a library takes longer than all they do. */
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
  void whatItTrainedIsReadAgain() throws IOException {
    PythonWith python = python();
    Model model = TinyModels.untrained("some", "conv 4@5x5 stride 2", "batch-norm", "dense 10");
    for (Optimizer optimizer : Optimizer.values()) {
      format()
          .write(
              folder.resolve(optimizer + ".py"),
              new Model(with(model.card(), optimizer), model.weights()));
    }
    IdxFiles.write(folder.resolve("data"), Synthetic.digits(600, 1), Synthetic.digits(100, 2));
    Files.writeString(folder.resolve("all.py"), TRAIN_ALL);

    List<Object> arguments = new ArrayList<>(List.of("all.py"));
    arguments.addAll(List.of(Optimizer.values()));
    PythonWith.Result result = python.run(folder, arguments.toArray());

    assertThat(result.exit()).as(result.output()).isZero();
    Map<String, long[]> shapes = new LinkedHashMap<>();
    model.weights().tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    for (Optimizer optimizer : Optimizer.values()) {
      Weights trained = WeightsFile.read(folder.resolve(optimizer + "-new.npz"), shapes);
      assertThat(trained.areFinite()).isTrue();
      assertThat(trained.tensors().get("norm1.mean").values()).doesNotContain(0);
      assertThat(right(new Model(model.card(), trained))).as(optimizer.name()).isGreaterThan(0.6);
    }
  }

  private static final String TRAIN_ALL =
      """
      import runpy, sys
      for name in list(sys.argv[1:]):
          sys.argv[1:] = ["--data", "data", "--train", "--save", f"{name}-new.npz"]
          runpy.run_path(f"{name}.py", run_name="__main__")
      """;

  /** A recipe with all that scripts do. */
  private static ModelCard with(ModelCard card, Optimizer optimizer) {
    Recipe recipe =
        TinyModels.recipe(optimizer, optimizer == Optimizer.SGD ? 0.2 : 0.01, 4)
            .with(
                r -> {
                  r.schedule = Recipe.Schedule.COSINE;
                  r.warmUp = 0.1;
                  r.weightDecay = 0.001;
                  r.clip = 2;
                  r.labelSmoothing = 0.1;
                  r.init = Recipe.Init.XAVIER;
                });
    return TinyModels.with(card, Task.DIGIT, recipe);
  }

  private static double right(Model model) {
    try (Classifier classifier = new Classifier(model)) {
      return Evaluation.of(classifier, Synthetic.digits(100, 2), _ -> {}).accuracy();
    }
  }
}
