package dev.inkling.kernel;

import dev.inkling.kernel.Kernels.Part;
import dev.inkling.kernel.Kernels.Part.Filters;
import dev.inkling.kernel.Kernels.Part.Units;
import dev.inkling.kernel.Kernels.Part.Window;
import java.util.List;
import java.util.Map;

/** Makes the maps and steps of one thread. */
final class PassMaker {
  private final List<Part> parts;
  private final Map<String, Parameters> parameters;
  private final Memory memory = new Memory();
  private final Pass pass = new Pass();
  private boolean goesBack;

  /**
   * For a network.
   *
   * @param parameters of all threads, by the layer's name; those that are missing are added
   */
  PassMaker(List<Part> parts, Map<String, Parameters> parameters) {
    this.parts = parts;
    this.parameters = parameters;
  }

  /** A pass for pictures of one size. */
  Pass make(int channels, int height, int width) {
    Maps maps = new Maps(memory, channels, height, width, false, border(0), 0);
    pass.begin(maps);
    for (int i = 0; i < parts.size(); i++) {
      int next = border(i + 1);
      maps =
          switch (parts.get(i)) {
            case Filters filters -> convolution(maps, filters, next);
            case Units units -> dense(maps, units);
            case Window window -> pooling(maps, window, next);
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

  private Maps convolution(Maps in, Filters filters, int border) {
    int kernel = filters.kernel();
    int grow = 2 * filters.padding() - kernel + 1;
    Maps out =
        new Maps(
            memory,
            filters.count(),
            in.height + grow,
            in.width + grow,
            filters.isRectified(),
            border,
            kernel - 1 - filters.padding());
    Parameters own =
        parameters.computeIfAbsent(
            filters.name(), _ -> Parameters.filters(filters.count(), in.channels, kernel));
    Sums gradient = Sums.filters(memory, own);
    pass.add(filters.name(), gradient);
    pass.add(new Convolution(memory, in, out, kernel, own, gradient, goesBack), out);
    goesBack = true;
    return out;
  }

  private Maps dense(Maps in, Units units) {
    Maps out = new Maps(memory, units.count(), 1, 1, units.isRectified(), 0, 0);
    int inputs = in.size();
    Parameters own =
        parameters.computeIfAbsent(
            units.name(), _ -> Parameters.dense(units.count(), inputs, Dense.rowLength(inputs)));
    Sums gradient = Sums.rows(memory, own);
    pass.add(units.name(), gradient);
    pass.add(new Dense(memory, in, out, own, gradient, goesBack), out);
    goesBack = true;
    return out;
  }

  /** What was rectified before is so after it, too. */
  private Maps pooling(Maps in, Window window, int border) {
    int size = window.size();
    boolean isRectified = window.isRectified() || in.isRectified;
    Maps out =
        new Maps(memory, in.channels, in.height / size, in.width / size, isRectified, border, 0);
    pass.add(new Pooling(in, out, size, window.isMaximum()), out);
    return out;
  }
}
