package dev.inkling.ui.inside;

import dev.inkling.explain.EpochLook;
import dev.inkling.image.GreyImage;
import dev.inkling.recognize.Recognition;
import dev.inkling.text.Problem;
import dev.inkling.ui.inside.FilmWork.Asked;
import dev.inkling.ui.inside.FilmWork.Frames;
import dev.inkling.ui.inside.WeightSource.Found;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Newest;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What the weights of each epoch make of the drawing and of the same images. It is read epoch by
 * epoch in the background, and kept: going through the epochs reads nothing. Used on the FX thread.
 */
final class FilmLooks {
  private final ObservableValue<@Nullable Found> found;
  private final ObservableValue<Subject> subject;
  private final ObservableValue<Boolean> shown;
  private final ReadOnlyIntegerProperty position;
  private final Newest<Asked, Frames> reader;

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable Frames> frames = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable Integer> pointed = new SimpleObjectProperty<>();
  private final ObservableValue<Recognition> answer;

  /**
   * Nothing is read yet.
   *
   * @param found the weights of all epochs; null while there are none
   * @param subject whose drawing is read
   * @param shown whether anybody looks: nothing is read while nobody does
   * @param position of the epoch that is shown, from 0
   * @param work reads, in the background
   */
  FilmLooks(
      ObservableValue<@Nullable Found> found,
      ObservableValue<Subject> subject,
      ObservableValue<Boolean> shown,
      ReadOnlyIntegerProperty position,
      FilmWork work,
      Background worker) {
    this.found = found;
    this.subject = subject;
    this.shown = shown;
    this.position = position;
    reader = new Newest<>(worker, work::next, this::hear, this::fail);
    answer = Bindings.createObjectBinding(this::answer, frames, position, subject);
    found.subscribe(_ -> ask());
    subject.subscribe(_ -> ask());
    position.subscribe(_ -> goOn());
  }

  private @Nullable GreyImage framed() {
    Subject now = subject.getValue();
    return now == null || now.recognition().isBlank() ? null : now.recognition().framed();
  }

  private void ask() {
    Found now = found.getValue();
    if (now == null) {
      reader.forget();
      frames.set(null);
      pointed.set(null);
    } else if (shown.getValue()) {
      failure.set(null);
      reader.ask(new Asked(now, framed(), position.get()));
    }
  }

  /** Whose turn it is next depends on the epoch that is shown. */
  private void goOn() {
    if (frames.get() != null && !frames.get().isWhole()) {
      ask();
    }
  }

  private void hear(Frames heard) {
    frames.set(heard);
    if (!heard.isWhole()) {
      ask();
    }
  }

  private void fail(Throwable e) {
    frames.set(null);
    failure.set(Problem.of(e));
  }

  /** An answer to an older drawing is shown too, as the hand may never rest; not to none. */
  private Recognition answer() {
    Frames now = frames.get();
    float[] probabilities = now == null ? null : at(now.answers());
    GreyImage framed = now == null ? null : now.asked().framed();
    return probabilities == null || framed == null || framed() == null
        ? Recognition.BLANK
        : new Recognition(
            framed,
            probabilities,
            true,
            now.asked().found().history().epochs().getLast().model().card().classes());
  }

  private <T> @Nullable T at(List<@Nullable T> all) {
    return position.get() < all.size() ? all.get(position.get()) : null;
  }

  /** What was read so far; null before anything was. */
  ReadOnlyObjectProperty<@Nullable Frames> framesProperty() {
    return frames.getReadOnlyProperty();
  }

  /** What the drawing is read as with the weights of the epoch that is shown; or blank. */
  ObservableValue<Recognition> answerProperty() {
    return answer;
  }

  /** Whether there is a drawing to be read. */
  ObservableValue<Boolean> drawnProperty() {
    return subject.map(now -> !now.recognition().isBlank()).orElse(false);
  }

  /** The image that is pointed at on the map, from 0; or null. */
  ObjectProperty<@Nullable Integer> pointedProperty() {
    return pointed;
  }

  /** Why there is nothing, or null. */
  ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Where the images lie after an epoch, x and y of each; null while that is not known. */
  float @Nullable [] places(int epoch) {
    List<float @Nullable []> all = frames.get() == null ? List.of() : frames.get().maps().places();
    return epoch < all.size() ? all.get(epoch) : null;
  }

  /** What the images were read as after the epoch that is shown; null while that is not known. */
  @Nullable EpochLook look() {
    return frames.get() == null ? null : at(frames.get().looks());
  }

  // Commands

  /** Points at the next image, or at the one before. */
  void step(int by) {
    Frames now = frames.get();
    if (now != null && now.images() != null) {
      int from = pointed.get() == null ? (by > 0 ? -1 : 0) : pointed.get();
      pointed.set(Math.floorMod(from + by, now.images().count()));
    }
  }
}
