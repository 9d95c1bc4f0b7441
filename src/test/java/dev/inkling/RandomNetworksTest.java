package dev.inkling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.Predictions;
import dev.inkling.explain.Activation;
import dev.inkling.explain.Activations;
import dev.inkling.explain.ForwardPass;
import dev.inkling.explain.Origin;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Kind;
import dev.inkling.layer.Kinds;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Normalization;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.onnx.OnnxFile;
import dev.inkling.support.RandomNetworks;
import dev.inkling.train.Training;
import dev.inkling.train.TrainingListener;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks drawn by chance go through all that networks go through: they are trained for 20 steps,
 * saved, loaded, evaluated, looked into, and exported. As many as -Dinkling.networks says.
 */
class RandomNetworksTest {
  private static final int USUAL = 30;
  private static final int CELLS = 20;

  /** A sixth of them is held out, of the others there are 20 batches. */
  private static final DataSet DATA = Synthetic.dataSet(240, 12);

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("inkling.networks", USUAL));
  }

  @Test
  void allKindsAreDrawn() {
    Set<String> words =
        seeds()
            .mapToObj(RandomNetworks::draw)
            .flatMap(List::stream)
            .map(layer -> layer.text().replaceFirst(" .*", ""))
            .collect(Collectors.toSet());

    assertThat(words)
        .containsExactlyInAnyOrderElementsOf(Kinds.ALL.stream().map(Kind::word).toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aNetworkDrawnByChanceGoesThroughAll(long seed) throws OrtException {
    List<Layer> layers = RandomNetworks.draw(seed);
    String text = layers.stream().map(Layer::text).collect(Collectors.joining(", "));
    Architecture network = Architecture.own("random", Normalization.MNIST, layers, text);

    Path saved = folder.resolve("saved");
    ModelFolder.write(saved, trained(network));
    Model model = ModelFolder.read(saved);

    assertThat(model.card().parsedLayers()).as(text).isEqualTo(layers);
    float[][] probabilities = evaluated(model, text);
    lookInside(model, text, probabilities[0], seed);
    readBack(model, text, probabilities);
  }

  private static Model trained(Architecture network) {
    List<Model> models = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onBatch(BatchMetrics metrics) {
            losses.add(metrics.loss());
          }

          @Override
          public void onEpoch(EpochMetrics metrics, Model model) {
            models.add(model);
          }
        };
    Recipe recipe = new Recipe(1, 10, Optimizer.ADAM, 0.001);
    new Training("random", network, recipe, DATA, listener).run();
    assertThat(losses).hasSize(20).allMatch(Double::isFinite);
    return models.getFirst();
  }

  private static float[][] evaluated(Model model, String text) {
    try (Classifier classifier = new Classifier(model)) {
      Predictions.of(classifier, "synthetic", DATA.test(), _ -> {});
      List<GreyImage> images = new ArrayList<>();
      for (int i = 0; i < DATA.test().count(); i++) {
        images.add(DATA.test().image(i));
      }
      float[][] probabilities = classifier.firstLook(images);
      for (float[] one : probabilities) {
        double sum = 0;
        for (float probability : one) {
          sum += probability;
        }
        assertThat(sum).as(text).isCloseTo(1, within(1e-4));
      }
      return probabilities;
    }
  }

  private static void lookInside(Model model, String text, float[] expected, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (Activations activations = new Activations(model)) {
      ForwardPass pass = activations.of(DATA.test().image(0));
      assertThat(pass.probabilities()).as(text).containsExactly(expected, within(1e-4f));
      for (int layer = 0; layer < pass.layers().size(); layer++) {
        Activation activation = pass.layers().get(layer);
        float tolerance = 1e-5f * Math.max(1, strongest(pass, layer));
        for (int i = 0; i < CELLS; i++) {
          int index = random.nextInt(activation.values().length);
          Cell cell = Cell.at(index, activation.stage().output());
          Origin origin = Origin.of(pass, layer, cell);
          assertThat((float) origin.formula().value())
              .as("%s of %s", activation.stage().name(), text)
              .isCloseTo(activation.values()[index], within(tolerance));
          assertThat(origin.fields()).hasSize(layer + 1);
        }
      }
    }
  }

  /** Of what goes in, too: large numbers that cancel each other leave their rounding. */
  private static float strongest(ForwardPass pass, int layer) {
    float strongest = pass.layers().get(layer).strongest();
    for (float value : pass.inputOf(layer)) {
      strongest = Math.max(strongest, Math.abs(value));
    }
    return strongest;
  }

  private void readBack(Model model, String text, float[][] expected) throws OrtException {
    Path file = folder.resolve("model.onnx");
    OnnxFile.write(file, model);
    Digits digits = DATA.test();
    float[] ink = new float[digits.count() * Digits.PIXELS];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = digits.ink(i / Digits.PIXELS, i % Digits.PIXELS);
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = {digits.count(), 1, 28, 28};
    try (OrtSession session = environment.createSession(file.toString());
        OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(ink), shape);
        OrtSession.Result result = session.run(Map.of(OnnxFile.INPUT, input))) {
      float[][] read = (float[][]) result.get(OnnxFile.PROBABILITIES).orElseThrow().getValue();
      for (int i = 0; i < expected.length; i++) {
        assertThat(read[i]).as(text).containsExactly(expected[i], within(1e-4f));
      }
    }
  }
}
