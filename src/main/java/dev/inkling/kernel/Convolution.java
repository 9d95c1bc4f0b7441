package dev.inkling.kernel;

import dev.inkling.kernel.Product.Factors;
import dev.inkling.kernel.Product.Finish;
import dev.inkling.kernel.Product.Results;
import dev.inkling.kernel.Product.Windows;

/** Square filters over maps, stride 1; the maps have the border that the filters need. */
final class Convolution implements Step {
  private final Maps in;
  private final Maps out;
  private final Parameters parameters;
  private final Filtering filtering;
  private final Correlation correlation;
  private final Filtering inputGradient;
  private final float[] zeros;
  private final boolean goesBack;

  /**
   * A convolution.
   *
   * @param goesBack whether somebody needs the gradient by what came in
   */
  Convolution(
      Memory memory,
      Maps in,
      Maps out,
      int kernel,
      Parameters parameters,
      Sums gradients,
      boolean goesBack) {
    this.in = in;
    this.out = out;
    this.parameters = parameters;
    this.goesBack = goesBack;
    Windows windows = new Windows(in.taps(kernel), in.windows(out.height, out.width), in::isBorder);
    Results outputs = new Results(out.places(), out.stride());
    boolean isWinograd = Winograd.suits(kernel, in.channels, out.channels);
    Finish finish = out.isRectified ? Finish.RECTIFY : Finish.SET;
    filtering =
        isWinograd
            ? new Winograd(
                memory, in.channels, out.channels, in.windowGrid(), out.grid(), out.grid(), finish)
            : new Product(
                out.channels,
                Factors.packed(parameters.columns),
                windows,
                outputs,
                outputs,
                finish);
    correlation =
        new Correlation(
            out.channels,
            new Results(out.gradientPlaces(), out.gradientStride()),
            windows,
            out.width,
            gradients);
    Finish back = in.isRectified ? Finish.GATE : Finish.SET;
    zeros = new float[Product.rows(in.channels)];
    inputGradient =
        isWinograd
            ? new Winograd(
                memory,
                out.channels,
                in.channels,
                out.gradientWindowGrid(),
                in.gradientGrid(),
                in.grid(),
                back)
            : new Product(
                in.channels,
                Factors.packed(out.channels * kernel * kernel),
                new Windows(
                    out.gradientTaps(kernel),
                    out.gradientWindows(in.height, in.width),
                    out::isGradientBorder),
                new Results(in.gradientPlaces(), in.gradientStride()),
                new Results(in.places(), in.stride()),
                back);
  }

  @Override
  public void forward() {
    filtering.compute(parameters.packed, parameters.bias, in.values, out.values, out.values);
  }

  @Override
  public void backward() {
    correlation.add(out.gradient, in.values);
    if (goesBack) {
      inputGradient.compute(parameters.turned, zeros, out.gradient, in.gradient, in.values);
    }
  }
}
