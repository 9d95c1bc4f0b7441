package dev.inkling.ui.inside;

import dev.inkling.explain.WeightHistory.Epoch;
import dev.inkling.run.Run;
import dev.inkling.text.Problem;
import dev.inkling.ui.inside.WeightSource.Asked;
import dev.inkling.ui.inside.WeightSource.Found;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Newest;
import dev.inkling.ui.kit.Playback;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import dev.inkling.ui.training.TrainingViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The way of the network, or of a run, so far: its weights epoch by epoch, and what they make of
 * the drawing and of some images. Used on the FX thread alone.
 */
final class FilmViewModel {
  private final ObservableValue<Subject> subject;
  private final ObservableValue<Boolean> shown;
  private final TrainingViewModel training;
  private final Newest<Asked, Found> reader;

  // Properties
  private final ObservableList<Source> sources = FXCollections.observableArrayList();
  private final ObjectProperty<Source> chosen = new SimpleObjectProperty<>(Source.PAD);
  private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty position = new SimpleIntegerProperty();
  private final Playback playback = new Playback(countProperty(), position);
  private final ReadOnlyObjectWrapper<@Nullable Epoch> epoch = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>();

  private final FilmLooks looks;
  private @Nullable Asked asked;

  /**
   * Whose weights are shown.
   *
   * @param item a run; null for the network that reads on the pad
   */
  record Source(@Nullable RunItem item) {
    static final Source PAD = new Source(null);

    private @Nullable Run run() {
      return item == null ? null : item.run();
    }
  }

  /**
   * The network of the pad.
   *
   * @param work reads the drawing and images with the weights of each epoch
   * @param shown whether anybody looks: nothing is read while nobody does
   */
  FilmViewModel(
      ObservableValue<Subject> subject,
      ObservableValue<Boolean> shown,
      TrainingViewModel training,
      FilmWork work,
      Background worker) {
    this.subject = subject;
    this.shown = shown;
    this.training = training;
    reader = new Newest<>(worker, new WeightSource(), this::take, this::fail);
    looks = new FilmLooks(found, subject, shown, position, work, worker);
    runs().addListener((ListChangeListener<RunItem>) _ -> list());
    list();
    chosen.addListener(_ -> read());
    position.addListener(_ -> showPosition());
    training.live().metrics().epochProperty().addListener(_ -> read());
    subject.map(Subject::model).subscribe(_ -> read());
    shown.subscribe(_ -> read());
    shown.subscribe(
        isShown -> {
          if (!isShown) {
            playback.pause();
          }
        });
  }

  private ObservableList<RunItem> runs() {
    return training.runs().runs();
  }

  /** The list was read again: the same run stays chosen as long as there is one. */
  private void list() {
    Run wanted = chosen.get() == null ? null : chosen.get().run();
    List<Source> all = new ArrayList<>();
    all.add(Source.PAD);
    runs().forEach(item -> all.add(new Source(item)));
    sources.setAll(all);
    chosen.set(
        all.stream()
            .filter(each -> Objects.equals(each.run(), wanted))
            .findFirst()
            .orElse(Source.PAD));
    read();
  }

  private void read() {
    Subject now = subject.getValue();
    if (!shown.getValue() || now == null || chosen.get() == null) {
      return;
    }
    List<Run> all = runs().stream().map(RunItem::run).toList();
    Asked wanted = new Asked(now.model(), chosen.get().run(), all);
    failure.set(null);
    if (asked == null || !wanted.isOfSame(asked)) {
      reader.forget();
      playback.pause();
      show(null);
    }
    asked = wanted;
    reader.ask(wanted);
  }

  /** Who looks at the last epoch goes on to a new one. */
  private void take(Found read) {
    boolean isLast = found.get() == null || position.get() >= epochs() - 1;
    show(read);
    position.set(isLast ? Math.max(0, epochs() - 1) : position.get());
    showPosition();
  }

  private void show(@Nullable Found read) {
    found.set(read);
    showPosition();
  }

  private void showPosition() {
    epoch.set(
        epochs() == 0
            ? null
            : found.get().history().epochs().get(Math.clamp(position.get(), 0, epochs() - 1)));
  }

  private int epochs() {
    return found.get() == null ? 0 : found.get().history().epochs().size();
  }

  private void fail(Throwable e) {
    show(null);
    failure.set(Problem.of(e));
  }

  /** What there is to choose from: the pad's network first, then all runs. */
  ObservableList<Source> sources() {
    return sources;
  }

  /** Whose weights are shown. */
  ObjectProperty<Source> sourceProperty() {
    return chosen;
  }

  /** The weights that were read, or null. */
  ReadOnlyObjectProperty<@Nullable Found> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** How many epochs there are. */
  ObservableValue<Integer> countProperty() {
    return found.map(read -> Objects.requireNonNull(read).history().epochs().size()).orElse(0);
  }

  /** Place of the epoch that is shown, from 0. */
  IntegerProperty positionProperty() {
    return position;
  }

  /** The epoch that is shown; null while there is none. */
  ReadOnlyObjectProperty<@Nullable Epoch> epochProperty() {
    return epoch.getReadOnlyProperty();
  }

  /** Plays the epochs. */
  Playback playback() {
    return playback;
  }

  /** What the weights make of the drawing and of images. */
  FilmLooks looks() {
    return looks;
  }

  /** Why there are no weights, or null. */
  ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
