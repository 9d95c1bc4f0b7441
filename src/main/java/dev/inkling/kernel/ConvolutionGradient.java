package dev.inkling.kernel;

import dev.inkling.kernel.Product.Factors;
import dev.inkling.kernel.Product.Finish;
import dev.inkling.kernel.Product.Results;
import dev.inkling.kernel.Product.Windows;

/** The way back through a {@link Convolution}. */
final class ConvolutionGradient implements Step {
  private final Maps in;
  private final Maps out;
  private final Parameters parameters;
  private final Sums sums;
  private final WeightGradient weightGradient;
  private final Filtering inputGradient;

  /** Where each row of the gradients by what went out begins. */
  private final int[] rows;

  private final float[] zeros;
  private final boolean goesBack;

  /**
   * The way back.
   *
   * @param sums of the parameters' gradients
   * @param goesBack whether somebody needs the gradient by what came in
   */
  ConvolutionGradient(
      Memory memory,
      Maps in,
      Maps out,
      int kernel,
      Parameters parameters,
      Sums sums,
      boolean goesBack) {
    this.in = in;
    this.out = out;
    this.parameters = parameters;
    this.sums = sums;
    this.goesBack = goesBack;
    rows = Correlation.firsts(out.gradientPlaces(), out.width);
    zeros = new float[Product.rows(in.channels)];
    Finish finish = in.isRectified ? Finish.GATE : Finish.SET;
    if (parameters.isWinograd) {
      weightGradient =
          new WinogradGradient(
              memory, in.channels, out.channels, in.windowGrid(), out.gradientGrid(), sums);
      inputGradient =
          new Winograd(
              memory,
              out.channels,
              in.channels,
              out.gradientWindowGrid(),
              in.gradientGrid(),
              in.grid(),
              finish);
    } else {
      weightGradient =
          new Correlation(
              out.channels,
              new Results(out.gradientPlaces(), out.gradientStride()),
              Convolution.windows(in, out, kernel),
              out.width,
              sums);
      inputGradient =
          new Product(
              in.channels,
              Factors.packed(out.channels * kernel * kernel),
              new Windows(
                  out.gradientTaps(kernel),
                  out.gradientWindows(in.height, in.width),
                  out::isGradientBorder),
              new Results(in.gradientPlaces(), in.gradientStride()),
              new Results(in.places(), in.stride()),
              finish);
    }
  }

  @Override
  public void run() {
    weightGradient.add(out.gradient, in.values);
    int length = out.width * Vectors.LANES;
    sums.addToBias(out.gradient, out.channels, out.gradientStride(), rows, length);
    sums.hold();
    if (goesBack) {
      inputGradient.compute(parameters.turned, zeros, out.gradient, in.gradient, in.values);
    }
  }
}
