package dev.inkling.cli;

import dev.inkling.data.Kept;
import dev.inkling.data.SignCollection;
import dev.inkling.data.SignCollections;
import dev.inkling.evaluate.Accuracies;
import dev.inkling.evaluate.Accuracies.Writer;
import dev.inkling.evaluate.Predictions;
import dev.inkling.model.Model;
import dev.inkling.train.SignNetworks;
import dev.inkling.train.SignTraining;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Teaches a network a collection of signs, as the pad does, and says how well that can be done. */
final class SignTrainer {
  private final Shell shell;
  private final boolean isJson;

  SignTrainer(Shell shell, boolean isJson) {
    this.shell = shell;
    this.isJson = isJson;
  }

  private record Result(
      String model, int drawings, double seconds, double accuracy, List<WriterLine> writers) {}

  private record WriterLine(@Nullable String writer, int count, double accuracy) {}

  void train(SignCollection collection, SignCollections all) {
    List<Kept> drawings = all.drawings(collection).all();
    SignNetworks networks = new SignNetworks(shell.folders(), all);
    long begin = System.nanoTime();
    ProgressLine progress = new ProgressLine(shell.err());
    SignTraining training =
        new SignTraining(
            networks.task(collection, drawings), part -> progress.show(part, () -> ""));
    CtrlC.guard(
        training::stop,
        () -> shell.tell("cli.hand.stopped"),
        _ -> {
          training.learn().ifPresent(model -> use(model, collection, networks));
          double seconds = (System.nanoTime() - begin) / 1e9;
          training.judge().ifPresent(judged -> print(judged, drawings, seconds));
          progress.clear();
        });
  }

  private void use(Model model, SignCollection collection, SignNetworks networks) {
    String name = networks.use(collection, model);
    if (!isJson) {
      shell.tell("cli.collections.trained", shell.folders().models().resolve(name));
    }
  }

  private void print(Predictions judged, List<Kept> drawings, double seconds) {
    Accuracies of = Accuracies.ofDrawings(judged, drawings);
    if (isJson) {
      List<WriterLine> writers =
          of.byWriter().stream()
              .map(each -> new WriterLine(each.name(), each.count(), each.accuracy()))
              .toList();
      shell.json(new Result(judged.model(), drawings.size(), seconds, of.all(), writers));
      return;
    }
    shell.result(
        "cli.collections.judged",
        drawings.size(),
        shell.format("%.1f", seconds),
        shell.format("%.2f", 100 * of.all()));
    byWriter(shell, of);
  }

  /** Where several wrote, how each of them is read. */
  static void byWriter(Shell shell, Accuracies of) {
    if (of.byWriter().size() > 1) {
      for (Writer each : of.byWriter()) {
        shell.result(
            "cli.writer",
            each.name() == null ? "–" : each.name(),
            shell.format("%.2f", 100 * each.accuracy()),
            each.count());
      }
    }
  }
}
