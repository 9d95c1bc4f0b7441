package dev.inkling.ui.data;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.ImageSource;
import dev.inkling.evaluate.Answers;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.model.ModelVersion;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Job;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.kit.Workers.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What a network reads in images, to be handed in to a contest; the labels that they may have are
 * not looked at. Used on the FX thread alone.
 */
final class PredictViewModel extends Measurement {
  private final DataTools tools;
  private final Notices.Topic topic;
  private final Exports exports;

  // Properties
  private final ObjectProperty<Entry> network = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Answers> answers = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty unsureFirst = new SimpleBooleanProperty();
  private final BooleanProperty probabilities = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<Integer>> order = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<@Nullable Integer> selected = new SimpleObjectProperty<>();

  /** Nothing is read yet. */
  PredictViewModel(DataTools tools) {
    super(tools.workers().on(Kind.EVALUATION));
    this.tools = tools;
    topic = tools.notices().topic("predictions");
    exports =
        new Exports(tools.workers().on(Kind.FILES), tools.notices().topic("predictions as a file"));
    network.addListener(_ -> changeNetwork());
    answers.addListener(_ -> sort());
    unsureFirst.addListener(_ -> sort());
  }

  /** The networks to choose from. */
  ObservableList<Entry> networks() {
    return tools.models();
  }

  /** The network that reads; at first the pad's. */
  ObjectProperty<Entry> networkProperty() {
    return network;
  }

  /** What was read; null before. */
  ReadOnlyObjectProperty<@Nullable Answers> answersProperty() {
    return answers.getReadOnlyProperty();
  }

  /** Whether what the network is the least sure of comes first. */
  BooleanProperty unsureFirstProperty() {
    return unsureFirst;
  }

  /** Whether the file gets a column for each class. */
  BooleanProperty probabilitiesProperty() {
    return probabilities;
  }

  /** The images that were read, in the order in which they are shown. */
  ReadOnlyObjectProperty<List<Integer>> orderProperty() {
    return order.getReadOnlyProperty();
  }

  /** The image that is looked at, or null. */
  ObjectProperty<@Nullable Integer> selectedProperty() {
    return selected;
  }

  /** Classes of the images that the network does not tell apart; none while nothing is read. */
  List<String> unknown() {
    LoadedImages now = imagesProperty().get();
    Answers read = answers.get();
    return now == null || read == null
        ? List.of()
        : now.classes().stream().filter(each -> !read.classes().contains(each)).toList();
  }

  // Commands

  @Override
  void forget() {
    answers.set(null);
  }

  /** What can only be read is read at once. */
  @Override
  void begin(LoadedImages of) {
    Entry present = network.get();
    if (present == null || !networks().contains(present)) {
      network.set(tools.reader().getValue());
    }
    if (!of.areLabeled()) {
      read();
    }
  }

  private void changeNetwork() {
    boolean isWanted = answers.get() != null || workingProperty().get();
    stop();
    answers.set(null);
    if (isWanted) {
      read();
    }
  }

  /** Reads the images. */
  void read() {
    LoadedImages now = imagesProperty().get();
    Entry by = network.get();
    if (now == null || by == null) {
      return;
    }
    topic.over();
    answers.set(null);
    job.begin(listener -> () -> read(now, by, listener), answers::set, topic::fail);
  }

  private Answers read(LoadedImages all, Entry by, Job.Listener listener) throws IOException {
    Digits toRead = toRead(all, tools.source());
    try (ClassifierPool.Loan loan = tools.pool().of(ModelVersion.of(by.folder()))) {
      return Answers.of(
          loan.classifier(), toRead, done -> listener.tell((double) done / toRead.count()));
    }
  }

  /** Where they have labels, the same as the command line reads. */
  private static Digits toRead(LoadedImages all, DataSource source) {
    return all.areLabeled()
        ? ImageSource.of(all.name()).loadUnlabeled(source, DownloadProgress.SILENT)
        : all.data().test();
  }

  private void sort() {
    Answers read = answers.get();
    selected.set(null);
    IntStream all = IntStream.range(0, read == null ? 0 : read.count());
    order.set(
        read != null && unsureFirst.get()
            ? all.boxed().sorted(Comparator.comparingDouble(read::confidence)).toList()
            : all.boxed().toList());
  }

  /** Writes the file that a contest takes. */
  void save(Path file) {
    Answers read = Objects.requireNonNull(answers.get(), "nothing was read");
    boolean areProbabilities = probabilities.get();
    exports.save(out -> read.write(out, areProbabilities), file);
  }
}
