package dev.inkling.cli;

import dev.inkling.cli.TuningResult.Accuracy;
import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.DrawingFiles;
import dev.inkling.data.ImageSource;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.evaluate.BeforeAfter;
import dev.inkling.file.NamedPath;
import dev.inkling.model.Cut;
import dev.inkling.model.HandNetworks;
import dev.inkling.model.Model;
import dev.inkling.model.RecipeField;
import dev.inkling.text.Problem;
import dev.inkling.train.HandRecipe;
import dev.inkling.train.HandTraining;
import dev.inkling.train.HandTraining.Learned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Has a copy of a network learn drawings: those that the user kept, or those of a file. */
final class HandTrainer {
  private static final String STROKES = ".jsonl";

  private final Shell shell;
  private final boolean isJson;
  private final HandNames names;

  HandTrainer(Shell shell, boolean isJson) {
    this.shell = shell;
    this.isJson = isJson;
    names = new HandNames(shell);
  }

  /** True for data that is learned so. */
  static boolean isFor(@Nullable String data) {
    return DataSource.DRAWINGS.equals(data)
        || (data != null && data.endsWith(STROKES) && !Files.isDirectory(NamedPath.of(data)));
  }

  /**
   * Learns, measures and saves.
   *
   * @param from name or folder of the model to learn with
   * @param data the user's drawings, or a file of strokes
   * @param hand whose drawings of these; null for all, which of kept ones must be one person's
   * @param out folder for the model; null for a new one among the user's models
   * @param options of which only one counts: how many first layers stay as they are
   */
  void train(
      String from, String data, @Nullable String hand, @Nullable Path out, RecipeOptions options) {
    List<Kept> own = drawings(data, hand);
    NamedHand whose = new NamedHand(onlyWriter(own), null);
    boolean isKept = data.equals(DataSource.DRAWINGS) && out == null;
    if (isKept) {
      checkWriters(own);
    }
    HandNetworks networks = new HandNetworks(shell.folders(), shell.data().drawings().hands());
    Model model = networks.base(shell.model(from));
    NamedHand known = isKept ? known(whose) : whose;
    try (ModelPlace place = place(isKept ? null : out, networks.name(known))) {
      String name = isKept ? networks.name(known) : place.name();
      Optional<Learned> learned =
          learn(new HandTraining.Task(model, own, mnist(), name, whose.name()), options);
      learned.ifPresent(
          outcome -> {
            Path folder = place.folder();
            if (isKept) {
              folder = shell.folders().models().resolve(networks.use(known, outcome.model()));
            } else {
              place
                  .save(outcome.model(), null)
                  .ifPresent(old -> shell.tell("cli.train.movedAside", place.folder(), old));
            }
            print(outcome, own, folder);
          });
    }
  }

  private ModelPlace place(@Nullable Path out, String name) {
    return out == null
        ? ModelPlace.free(name, shell.folders())
        : ModelPlace.at(out, shell.folders());
  }

  /** The hand as the window knows it, with the model that learned it before. */
  private NamedHand known(NamedHand whose) {
    return shell.data().drawings().hands().hands().named(whose.name()).orElse(whose);
  }

  private List<Kept> drawings(String data, @Nullable String hand) {
    List<Kept> all =
        data.equals(DataSource.DRAWINGS)
            ? shell.data().drawings().all()
            : DrawingFiles.drawings(NamedPath.of(data));
    if (all.isEmpty()) {
      throw data.equals(DataSource.DRAWINGS)
          ? new Problem("problem.drawings.none")
          : new Problem("problem.strokes.empty", data);
    }
    return hand == null ? all : names.drawnBy(hand, all);
  }

  /** What is among the user's models learned one person's hand. */
  private void checkWriters(List<Kept> own) {
    long writers = own.stream().map(Kept::writer).distinct().count();
    if (writers > 1) {
      throw new UsageProblem(
          "cli.train.whose", names.list(own.stream().map(Kept::writer)), "--hand", "--out");
    }
  }

  /** The writer of all drawings; null where there are several, or none is named. */
  private static @Nullable String onlyWriter(List<Kept> own) {
    String first = own.getFirst().writer();
    return own.stream().allMatch(kept -> Objects.equals(first, kept.writer())) ? first : null;
  }

  private @Nullable DataSet mnist() {
    DataSource source = shell.data();
    ImageSource mnist = ImageSource.of(DataSource.MNIST);
    return mnist.isHere(source) ? mnist.load(source, DownloadProgress.SILENT) : null;
  }

  private Optional<Learned> learn(HandTraining.Task task, RecipeOptions options) {
    HandRecipe usual = HandRecipe.forDrawings(task.own().size());
    int layers = Cut.weighted(task.from().card().parsedLayers());
    Number freeze = (Number) options.value(RecipeField.FROZEN);
    if (freeze != null && freeze.intValue() >= layers) {
      throw new UsageProblem("cli.train.freeze", freeze, layers - 1);
    }
    ProgressLine progress = new ProgressLine(shell.err());
    HandTraining training =
        new HandTraining(
            task,
            freeze == null ? usual : usual.withTrained(layers - freeze.intValue()),
            new HandTraining.Listener() {
              @Override
              public void onProgress(double part) {
                progress.show(part, () -> "");
              }
            });
    shell.tell("cli.hand.begin", task.from().card().name(), task.own().size());
    AtomicReference<Optional<Learned>> learned = new AtomicReference<>(Optional.empty());
    CtrlC.guard(
        training::stop, () -> shell.tell("cli.hand.stopped"), _ -> learned.set(training.run()));
    progress.clear();
    return learned.get();
  }

  private void print(Learned learned, List<Kept> own, Path folder) {
    if (isJson) {
      shell.json(
          new TuningResult(
              new Accuracy(learned.own().accuracyBefore(), part(learned.mnist(), true)),
              new Accuracy(learned.own().accuracyAfter(), part(learned.mnist(), false)),
              learned.seconds()));
      return;
    }
    tell("cli.hand.own", learned.own());
    classes(learned.own());
    for (int i : learned.doubted()) {
      shell.result(
          "cli.hand.doubted", i + 1, own.get(i).label(), learned.own().after().predicted(i));
    }
    if (learned.mnist() != null) {
      tell("cli.hand.mnist", learned.mnist());
    }
    shell.tell("cli.hand.done", shell.format("%.1f", learned.seconds()), folder);
  }

  private static @Nullable Double part(@Nullable BeforeAfter both, boolean isBefore) {
    return both == null
        ? null
        : Double.valueOf(isBefore ? both.accuracyBefore() : both.accuracyAfter());
  }

  private void tell(String key, BeforeAfter both) {
    shell.result(
        key,
        both.count(),
        shell.format("%.2f", 100 * both.accuracyBefore()),
        shell.format("%.2f", 100 * both.accuracyAfter()));
  }

  /** Those in which something changed. */
  private void classes(BeforeAfter own) {
    List<String> names = own.before().digits().classes();
    IntStream.range(0, names.size())
        .mapToObj(own::of)
        .filter(one -> one.rightBefore() != one.rightAfter())
        .forEach(
            one ->
                shell.result(
                    "cli.hand.class",
                    names.get(one.label()),
                    one.rightBefore(),
                    one.rightAfter(),
                    one.count()));
  }
}
