package dev.inkling.export;

import dev.inkling.file.AtomicFile;
import dev.inkling.model.Model;
import dev.inkling.model.Task;
import dev.inkling.model.WeightsFile;
import dev.inkling.onnx.OnnxFile;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a model can be written as, for other programs. */
public enum ExportFormat {
  /** A graph with its weights, see {@link OnnxFile}. */
  ONNX("ONNX", ".onnx") {
    @Override
    public void write(Path file, Model model) {
      OnnxFile.write(file, model);
    }
  },
  /** A script in Python that reads, trains and evaluates with PyTorch. */
  PYTORCH("PyTorch", ".py") {
    @Override
    public void write(Path file, Model model) {
      writeScript(file, model, PytorchScript.of(model.card(), file.getFileName().toString()));
    }
  },
  /** Likewise, with Keras 3. */
  KERAS("Keras", ".py") {
    @Override
    public void write(Path file, Model model) {
      writeScript(file, model, KerasScript.of(model.card(), file.getFileName().toString()));
    }
  };

  private final String title;
  private final String ending;

  ExportFormat(String title, String ending) {
    this.title = title;
    this.ending = ending;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** What its files' names end with, with a dot. */
  public String ending() {
    return ending;
  }

  /** As it is written on the command line. */
  public String typed() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that is written so on the command line. */
  public static Optional<ExportFormat> of(String typed) {
    return Arrays.stream(values()).filter(format -> format.typed().equals(typed)).findFirst();
  }

  /** The one whose files end as this one does. */
  public static Optional<ExportFormat> of(Path file) {
    return Arrays.stream(values()).filter(format -> format.fits(file)).findFirst();
  }

  /** Whether a file ends as those of this format do. */
  public boolean fits(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** True for a script, whose weights are in a file beside it. */
  public boolean isScript() {
    return this != ONNX;
  }

  /**
   * Writes a model. The weights of a script come to {@link #weights}.
   *
   * @throws Problem when the model reads whole lines, or a file cannot be written
   */
  public abstract void write(Path file, Model model);

  /**
   * Where the weights of a script are, in NumPy's format: beside it, where Python's with_suffix is.
   */
  public static Path weights(Path script) {
    String name = script.getFileName().toString();
    int dot = name.lastIndexOf('.');
    boolean hasEnding = dot > 0 && dot < name.length() - 1;
    return script.resolveSibling((hasEnding ? name.substring(0, dot) : name) + ".npz");
  }

  private static void writeScript(Path file, Model model, String script) {
    checkTask(model);
    Path weights = weights(file);
    Path place = weights;
    try {
      WeightsFile.write(weights, model.weights());
      place = file;
      AtomicFile.write(file, script);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unwritable", place);
    }
  }

  private static void checkTask(Model model) {
    if (model.card().reads() != Task.DIGIT) {
      throw new Problem("problem.model.lines", model.card().name());
    }
  }
}
