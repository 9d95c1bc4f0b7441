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

  Convolution(Memory memory, Maps in, Maps out, int kernel, Parameters parameters) {
    this.in = in;
    this.out = out;
    this.parameters = parameters;
    Results outputs = new Results(out.places(), out.stride());
    Finish finish = out.isRectified ? Finish.RECTIFY : Finish.SET;
    filtering =
        parameters.isWinograd
            ? new Winograd(
                memory, in.channels, out.channels, in.windowGrid(), out.grid(), out.grid(), finish)
            : new Product(
                out.channels,
                Factors.packed(parameters.columns),
                windows(in, out, kernel),
                outputs,
                outputs,
                finish);
  }

  /** What each filter sees at each place. */
  static Windows windows(Maps in, Maps out, int kernel) {
    return new Windows(in.taps(kernel), in.windows(out.height, out.width), in::isBorder);
  }

  @Override
  public void run() {
    filtering.compute(parameters.packed, parameters.bias, in.values, out.values, out.values);
  }
}
