package dev.inkling.ui.results;

import dev.inkling.data.DataSource;
import dev.inkling.data.ImageSource;
import dev.inkling.data.NamedHand;
import dev.inkling.file.AtomicFile;
import dev.inkling.ink.Drawing;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Job;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.results.Evaluator.Evaluated;
import dev.inkling.ui.training.ToBuild;
import dev.inkling.ui.training.TrainingViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What a model reads in a data set, and where it fails. Used on the FX thread alone. */
public final class ResultsViewModel {
  /** What the screen shows. */
  public enum Page {
    OVERVIEW,
    GALLERY,
    COMPARE,
    EPOCHS
  }

  private final DataSource source;
  private final Background files;
  private final Exports exports;
  private final Notices.Topic choosing;
  private final Notices.Topic copying;
  private final ObservableList<Entry> models;
  private final TrainingViewModel training;
  private final Job job;

  // Properties
  private final ObjectProperty<Entry> model = new SimpleObjectProperty<>();
  private final ObservableList<String> dataSets =
      FXCollections.observableArrayList(
          ImageSource.named().stream().map(ImageSource::name).toList());
  private final ObjectProperty<String> data = new SimpleObjectProperty<>(DataSource.DEFAULT);
  private final ObservableList<Optional<NamedHand>> hands =
      FXCollections.observableArrayList(List.of(Optional.empty()));
  private final ObjectProperty<Optional<NamedHand>> hand =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<@Nullable Evaluated> evaluated =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Drawing> onPad = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty missing = new SimpleBooleanProperty();
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.OVERVIEW);
  private final GalleryViewModel gallery = new GalleryViewModel();
  private final SampleViewModel sample;
  private final PairViewModel pair;
  private final EpochsViewModel epochs;
  private final DrawingsViewModel drawings;

  private final Evaluator evaluator;
  private boolean isOpen;

  /**
   * Results of nothing yet.
   *
   * @param models to choose from; this list follows the window's
   * @param training whose runs can be replayed
   * @param pool lends classifiers
   * @param worker reads images, on one thread
   * @param files writes what is exported
   * @param notices tell what went wrong beside the results themselves
   */
  public ResultsViewModel(
      ObservableList<Entry> models,
      DataSource source,
      TrainingViewModel training,
      ClassifierPool pool,
      Background worker,
      Background files,
      Notices notices) {
    this.models = models;
    this.source = source;
    this.files = files;
    this.training = training;
    copying = notices.topic("network to copy");
    choosing = notices.topic("images to evaluate");
    exports = new Exports(files, notices.topic("exports"));
    evaluator = new Evaluator(source, pool);
    job = new Job(worker);
    sample = new SampleViewModel(gallery, new NeighbourFinder(source, pool), worker);
    pair = new PairViewModel(evaluator, worker);
    epochs = new EpochsViewModel(training, files);
    drawings =
        new DrawingsViewModel(
            source.drawings(), files, this::drawingsChanged, notices.topic("kept drawings"));
    model.addListener((_, _, _) -> evaluate());
    data.addListener((_, _, _) -> evaluate());
    hand.addListener((_, _, _) -> drawingsChanged());
    page.addListener((_, _, now) -> opened(now));
  }

  /** The models to choose from. */
  public ObservableList<Entry> models() {
    return models;
  }

  /** The model that reads. */
  public ObjectProperty<Entry> modelProperty() {
    return model;
  }

  /** The data sets to choose from: mnist, drawings, synthetic and folders. */
  public ObservableList<String> dataSets() {
    return FXCollections.unmodifiableObservableList(dataSets);
  }

  /** The data set whose test images are read. */
  public ObjectProperty<String> dataProperty() {
    return data;
  }

  /** Whose drawings there are to choose from: everybody's first, then each hand's. */
  ObservableList<Optional<NamedHand>> hands() {
    return hands;
  }

  /** Whose drawings are read, where drawings are: empty for everybody's. */
  ObjectProperty<Optional<NamedHand>> handProperty() {
    return hand;
  }

  /** What was read, or null while that is under way, or impossible. */
  ReadOnlyObjectProperty<@Nullable Evaluated> evaluatedProperty() {
    return evaluated.getReadOnlyProperty();
  }

  /** What can be taken elsewhere: that which the page shows; null while it shows nothing. */
  @Nullable Exported exported() {
    if (page.get() != Page.EPOCHS) {
      return evaluated.get() == null ? null : Exported.of(evaluated.get());
    }
    return epochs.epochProperty().get() == null
        ? null
        : Exported.of(epochs.runProperty().get(), epochs.epochProperty().get());
  }

  /** True while images are read. */
  public ReadOnlyBooleanProperty workingProperty() {
    return job.runningProperty();
  }

  /** Part that is read, 0…1; below 0 while that is not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return job.progressProperty();
  }

  /** Why there are no results, or null. */
  public ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** True when MNIST is asked for and has to be downloaded first. */
  public ReadOnlyBooleanProperty missingProperty() {
    return missing;
  }

  /** What the pad is to show; null before the first time. */
  public ReadOnlyObjectProperty<@Nullable Drawing> onPadProperty() {
    return onPad.getReadOnlyProperty();
  }

  /** What the screen shows. */
  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** The samples. */
  public GalleryViewModel gallery() {
    return gallery;
  }

  /** The sample that is looked at. */
  public SampleViewModel sample() {
    return sample;
  }

  /** This model and another one. */
  public PairViewModel pair() {
    return pair;
  }

  /** The epochs of a run. */
  public EpochsViewModel epochs() {
    return epochs;
  }

  /** The drawings that were kept. */
  public DrawingsViewModel drawings() {
    return drawings;
  }

  /** Where the images are on this computer, in words. */
  Phrase place() {
    return ImageSource.of(data.get()).where(source);
  }

  // Commands

  /**
   * Called whenever the screen is opened. The first time it shows a model; later it reads again
   * what has changed meanwhile.
   *
   * @param wanted model that is chosen when none was yet, or null
   */
  public void open(@Nullable Entry wanted) {
    isOpen = true;
    offerFolders();
    if (model.get() == null) {
      model.set(wanted);
    } else if (evaluated.get() == null) {
      evaluate();
    } else {
      read(); // the same at once, or what has changed meanwhile
    }
  }

  /** Goes to the builder with a copy of the network that is measured. */
  void copy() {
    Path folder = model.get().folder();
    copying.over();
    files.run(
        () -> ModelFolder.readCard(folder),
        card -> ToBuild.of(card).ifPresent(training::build),
        copying::fail);
  }

  private void opened(Page now) {
    if (now == Page.EPOCHS) {
      epochs.read();
    }
  }

  /** Reads the test images of a folder, which is remembered. */
  public void choose(Path folder) {
    choosing.over();
    files.run(() -> source.remember(folder), this::show, choosing::fail);
  }

  /**
   * Shows what a network misreads of the test images that belong to what it learned from.
   *
   * @param images by name, which may be of several data sets together
   */
  public void showMistakes(Entry network, String images) {
    choosing.over();
    model.set(network);
    show(images);
    gallery.reset();
    page.set(Page.GALLERY);
  }

  private void show(String name) {
    offerFolders();
    offer(name); // also one without images: the results say what is wrong with it
    if (name.equals(data.get())) {
      evaluate(); // MNIST is here now
    } else {
      data.set(name);
    }
  }

  /** Those that were chosen before, here or on another screen. */
  private void offerFolders() {
    source.others().forEach(this::offer);
  }

  private void offer(String name) {
    if (!dataSets.contains(name)) {
      dataSets.add(name);
    }
  }

  /** Reads MNIST even if it has to be downloaded. */
  public void download() {
    read();
  }

  private void evaluate() {
    String images = data.get();
    clear();
    missing.set(images != null && ImageSource.of(images).needsDownload(source));
    if (missing.get()) {
      job.cancel();
    } else {
      read();
    }
  }

  private void read() {
    Entry by = model.get();
    String images = data.get();
    Optional<NamedHand> whose =
        images != null && ImageSource.of(images).isDrawnHere() ? hand.get() : Optional.empty();
    if (!isOpen || by == null || images == null) {
      return;
    }
    missing.set(false);
    job.begin(
        listener -> () -> evaluator.evaluate(by, images, whose, listener),
        this::take,
        e -> {
          clear();
          failure.set(Problem.of(e));
        });
  }

  /** Nothing stale is shown. */
  private void clear() {
    failure.set(null);
    take(null);
  }

  private void take(@Nullable Evaluated now) {
    if (now == evaluated.get()) {
      return;
    }
    evaluated.set(now);
    offerHands(now);
    gallery.show(now == null ? null : now.results());
    sample.show(now);
    pair.show(now);
  }

  /** A hand whose last drawing is gone is chosen no longer. */
  private void offerHands(@Nullable Evaluated now) {
    if (now != null && !now.images().hands().isEmpty()) {
      List<Optional<NamedHand>> there =
          Stream.concat(
                  Stream.of(Optional.<NamedHand>empty()),
                  now.images().hands().stream().map(Optional::of))
              .toList();
      if (!hands.equals(there)) {
        hands.setAll(there);
      }
      hand.set(now.images().hand());
    }
  }

  private void drawingsChanged() {
    String images = data.get();
    if (images != null && ImageSource.of(images).isDrawnHere()) {
      evaluate();
    }
  }

  /** Shows the samples that are filtered so. */
  public void openGallery(GalleryFilter filter) {
    gallery.filterProperty().set(filter);
    page.set(Page.GALLERY);
  }

  /** Puts the sample that is looked at on the pad. */
  public void sendToPad() {
    onPad.set(null); // the same sample again counts again
    sample.drawing().ifPresent(onPad::set);
  }

  /** Writes a file, in the background. */
  public void save(AtomicFile.Content content, Path file) {
    exports.save(content, file);
  }

  /** Writes a file or a folder in the background, see {@link Exports}. */
  void leave(Path path, Runnable work) {
    exports.run(path, work);
  }
}
