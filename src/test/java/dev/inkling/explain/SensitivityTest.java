package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.support.LayerTexts;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SensitivityTest {
  private static final Digits DIGITS = Synthetic.digits(2, 3);
  private static final List<GreyImage> IMAGES = List.of(grainy(0), grainy(1));
  private static final int CLASS = 4;

  /** All that ship, and every kind of layer. */
  static Stream<Model> models() {
    return Stream.concat(
        Architecture.all().stream().map(one -> Shipped.model(one.name())),
        LayerTexts.networks().map(layers -> TinyModels.untrained("any", texts(layers))));
  }

  /** Of paper that is white all over, no pixel is the largest in its window. */
  private static GreyImage grainy(int image) {
    SplittableRandom random = new SplittableRandom(image);
    float[] ink = DIGITS.image(image).ink().clone();
    for (int p = 0; p < ink.length; p++) {
      ink[p] = 0.7f * ink[p] + 0.3f * (float) random.nextDouble();
    }
    return new GreyImage(28, 28, ink);
  }

  private static String[] texts(List<Layer> layers) {
    return layers.stream().map(Layer::text).toArray(String[]::new);
  }

  /** One for a class of each image, in what ten outputs for each were put out. */
  private static float[] seed(float[] outputs) {
    float[] seed = new float[outputs.length];
    for (int i = CLASS; i < seed.length; i += 10) {
      seed[i] = 1;
    }
    return seed;
  }

  private static Sensitivity.Found found(Sensitivity of, List<GreyImage> images) {
    return of.of(images, of.stages().size() - 1, SensitivityTest::seed, Sensitivity.Rule.PLAIN);
  }

  /** Along the gradient, and to its sides: (f(x + h·d) − f(x − h·d)) / 2h. */
  @ParameterizedTest
  @MethodSource("models")
  void gradientsAreCentralDifferencesOfTheNetworkAsItReads(Model model) {
    try (Sensitivity sensitivity = new Sensitivity(model);
        Activations reading = new Activations(model)) {
      Sensitivity.Found found = found(sensitivity, IMAGES);
      SplittableRandom random = new SplittableRandom(1);
      for (int image = 0; image < 2; image++) {
        int from = image * Digits.PIXELS;
        float[] way = new float[Digits.PIXELS];
        double slope = 0;
        for (int p = 0; p < way.length; p++) {
          way[p] = Math.signum(found.pixels()[from + p]) * (random.nextInt(3) - 0.5f);
          slope += way[p] * found.pixels()[from + p];
        }
        double expected = slope;
        GreyImage at = IMAGES.get(image);
        assertThat(DoubleStream.of(3e-3, 1e-3, 3e-4))
            .as("of %s, %s", model.card().layers(), expected)
            .anyMatch(
                h ->
                    Math.abs(
                            (output(reading, moved(at, way, h))
                                        - output(reading, moved(at, way, -h)))
                                    / (2 * h)
                                - expected)
                        < 2e-2 * Math.abs(expected) + 1e-3);
      }
    }
  }

  private static double output(Activations reading, GreyImage image) {
    return reading.of(image).layers().getLast().values()[CLASS];
  }

  private static GreyImage moved(GreyImage image, float[] way, double by) {
    float[] ink = image.ink().clone();
    for (int p = 0; p < ink.length; p++) {
      ink[p] += (float) (by * way[p]);
    }
    return new GreyImage(28, 28, ink);
  }
}
