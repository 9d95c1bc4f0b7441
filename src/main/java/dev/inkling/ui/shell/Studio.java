package dev.inkling.ui.shell;

import dev.inkling.data.DataSource;
import dev.inkling.data.ImageSource;
import dev.inkling.file.AppFolders;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.HandNetworks;
import dev.inkling.model.ModelLibrary;
import dev.inkling.pack.Importer;
import dev.inkling.recognize.LineReader;
import dev.inkling.text.Uncaught;
import dev.inkling.train.SignNetworks;
import dev.inkling.ui.builder.BuilderViewModel;
import dev.inkling.ui.data.DataTools;
import dev.inkling.ui.data.DataViewModel;
import dev.inkling.ui.hand.HandViewModel;
import dev.inkling.ui.inside.InsideViewModel;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.FileManager;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.kit.Workers.Kind;
import dev.inkling.ui.pad.LiveRecognizer;
import dev.inkling.ui.pad.PadMemory;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.pile.PileViewModel;
import dev.inkling.ui.results.ResultsViewModel;
import dev.inkling.ui.signs.SignsLearning;
import dev.inkling.ui.signs.SignsViewModel;
import dev.inkling.ui.training.TrainingViewModel;
import java.nio.file.Files;

/**
 * The program without its window: the view models, put together here for the window and for tests.
 * Made anywhere, used on the FX thread alone.
 */
public final class Studio {
  private final AppFolders folders;
  private final Workers workers;
  private final DataSource source;
  private final Notices notices = new Notices();
  private final ClassifierPool classifiers = new ClassifierPool();
  private final LiveRecognizer recognizer;
  private final PadViewModel pad;
  private final PadMemory padMemory;
  private final TrainingViewModel training;
  private final ResultsViewModel results;
  private final InsideViewModel inside;
  private final HandViewModel hand;
  private final SignsViewModel signs;
  private final DataViewModel data;
  private final PileViewModel pile;
  private final BuilderViewModel builder;
  private final PackedFiles packed;
  private final FileManager fileManager;

  /** A studio that keeps everything in these folders. */
  public Studio(AppFolders folders, Workers workers) {
    this.folders = folders;
    this.workers = workers;
    source = DataSource.of(folders);
    Background files = workers.on(Kind.FILES);
    ModelLibrary library = new ModelLibrary(folders);
    recognizer =
        new LiveRecognizer(workers.on(Kind.RECOGNITION), classifiers, LineReader.of(library));
    pad = new PadViewModel(recognizer, library, source.drawings(), files, notices);
    padMemory = new PadMemory(pad, folders.settings().resolve("pad.json"));
    training =
        new TrainingViewModel(
            folders,
            source,
            workers.on(Kind.TRAINING),
            files,
            (model, drawing, onRead) ->
                recognizer.recognizeOnce(
                    model,
                    drawing,
                    answer -> onRead.accept(answer.isBlank() ? null : answer.probabilities())),
            () -> pad.drawingProperty().get(),
            pad.modelProperty(),
            pad::reloadModels,
            notices);
    results =
        new ResultsViewModel(
            pad.models(),
            source,
            training,
            classifiers,
            workers.on(Kind.EVALUATION),
            files,
            notices);
    inside =
        new InsideViewModel(
            pad, source, training, classifiers, workers.on(Kind.EXPLANATION), files, notices);
    hand =
        new HandViewModel(
            pad,
            source,
            new HandNetworks(folders, source.drawings().hands()),
            workers.on(Kind.LEARNING),
            files,
            notices);
    signs =
        new SignsViewModel(
            pad,
            source.collections(),
            new SignsLearning(
                new SignNetworks(folders, source.collections()),
                workers.on(Kind.LEARNING),
                notices.topic("learning signs")),
            files,
            notices.topic("signs"));
    data =
        new DataViewModel(
            new DataTools(
                source,
                pad.models(),
                pad.modelProperty(),
                classifiers,
                training,
                workers,
                notices));
    pile =
        new PileViewModel(
            pad,
            () -> LineReader.of(library),
            source.drawings(),
            workers.on(Kind.PILE),
            workers.on(Kind.CORRECTIONS),
            files,
            notices);
    builder =
        new BuilderViewModel(
            training,
            workers.on(Kind.TRAINING),
            files,
            folders,
            source.trainingImages(DataSource.DEFAULT),
            notices);
    training
        .toBuildProperty()
        .subscribe(
            network -> {
              if (network != null) {
                builder.copy(network);
              }
            });
    packed = new PackedFiles(new Importer(folders), files, notices.topic("packed files"));
    fileManager = new FileManager(files, notices.topic("file manager"));
    // Chosen for training, a folder is known to all who want images.
    training.form().dataProperty().addListener((_, _, name) -> remember(name, files));
    training
        .onPadProperty()
        .subscribe(
            epoch -> {
              if (epoch != null) {
                pad.choose(epoch);
              }
            });
  }

  private void remember(String name, Background files) {
    Notices.Topic topic = notices.topic("chosen folder");
    ImageSource.of(name)
        .chosen()
        .filter(place -> !source.folders().all().contains(place.toString()))
        .filter(Files::exists)
        .ifPresent(place -> files.run(() -> source.remember(place), _ -> {}, topic::fail));
  }

  /** Where everything is kept. */
  AppFolders folders() {
    return folders;
  }

  /** The data sets there are. */
  DataSource source() {
    return source;
  }

  /** All that the person is told. */
  public Notices notices() {
    return notices;
  }

  /** Tells in the window what nobody caught, on whatever thread. */
  Uncaught uncaught() {
    Notices.Topic topic = notices.topic("not caught");
    return new Uncaught(problem -> workers.fx().execute(() -> topic.fail(problem)));
  }

  /** The pad. */
  public PadViewModel pad() {
    return pad;
  }

  /** What stands on the pad from one time to the next. */
  PadMemory padMemory() {
    return padMemory;
  }

  /** Piles of pictures that are read as a table. */
  public PileViewModel pile() {
    return pile;
  }

  /** The training of networks. */
  public TrainingViewModel training() {
    return training;
  }

  /** What networks read, and where they fail. */
  public ResultsViewModel results() {
    return results;
  }

  /** The network that reads on the pad, from inside. */
  public InsideViewModel inside() {
    return inside;
  }

  /** The hand that draws on the pad, and what is learned of it. */
  public HandViewModel hand() {
    return hand;
  }

  /** The signs that are drawn on the pad, and what is learned of them. */
  public SignsViewModel signs() {
    return signs;
  }

  /** The data set that one looks at before one trains. */
  public DataViewModel data() {
    return data;
  }

  /** The network that is being built. */
  public BuilderViewModel builder() {
    return builder;
  }

  /** Models and runs that come and go in files. */
  public PackedFiles packed() {
    return packed;
  }

  /** Shows what was saved where files are managed. */
  FileManager fileManager() {
    return fileManager;
  }

  /** The classifiers of all screens. */
  public ClassifierPool classifiers() {
    return classifiers;
  }

  /** Where work of a kind is done. */
  Background on(Kind kind) {
    return workers.on(kind);
  }

  /** Lets what was begun come to its end. */
  public void close() {
    hand.learning().stop();
    pile.close();
    data.close();
    signs.learning().stop();
    builder.stopMeasuring();
    training.estimate().stop();
    recognizer.close();
    workers.close();
    classifiers.close();
  }
}
