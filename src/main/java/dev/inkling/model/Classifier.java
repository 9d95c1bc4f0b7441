package dev.inkling.model;

import dev.inkling.data.Digits;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.kernel.Kernels.Images;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Reads digits, or what else it has learned to tell apart, with a network of its own, so that no
 * training can change what it computes with. Safe to call from any thread, one call at a time.
 */
public final class Classifier implements AutoCloseable {
  /** Images that go through the network at once: enough to be quick, little enough for a cache. */
  private static final int BATCH = 512;

  /**
   * Fewer images than this the engine computes with other kernels, whose answers have other last
   * digits. For one image that takes a third of the time.
   */
  private static final int LEAST = 16;

  private final Model model;
  private final Backend backend;
  private final Confidence calibration;
  private final int least;

  /**
   * Copies a model's weights into the engine.
   *
   * @throws Problem when the model does not read single digits
   */
  public Classifier(Model model) {
    this(model, model.card().confidence());
  }

  /** Likewise, with another calibration than the model's. */
  public Classifier(Model model, Confidence calibration) {
    this(model, calibration, 1);
  }

  private Classifier(Model model, Confidence calibration, int least) {
    this(model, calibration, least, Backend::of);
  }

  /** Reads with a backend that was made for the model, and that is closed with this. */
  Classifier(Model model, Backend backend) {
    this(model, model.card().confidence(), 1, (_, _) -> backend);
  }

  private Classifier(
      Model model,
      Confidence calibration,
      int least,
      BiFunction<List<Layer>, Weights, Backend> maker) {
    if (model.card().reads() != Task.DIGIT) {
      throw new Problem("problem.model.lines", model.card().name());
    }
    this.least = least;
    this.model = model;
    this.calibration = calibration;
    backend = maker.apply(model.card().parsedLayers(), model.weights());
  }

  /**
   * One whose answer to a picture is the same to the last digit however many others are asked about
   * with it.
   */
  public static Classifier steady(Model model) {
    return new Classifier(model, model.card().confidence(), LEAST);
  }

  /**
   * One whose answer to a picture is the same in any company, too, for a thread that reads very
   * many: it takes each alone, as quickly as others take many together, once Java has compiled it.
   */
  public static Classifier oneByOne(Model model) {
    return Backend.oneByOne(model.card().parsedLayers(), model.weights())
        .map(backend -> new Classifier(model, backend))
        .orElseGet(() -> steady(model));
  }

  /**
   * One for somebody who waits for the answer to one picture, or to a few. Their last digits may
   * become others when Java has compiled what is quicker than the engine.
   */
  public static Classifier prompt(Model model) {
    return new Classifier(model, model.card().confidence(), 1, Backend::prompt);
  }

  /** The model this reads with. */
  public Model model() {
    return model;
  }

  /** What it tells apart, in the order of its probabilities. */
  public List<String> classes() {
    return model.card().classes();
  }

  /** Whether the probabilities that this gave are those of a digit. */
  public boolean isDigit(float[] probabilities) {
    return calibration.isDigit(probabilities);
  }

  /** What is computed of normalized pixels of so many images. */
  private interface Pass {
    float[] compute(Images input, int count, int size);
  }

  /**
   * Reads one picture.
   *
   * @param framed 28×28, see {@link Framing}
   * @return a probability for each class, which add up to 1
   */
  public float[] probabilities(GreyImage framed) {
    return probabilities(List.of(framed))[0];
  }

  /** Reads pictures; a probability of each class for each. */
  public float[][] probabilities(List<GreyImage> framed) {
    return lookAgain(framed, firstLook(framed));
  }

  /** What the network says of pictures at once, before it looks again at those it is unsure of. */
  public float[][] firstLook(List<GreyImage> framed) {
    // Few enough that a steady one computes all of them by what computes the fewest.
    int batch = least == 1 ? BATCH : VectorBackend.MANY / 2;
    return read(framed.size(), (i, out, at) -> framed.get(i).write(out, at), batch, done -> {});
  }

  /**
   * What the network says in the end.
   *
   * @param first what it said at the first look at each
   */
  public float[][] lookAgain(List<GreyImage> framed, float[][] first) {
    return lookAgain(first, framed::get);
  }

  private float[][] lookAgain(float[][] first, IntFunction<GreyImage> image) {
    int[] unsure =
        IntStream.range(0, first.length).filter(i -> calibration.isUnsure(first[i])).toArray();
    List<GreyImage> views =
        Arrays.stream(unsure)
            .parallel()
            .mapToObj(i -> SecondLook.views(image.apply(i)))
            .flatMap(List::stream)
            .toList();
    Iterator<float[]> looks = Arrays.asList(firstLook(views)).iterator();
    float[][] result = first.clone();
    for (int i : unsure) {
      List<float[]> all = new ArrayList<>(List.of(first[i]));
      for (int k = 0; k < SecondLook.COUNT; k++) {
        all.add(looks.next());
      }
      result[i] = SecondLook.together(all);
    }
    return result;
  }

  /**
   * Reads the images of a data set.
   *
   * @param progress hears how many were read so far
   * @return a probability of each class for each image
   */
  public float[][] probabilities(Digits digits, IntConsumer progress) {
    return lookAgain(read(digits.count(), digits::write, BATCH, progress), digits::image);
  }

  private float[][] read(int count, Images pixels, int batch, IntConsumer progress) {
    int classes = classes().size();
    float[] logits = compute(backend::forward, count, classes, pixels, batch, progress);
    float[][] result = new float[count][];
    IntFunction<float[]> one = i -> softmax(logits, i, classes, calibration.temperature());
    if (count > BATCH) {
      Arrays.parallelSetAll(result, one);
    } else {
      Arrays.setAll(result, one);
    }
    return result;
  }

  /** Number of features of an image. */
  public int featureCount() {
    List<Stage> stages = Stage.of(model.card().parsedLayers());
    return stages.get(Stage.last(stages)).input().count();
  }

  /** The features of a picture: what the last layer with weights is given. */
  public float[] features(GreyImage framed) {
    Images pixels = (_, out, at) -> framed.write(out, at);
    return compute(backend::features, 1, featureCount(), pixels, BATCH, done -> {});
  }

  /**
   * The features of the images of a data set.
   *
   * @param progress hears of how many images they are there
   * @return {@link #featureCount} numbers for each image, one image after the other
   */
  public float[] features(Digits digits, IntConsumer progress) {
    return compute(
        backend::features, digits.count(), featureCount(), digits::write, BATCH, progress);
  }

  /** Puts images through the network, many at once; {@code width} numbers for each. */
  private float[] compute(
      Pass pass, int count, int width, Images pixels, int batch, IntConsumer progress) {
    float[] result = new float[count * width];
    for (int from = 0; from < count; from += batch) {
      int begin = from;
      int n = Math.min(batch, count - from);
      Images input =
          (i, out, at) -> {
            if (i < n) {
              pixels.write(begin + i, out, at);
            }
            model.card().normalization().apply(out, at, Digits.PIXELS);
          };
      System.arraycopy(
          compute(pass, input, Math.max(n, least)), 0, result, from * width, n * width);
      progress.accept(from + n);
    }
    return result;
  }

  private synchronized float[] compute(Pass pass, Images input, int count) {
    return pass.compute(input, count, Digits.PIXELS);
  }

  /**
   * Softmax of row {@code i}, divided by a temperature first; at 1 it gives the probabilities of
   * log-probabilities back.
   *
   * @param classes numbers in a row
   */
  public static float[] softmax(float[] logits, int i, int classes, double temperature) {
    int from = i * classes;
    float max = Float.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      max = Math.max(max, logits[from + k]);
    }
    float[] result = new float[classes];
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      double power = Math.exp((logits[from + k] - max) / temperature);
      result[k] = (float) power;
      sum += power;
    }
    for (int k = 0; k < classes; k++) {
      result[k] = (float) (result[k] / sum);
    }
    return result;
  }

  @Override
  public synchronized void close() {
    backend.close();
  }
}
