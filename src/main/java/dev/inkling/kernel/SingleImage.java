package dev.inkling.kernel;

import dev.inkling.kernel.Kernels.Images;
import dev.inkling.kernel.SingleMaps.Border;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network that takes an image at a time, on the thread that asks: what its layers have side by
 * side are lanes of a vector, filters and units. {@link Kernels} has sixteen images in the lanes,
 * which is quicker where there are so many. For one thread at a time, which another may help.
 */
public final class SingleImage implements AutoCloseable {
  private final Memory memory = new Memory();

  /** What is done with an image, and how much of that each part and those before it are. */
  private final List<Pieces> works = new ArrayList<>();

  private final List<Integer> ends = new ArrayList<>();

  private final @Nullable Helper helper;

  /** What goes in, then what each part puts out. */
  private final List<SingleMaps> maps = new ArrayList<>();

  private final List<Part> parts;
  private final float[] written;

  /** One layer: what it does, with its parameters, and the activation that follows. */
  public sealed interface Part {
    /** What a value is multiplied by where it is negative: 1 leaves it, 0 rectifies it. */
    float slope();

    /**
     * Square filters that look at all channels.
     *
     * @param weights (filters, channels, kernel, kernel)
     * @param bias a number for each filter, or none at all
     */
    record Filters(
        int count, int kernel, int stride, int padding, float[] weights, float[] bias, float slope)
        implements Part {}

    /** One square filter for each channel; as {@link Filters}. */
    record Depthwise(
        int kernel, int stride, int padding, float[] weights, float[] bias, float slope)
        implements Part {}

    /** Every input to every output. */
    record Units(int count, float[] weights, float[] bias, float slope) implements Part {}

    /** Maximum or mean of windows. */
    record Window(boolean isMaximum, int height, int width, int stride, float slope)
        implements Part {}

    /**
     * Adds what a part before was given.
     *
     * @param back how many parts before this one
     * @param weights of 1×1 filters that it goes through before it is added; none where it is added
     *     as it is
     */
    record Sum(int back, int stride, float[] weights, float slope) implements Part {}
  }

  /**
   * A network for pictures of one size.
   *
   * @param parts at least one
   * @param isHelped whether a second thread takes part of each image, and waits for the next one
   */
  public SingleImage(List<Part> parts, int channels, int height, int width, boolean isHelped) {
    this.parts = List.copyOf(parts);
    written = new float[channels * height * width];
    Border border = border(0, channels, height, width);
    maps.add(
        isPlain(channels, height, width)
            ? SingleMaps.picture(memory, channels, height, width, border)
            : SingleMaps.vectors(memory, channels, height, width, border));
    ends.add(0);
    for (Part part : parts) {
      add(part);
      ends.add(works.size());
    }
    helper = isHelped ? new Helper(works) : null;
  }

  /**
   * Whether nothing reads what goes in as vectors: then a row of a window is one run of numbers.
   */
  private boolean isPlain(int channels, int height, int width) {
    return parts.stream().noneMatch(part -> part instanceof Part.Sum)
        && switch (parts.getFirst()) {
          case Part.Filters filters -> !SingleWinograd.suits(filters, channels, height, width);
          case Part.Units _ -> true;
          default -> false;
        };
  }

  private void add(Part part) {
    SingleMaps in = maps.getLast();
    switch (part) {
      case Part.Filters filters -> {
        SingleMaps out =
            slid(filters.count(), filters.kernel(), filters.stride(), filters.padding());
        works.addAll(convolution(in, out, filters));
      }
      case Part.Depthwise own -> {
        SingleMaps out = slid(in.channels, own.kernel(), own.stride(), own.padding());
        works.add(new SingleDepthwise(memory, in, out, own));
      }
      case Part.Units units ->
          works.add(new SingleDense(memory, in, out(units.count(), 1, 1), units));
      case Part.Window window -> {
        int height = (in.height - window.height()) / window.stride() + 1;
        int width = (in.width - window.width()) / window.stride() + 1;
        works.add(new SinglePooling(in, out(in.channels, height, width), window));
      }
      case Part.Sum sum -> sum(in, sum);
    }
  }

  /** What comes out of a square that slides. */
  private SingleMaps slid(int channels, int kernel, int stride, int padding) {
    SingleMaps in = maps.getLast();
    int height = (in.height + 2 * padding - kernel) / stride + 1;
    int width = (in.width + 2 * padding - kernel) / stride + 1;
    return out(channels, height, width);
  }

  private SingleMaps out(int channels, int height, int width) {
    Border border = border(maps.size(), channels, height, width);
    SingleMaps out = SingleMaps.vectors(memory, channels, height, width, border);
    maps.add(out);
    return out;
  }

  /** The border that a part wants round what comes in. */
  private Border border(int part, int channels, int height, int width) {
    if (part == parts.size()) {
      return Border.NONE;
    }
    return switch (parts.get(part)) {
      case Part.Filters filters ->
          SingleWinograd.suits(filters, channels, height, width)
              ? SingleWinograd.border(filters.padding(), height, width)
              : new Border(filters.padding(), filters.padding());
      case Part.Depthwise own -> new Border(own.padding(), own.padding());
      case Part.Units _ -> Border.NONE;
      case Part.Window _ -> Border.NONE;
      case Part.Sum _ -> Border.NONE;
    };
  }

  private List<Pieces> convolution(SingleMaps in, SingleMaps out, Part.Filters filters) {
    return SingleWinograd.suits(filters, in.channels, in.height, in.width)
        ? new SingleWinograd(memory, in, out, filters).works()
        : List.of(new SingleConvolution(memory, in, out, filters));
  }

  private void sum(SingleMaps in, Part.Sum sum) {
    SingleMaps before = maps.get(maps.size() - 1 - sum.back());
    if (sum.weights().length > 0) {
      SingleMaps projected =
          SingleMaps.vectors(memory, in.channels, in.height, in.width, Border.NONE);
      Part.Filters filters =
          new Part.Filters(in.channels, 1, sum.stride(), 0, sum.weights(), new float[0], 1);
      works.addAll(convolution(before, projected, filters));
      SingleMaps out = out(in.channels, in.height, in.width);
      works.add(new SingleSum(in, projected, out, sum.slope()));
    } else {
      works.add(new SingleSum(in, before, out(in.channels, in.height, in.width), sum.slope()));
    }
  }

  /** Numbers of an image behind the first layers. */
  int size(int depth) {
    return maps.get(depth).size();
  }

  /** Takes some of many images through the first layers, into the places of all of them. */
  void forward(Images images, int from, int to, int depth, float[] result) {
    SingleMaps last = maps.get(depth);
    for (int i = from; i < to; i++) {
      images.write(i, written, 0);
      maps.getFirst().write(written);
      compute(ends.get(depth));
      last.read(result, i * last.size());
    }
  }

  private void compute(int count) {
    if (helper != null) {
      helper.run(count);
    } else {
      works.subList(0, count).forEach(work -> work.run(0, 0, work.count()));
    }
  }

  /** Whether Java has compiled what this computes with; before that it takes long. */
  public static boolean isCompiled() {
    return SingleWarmUp.isOver();
  }

  /** Has Java compile it, half a second on a thread of its own; the first call counts. */
  public static void compile() {
    SingleWarmUp.begin();
  }

  /** How many layers there are. */
  int depth() {
    return parts.size();
  }

  @Override
  public void close() {
    if (helper != null) {
      helper.close();
    }
  }
}
