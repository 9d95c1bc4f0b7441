package dev.inkling.model;

import dev.inkling.data.LineAlphabet;
import dev.inkling.image.LineStrip;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.List;

/**
 * How the columns of a line stand in what a network gives. For each place along the line it has
 * {@link #PARTS} columns, one behind the other: places are as far apart as its pools make them, and
 * two narrow digits may stand nearer than that.
 *
 * @param classes of a column; the last one is blank
 * @param places along the line
 */
public record LineOutputs(int classes, int places) {
  /** Columns for each place. */
  public static final int PARTS = 2;

  /** What layers give for a line of some width. */
  public static LineOutputs of(List<Layer> layers, int width) {
    Size image = Task.LINE.image();
    Size line = new Size(image.channels(), image.height(), width);
    return new LineOutputs(
        LineAlphabet.classes().size(), Stage.of(layers, line).getLast().output().width());
  }

  /** The class of nothing. */
  public int blank() {
    return classes - 1;
  }

  /** Columns of a line. */
  public int columns() {
    return PARTS * places;
  }

  /**
   * The middle of a column along the line, in pixels: the filters that are not padded take as much
   * from both ends.
   *
   * @param column counted from 0, or between two
   */
  public static double place(double column) {
    return LineStrip.MARGIN + 1 + PARTS * column;
  }

  /** Where the value of a line's column and class stands. */
  public int at(int line, int column, int k) {
    int channel = column % PARTS * classes + k;
    return (line * PARTS * classes + channel) * places + column / PARTS;
  }

  /** The probabilities of the classes in a line's columns. */
  public double[][] probabilities(float[] values, int line) {
    double[][] result = new double[columns()][classes];
    for (int t = 0; t < result.length; t++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < classes; k++) {
        result[t][k] = values[at(line, t, k)];
        most = Math.max(most, result[t][k]);
      }
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        result[t][k] = Math.exp(result[t][k] - most);
        sum += result[t][k];
      }
      for (int k = 0; k < classes; k++) {
        result[t][k] /= sum;
      }
    }
    return result;
  }
}
