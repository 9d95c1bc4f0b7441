package dev.inkling.kernel;

import dev.inkling.kernel.Kernels.Part;
import dev.inkling.kernel.Kernels.Part.Channels;
import dev.inkling.kernel.Kernels.Part.Drops;
import dev.inkling.kernel.Kernels.Part.Filters;
import dev.inkling.kernel.Kernels.Part.Units;
import dev.inkling.kernel.Kernels.Part.Window;
import java.util.List;
import java.util.Map;

/** Makes the maps and steps of one thread. */
final class PassMaker {
  private final List<Part> parts;
  private final Map<String, Parameters> parameters;
  private final Map<String, Norm> norms;

  /** What is needed once. */
  private final Memory memory = new Memory();

  /** What each chunk needs. */
  private final Memory.Plan plan = new Memory.Plan();

  private final boolean isTraining;
  private final Pass pass = new Pass(plan);
  private boolean goesBack;

  /**
   * For a network.
   *
   * @param parameters of all threads, by the layer's name; those that are missing are added
   * @param norms likewise
   * @param isTraining whether there is a way back
   */
  PassMaker(
      List<Part> parts,
      Map<String, Parameters> parameters,
      Map<String, Norm> norms,
      boolean isTraining) {
    this.parts = parts;
    this.parameters = parameters;
    this.norms = norms;
    this.isTraining = isTraining;
  }

  /** A pass for pictures of one size. */
  Pass make(int channels, int height, int width) {
    Maps maps = maps(channels, height, width, false, border(0), 0);
    pass.begin(maps);
    for (int i = 0; i < parts.size(); i++) {
      int next = border(i + 1);
      maps =
          switch (parts.get(i)) {
            case Filters filters -> convolution(maps, filters, next);
            case Units units -> dense(maps, units);
            case Window window -> pooling(maps, window, next);
            case Channels own -> norm(maps, own, next);
            case Drops own -> dropout(maps, own, i, next);
          };
    }
    return pass;
  }

  /** The border of zeros that a part wants round what comes in. */
  private int border(int part) {
    return part < parts.size() && parts.get(part) instanceof Filters filters
        ? filters.padding()
        : 0;
  }

  /**
   * Maps that go out of a part.
   *
   * @param gradientBorder where there is a way back
   */
  private Maps maps(
      int channels, int height, int width, boolean isRectified, int border, int gradientBorder) {
    int around = isTraining ? gradientBorder : Maps.NO_GRADIENT;
    return new Maps(plan, channels, height, width, isRectified, border, around);
  }

  private Maps convolution(Maps in, Filters filters, int border) {
    int kernel = filters.kernel();
    int grow = 2 * filters.padding() - kernel + 1;
    int height = in.height + grow;
    int width = in.width + grow;
    int around = kernel - 1 - filters.padding();
    Maps out = maps(filters.count(), height, width, filters.isRectified(), border, around);
    Parameters own =
        parameters.computeIfAbsent(
            filters.name(),
            _ -> Parameters.filters(filters.count(), in.channels, kernel, isTraining));
    pass.add(new Convolution(memory, in, out, kernel, own), out);
    if (isTraining) {
      Sums sums = Sums.filters(memory, own);
      pass.addBack(
          filters.name(),
          sums,
          new ConvolutionGradient(memory, in, out, kernel, own, sums, goesBack));
      goesBack = true;
    }
    return out;
  }

  private Maps dense(Maps in, Units units) {
    Maps out = maps(units.count(), 1, 1, units.isRectified(), 0, 0);
    int inputs = in.size();
    Parameters own =
        parameters.computeIfAbsent(
            units.name(), _ -> Parameters.dense(units.count(), inputs, Dense.rowLength(inputs)));
    pass.add(new Dense(in, out, own), out);
    if (isTraining) {
      Sums sums = Sums.rows(memory, own);
      pass.addBack(units.name(), sums, new DenseGradient(memory, in, out, own, sums, goesBack));
      goesBack = true;
    }
    return out;
  }

  /** What was rectified before is so after it, too. */
  private Maps pooling(Maps in, Window window, int border) {
    int size = window.size();
    boolean isRectified = window.isRectified() || in.isRectified;
    Maps out = maps(in.channels, in.height / size, in.width / size, isRectified, border, 0);
    pass.add(new Pooling(in, out, size, window.isMaximum()), out);
    if (isTraining) {
      pass.addBack(new PoolingGradient(in, out, size, window.isMaximum()));
    }
    return out;
  }

  private Maps norm(Maps in, Channels part, int border) {
    Maps out = maps(in.channels, in.height, in.width, part.isRectified(), border, 0);
    Norm norm =
        norms.computeIfAbsent(part.name(), _ -> new Norm(in.channels, in.height * in.width));
    Normalization own = new Normalization(in, out, norm, pass.chunk());
    pass.add(own::measure);
    pass.meet();
    pass.add(own::apply, out);
    if (isTraining) {
      NormalizationGradient back = new NormalizationGradient(in, out, norm, pass.chunk());
      pass.addBack(back::apply);
      pass.meetBack();
      pass.addBack(back::measure);
      goesBack = true;
    }
    return out;
  }

  private Maps dropout(Maps in, Drops part, int layer, int border) {
    Maps out = maps(in.channels, in.height, in.width, in.isRectified, border, 0);
    int factors = plan.take(in.size());
    Dropping own = new Dropping(in, out, pass.chunk(), layer, part.rate(), factors);
    pass.add(own::forward, out);
    if (isTraining) {
      pass.addBack(own::back);
    }
    return out;
  }
}
