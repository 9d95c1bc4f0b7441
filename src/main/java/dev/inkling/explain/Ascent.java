package dev.inkling.explain;

import dev.inkling.chart.SignedShades;
import dev.inkling.data.Digits;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that make what a layer puts out as large as can be, found by climbing its gradient
 * (Erhan, Bengio, Courville and Vincent: Visualizing Higher-Layer Features of a Deep Network, 2009;
 * for classes Simonyan, Vedaldi and Zisserman: Deep Inside Convolutional Networks, 2014). So that
 * strokes come of it and no noise, ink fades a little with each step, and the gradient is blurred
 * (Yosinski et al.: Understanding Neural Networks Through Deep Visualization, 2015), less and less,
 * so that coarse shapes come first (Øygard: Visualizing GoogLeNet Classes, 2015).
 */
public final class Ascent {
  /** Steps after which hardly anything changes any more. */
  public static final int STEPS = 100;

  /** By how much ink changes where the slope is steepest. */
  private static final float RATE = 0.1f;

  /** What a step leaves of ink: the gradient of an L2 penalty. */
  private static final float DECAY = 0.98f;

  /** Of the blur, in pixels, at the first step and at the last. */
  private static final double COARSE = 1.5;

  private static final double FINE = 0.8;

  /**
   * The most ink of the grain that is begun with. With ten times as much some networks see no digit
   * at all, nor in which direction there would be one: their gradient is 0.
   */
  private static final double GRAIN = 0.02;

  private Ascent() {}

  /**
   * What is to be made large.
   *
   * @param layer index of the layer, see {@link dev.inkling.layer.Stage#of}
   * @param place the value of each map, whatever its channel; null for the mean of the map
   * @param first of the channels, each of which gets a picture
   * @param count how many channels
   * @param start 28×28, the picture that is begun with; null for grain
   * @param isRegular whether ink fades and slopes are blurred; without, anything goes
   */
  public record Question(
      int layer,
      @Nullable Cell place,
      int first,
      int count,
      @Nullable GreyImage start,
      boolean isRegular) {}

  /**
   * The pictures after some steps.
   *
   * @param pictures 28×28, one for each channel
   * @param values what the network makes of each: the value that is to be large
   * @param probabilities of the classes, at one look at each
   * @param slopes of the values by each pixel's ink, picture after picture; not to be changed
   */
  public record Dream(
      Question question,
      int steps,
      List<GreyImage> pictures,
      float[] values,
      List<float[]> probabilities,
      float[] slopes) {
    public Dream {
      pictures = List.copyOf(pictures);
      probabilities = List.copyOf(probabilities);
    }
  }

  /** Before the first step. */
  public static Dream begin(Question question, Sensitivity network) {
    GreyImage start = question.start == null ? grain() : question.start;
    return look(question, 0, Collections.nCopies(question.count, start), network);
  }

  /** One step more. */
  public static Dream next(Dream dream, Sensitivity network) {
    int steps = dream.steps + 1;
    List<GreyImage> next = new ArrayList<>();
    for (int i = 0; i < dream.pictures.size(); i++) {
      int from = i * Digits.PIXELS;
      float[] slopes = Arrays.copyOfRange(dream.slopes, from, from + Digits.PIXELS);
      float[] ink = dream.pictures.get(i).ink();
      next.add(moved(ink, slopes, dream.question.isRegular, steps));
    }
    return look(dream.question, steps, next, network);
  }

  /** Always the same, or no two people would see the same. */
  private static GreyImage grain() {
    SplittableRandom random = new SplittableRandom(1);
    float[] ink = new float[Digits.PIXELS];
    for (int p = 0; p < ink.length; p++) {
      ink[p] = (float) (GRAIN * random.nextDouble());
    }
    return image(ink);
  }

  private static GreyImage image(float[] ink) {
    return new GreyImage(Framing.SIZE, Framing.SIZE, ink);
  }

  /** Where nothing depends on the picture there is nothing to climb, and it stays. */
  private static GreyImage moved(float[] ink, float[] slopes, boolean isRegular, int step) {
    float[] way = isRegular ? image(slopes).blurred(sigma(step)).ink() : slopes;
    float steepest = SignedShades.strongest(way);
    if (steepest == 0) {
      return image(ink);
    }
    float[] moved = new float[ink.length];
    for (int p = 0; p < ink.length; p++) {
      float kept = isRegular ? DECAY * ink[p] : ink[p];
      moved[p] = Math.clamp(kept + RATE * way[p] / steepest, 0, 1);
    }
    return image(moved);
  }

  private static double sigma(int step) {
    double part = Math.min(1, (double) step / STEPS);
    return COARSE + part * (FINE - COARSE);
  }

  private static Dream look(
      Question question, int steps, List<GreyImage> pictures, Sensitivity network) {
    Size size = network.stages().get(question.layer).output();
    float[] weights = seed(question, size);
    Sensitivity.Found found =
        network.of(pictures, question.layer, _ -> weights, Sensitivity.Rule.PLAIN);
    float[] outputs = found.outputs().get(question.layer);
    float[] values = new float[question.count];
    List<float[]> probabilities = new ArrayList<>();
    for (int i = 0; i < question.count; i++) {
      double sum = 0;
      for (int k = i * size.count(); k < (i + 1) * size.count(); k++) {
        sum += (double) weights[k] * outputs[k];
      }
      values[i] = (float) sum;
      probabilities.add(network.probabilities(found, i));
    }
    return new Dream(question, steps, pictures, values, probabilities, found.pixels());
  }

  /** By what is put out for each picture: its own channel's map, or the value in it. */
  private static float[] seed(Question question, Size size) {
    float[] seed = new float[question.count * size.count()];
    int map = size.height() * size.width();
    for (int i = 0; i < question.count; i++) {
      int from = i * size.count() + (question.first + i) * map;
      if (question.place == null) {
        Arrays.fill(seed, from, from + map, 1f / map);
      } else {
        seed[from + question.place.y() * size.width() + question.place.x()] = 1;
      }
    }
    return seed;
  }
}
