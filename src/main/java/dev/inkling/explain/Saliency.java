package dev.inkling.explain;

import dev.inkling.data.Digits;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which pixels a network looks at, by its gradients, for all classes at once.
 *
 * @param slopes {@code slopes[class][y * 28 + x]}: by how much the class's logit grows with the
 *     pixel's ink (Simonyan, Vedaldi and Zisserman: Deep Inside Convolutional Networks, 2014)
 * @param products likewise, what that is times the ink there: what the ink would be worth if the
 *     slope were the same from blank paper on
 * @param guided likewise, what comes back where rectifiers let nothing negative back (Springenberg,
 *     Dosovitskiy, Brox and Riedmiller: Striving for Simplicity, 2015)
 * @param rectifiers how many such layers there are; without any, guided and slopes are the same
 * @param cams a Grad-CAM for each convolution, the first one, which looks at the picture, first
 */
public record Saliency(
    float[][] slopes, float[][] products, float[][] guided, int rectifiers, List<Cam> cams) {
  public Saliency {
    cams = List.copyOf(cams);
  }

  /**
   * Where a convolution found what speaks for each class: its maps, each as much as the class's
   * logit grows with it, and of the sum what is positive (Selvaraju et al.: Grad-CAM, 2017).
   *
   * @param conv the convolution
   * @param size of its maps
   * @param maps for each class, row-major
   */
  public record Cam(Stage conv, Size size, float[][] maps) {
    public Cam {
      maps = maps.clone();
    }

    /** The map of a class brought to the picture's size, interpolated between its values. */
    public float[] onPicture(int which) {
      GreyImage map = new GreyImage(size.width(), size.height(), maps[which]);
      float[] large = new float[Digits.PIXELS];
      for (int p = 0; p < large.length; p++) {
        double x = place(p % Framing.SIZE, size.width());
        double y = place(p / Framing.SIZE, size.height());
        large[p] = map.between(x, y);
      }
      return large;
    }

    /** The middle of a pixel, in values of the map; never beyond the middle of the outermost. */
    private static double place(int pixel, int values) {
      return Math.clamp((pixel + 0.5) * values / Framing.SIZE - 0.5, 0, values - 1);
    }
  }

  /**
   * Looks at a picture.
   *
   * @param framed 28×28
   */
  public static Saliency of(GreyImage framed, Sensitivity network) {
    int classes = network.model().card().classes().size();
    List<GreyImage> images = Collections.nCopies(classes, framed);
    int logits = network.logits();
    Sensitivity.Found plain = network.of(images, logits, Saliency::seed, Sensitivity.Rule.PLAIN);
    Sensitivity.Found guided = network.of(images, logits, Saliency::seed, Sensitivity.Rule.GUIDED);
    float[][] slopes = rows(plain.pixels(), classes);
    float[][] products = new float[classes][Digits.PIXELS];
    for (int k = 0; k < classes; k++) {
      for (int p = 0; p < Digits.PIXELS; p++) {
        products[k][p] = slopes[k][p] * framed.ink()[p];
      }
    }
    List<Stage> stages = network.stages();
    int rectifiers = (int) stages.stream().filter(stage -> stage.layer().isRectifier()).count();
    return new Saliency(
        slopes, products, rows(guided.pixels(), classes), rectifiers, cams(stages, plain, classes));
  }

  /** Image k asks for class k. */
  private static float[] seed(float[] logits) {
    float[] seed = new float[logits.length];
    int classes = (int) Math.sqrt(logits.length);
    for (int k = 0; k < classes; k++) {
      seed[k * classes + k] = 1;
    }
    return seed;
  }

  private static float[][] rows(float[] all, int count) {
    float[][] rows = new float[count][];
    int each = all.length / count;
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(all, i * each, (i + 1) * each);
    }
    return rows;
  }

  private static List<Cam> cams(List<Stage> stages, Sensitivity.Found found, int classes) {
    List<Cam> cams = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).layer().kernel() > 0) {
        int shown = shown(stages, i);
        float[][] values = rows(found.outputs().get(shown), classes);
        float[][] slopes = rows(found.gradients().get(shown), classes);
        float[][] maps = new float[classes][];
        Size size = stages.get(shown).output();
        for (int k = 0; k < classes; k++) {
          maps[k] = cam(size, values[k], slopes[k]);
        }
        cams.add(new Cam(stages.get(i), size, maps));
      }
    }
    return cams;
  }

  /** A convolution's values with norm and activation, where these come before maps get smaller. */
  private static int shown(List<Stage> stages, int conv) {
    int last = conv;
    while (last + 1 < stages.size() && stages.get(last + 1).layer().isPointwise()) {
      last++;
    }
    return last;
  }

  private static float[] cam(Size size, float[] values, float[] slopes) {
    int map = size.height() * size.width();
    double[] sum = new double[map];
    for (int c = 0; c < size.channels(); c++) {
      double weight = 0;
      for (int p = c * map; p < (c + 1) * map; p++) {
        weight += (double) slopes[p] / map;
      }
      for (int p = 0; p < map; p++) {
        sum[p] += weight * values[c * map + p];
      }
    }
    float[] cam = new float[map];
    for (int p = 0; p < map; p++) {
      cam[p] = (float) Math.max(0, sum[p]);
    }
    return cam;
  }
}
