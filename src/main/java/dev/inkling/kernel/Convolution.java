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
  private final Parameters gradients;
  private final Product product;
  private final Correlation correlation;
  private final Product inputGradient;
  private final boolean goesBack;

  /**
   * A convolution.
   *
   * @param goesBack whether somebody needs the gradient by what came in
   */
  Convolution(
      Maps in,
      Maps out,
      int kernel,
      Parameters parameters,
      Parameters gradients,
      boolean goesBack) {
    this.in = in;
    this.out = out;
    this.parameters = parameters;
    this.gradients = gradients;
    this.goesBack = goesBack;
    Windows windows = new Windows(in.taps(kernel), in.windows(out.height, out.width));
    product =
        new Product(
            out.channels,
            Factors.rowMajor(parameters.columns, parameters.rowLength),
            windows,
            new Results(out.places(), out.stride()),
            new Results(out.places(), out.stride()),
            out.isRectified ? Finish.RECTIFY : Finish.SET);
    correlation =
        new Correlation(
            out.channels, new Results(out.gradientPlaces(), out.gradientStride()), windows);
    inputGradient =
        new Product(
            in.channels,
            new Factors(turned(kernel), kernel * kernel),
            new Windows(out.gradientTaps(kernel), out.gradientWindows(in.height, in.width)),
            new Results(in.gradientPlaces(), in.gradientStride()),
            new Results(in.places(), in.stride()),
            in.isRectified ? Finish.GATE : Finish.SET);
  }

  /** The first channel's weights in all filters, each turned by half a turn. */
  private int[] turned(int kernel) {
    int area = kernel * kernel;
    int[] taps = new int[out.channels * area];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = i / area * parameters.rowLength + area - 1 - i % area;
    }
    return taps;
  }

  @Override
  public void forward() {
    product.compute(parameters.weights, parameters.bias, in.values, out.values, out.values);
  }

  @Override
  public void backward() {
    correlation.add(out.gradient, in.values, gradients.weights, gradients.bias);
    if (goesBack) {
      inputGradient.compute(parameters.weights, out.gradient, in.gradient, in.values);
    }
  }
}
