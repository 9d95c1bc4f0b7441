package dev.inkling.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A residual block (He et al., 2016): two convolutions with batch norm and ReLU, to whose result
 * what came in is added, as it is, or where size or channels differ through 1×1 filters.
 *
 * @param filters of each convolution
 * @param kernel width and height of a filter, odd
 * @param stride of the first convolution
 * @param hasNorm whether there is batch norm; without it, convolutions have biases
 */
public record Residual(int filters, int kernel, int stride, boolean hasNorm) implements Layer {
  static final Kind KIND =
      new Kind(
          "residual FILTERS@KxK [stride S] [no-norm]",
          "residual 16@3x3",
          "residual (?<filters>"
              + Kind.WHOLE
              + ")@"
              + Kind.SQUARE
              + "(?: stride (?<stride>"
              + Kind.WHOLE
              + "))?(?<plain> no-norm)?",
          Residual::read);

  private static Residual read(Matcher matcher) {
    int kernel = Kind.number(matcher, "kernel", 1);
    Kind.around(matcher.group(), kernel); // or the sum would be of two sizes
    return new Residual(
        Kind.number(matcher, "filters", 1),
        kernel,
        Kind.number(matcher, "stride", 1),
        matcher.group("plain") == null);
  }

  @Override
  public String text() {
    return "residual "
        + filters
        + "@"
        + kernel
        + "x"
        + kernel
        + (stride == 1 ? "" : " stride " + stride)
        + (hasNorm ? "" : " no-norm");
  }

  @Override
  public Size output(Size input) {
    return conv(stride).output(input);
  }

  private Conv conv(int by) {
    return new Conv(filters, kernel, by, kernel / 2, !hasNorm);
  }

  @Override
  public List<Primitive> expanded(Size input) {
    List<Primitive> parts = new ArrayList<>();
    parts.add(conv(stride));
    norm(parts);
    parts.add(new Relu());
    parts.add(conv(1));
    norm(parts);
    boolean isSame = stride == 1 && input.channels() == filters;
    parts.add(new Sum(parts.size(), isSame ? 0 : input.channels(), stride));
    parts.add(new Relu());
    return parts;
  }

  private void norm(List<Primitive> parts) {
    if (hasNorm) {
      parts.add(new BatchNorm());
    }
  }

  @Override
  public Optional<Window> slides() {
    return Optional.of(new Window(kernel, stride, kernel / 2));
  }

  /** Its own padding stays half of its kernel. */
  @Override
  public Layer sliding(Window other) {
    return new Residual(filters, other.side(), other.stride(), hasNorm);
  }

  @Override
  public boolean needsMaps() {
    return true;
  }

  @Override
  public boolean isWeighted() {
    return true;
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.whole("filters", 1, 9_999, filters, n -> new Residual(n, kernel, stride, hasNorm)),
        Setting.whole("kernel", 1, 99, kernel, this::withKernel),
        Setting.whole("stride", 1, 9, stride, n -> new Residual(filters, kernel, n, hasNorm)),
        Setting.flag("norm", hasNorm, is -> new Residual(filters, kernel, stride, is)));
  }

  private Residual withKernel(int side) {
    Residual other = new Residual(filters, side, stride, hasNorm);
    Kind.around(other.text(), side); // or the sum would be of two sizes
    return other;
  }

  @Override
  public Optional<Layer> withOutputs(int count) {
    return Optional.of(new Residual(count, kernel, stride, hasNorm));
  }

  @Override
  public Layer withNormFolded() {
    return new Residual(filters, kernel, stride, false);
  }
}
