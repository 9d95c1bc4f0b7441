package dev.inkling.report;

import dev.inkling.chart.MatrixFigure;
import dev.inkling.chart.PngChart;
import dev.inkling.chart.SvgChart;
import dev.inkling.evaluate.Results;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.PngFile;
import dev.inkling.file.WriteProblem;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The report of a model's results as a folder: {@code report.html}, which needs no other file,
 * {@code predictions.csv} with a line for each image, {@code classes.csv}, the confusion matrix as
 * PNG and SVG, and {@code misread.png}, a gallery of what was misread.
 */
public final class ResultsReport {
  /** Of the picture of the matrix, in logical pixels. */
  private static final int MATRIX = 560;

  /** Of a cell of a picture with many of them. */
  private static final int CELL = 30;

  /** Pixels in a logical pixel: sharp in print and on fine screens. */
  private static final double SCALE = 2;

  private ResultsReport() {}

  /**
   * Writes the whole folder, which takes a moment.
   *
   * @param messages the language of the report
   * @param folder that is made where it is missing; files of these names in it are replaced
   * @throws Problem when the folder cannot be written
   */
  public static void write(Results results, Messages messages, Path folder) {
    try {
      AtomicFile.write(folder.resolve("report.html"), new ResultsPage(results, messages).page());
      ResultsTables.writePredictions(results.predictions(), folder.resolve("predictions.csv"));
      List<String> names = results.evaluation().classes();
      ResultsTables.writeClasses(
          results.evaluation().perClass(), names, folder.resolve("classes.csv"));
      MatrixFigure matrix = matrix(results, messages);
      int side = Math.max(MATRIX, CELL * matrix.names().size());
      PngFile.write(folder.resolve("confusion.png"), PngChart.of(matrix, side, side, SCALE));
      AtomicFile.write(folder.resolve("confusion.svg"), SvgChart.of(matrix, side, side));
      PngFile.write(folder.resolve("misread.png"), new Gallery(results, messages).picture(SCALE));
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", folder);
    }
  }

  private static MatrixFigure matrix(Results results, Messages messages) {
    return new MatrixFigure(
        messages.get(
            "report.results.title", results.predictions().model(), results.predictions().data()),
        messages.get("report.results.confusion.note"),
        results.evaluation().confusion(),
        results.evaluation().classes());
  }
}
