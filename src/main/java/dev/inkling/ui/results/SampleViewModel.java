package dev.inkling.ui.results;

import dev.inkling.data.Kept;
import dev.inkling.evaluate.Predictions;
import dev.inkling.evaluate.Results;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Picture;
import dev.inkling.recognize.Recognition;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Job;
import dev.inkling.ui.results.Evaluator.Evaluated;
import dev.inkling.ui.results.NeighbourFinder.Found;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The sample that is looked at, and the training images that are similar to it. */
public final class SampleViewModel {
  private final GalleryViewModel gallery;
  private final NeighbourFinder finder;
  private final Job search;

  // Properties
  private final ReadOnlyObjectWrapper<Recognition> recognition =
      new ReadOnlyObjectWrapper<>(Recognition.BLANK);
  private final ReadOnlyObjectWrapper<List<Found>> neighbours =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>();

  private @Nullable Evaluated evaluated;

  /** Looks at what is selected in a gallery. */
  SampleViewModel(GalleryViewModel gallery, NeighbourFinder finder, Background worker) {
    this.gallery = gallery;
    this.finder = finder;
    search = new Job(worker);
    gallery.selectedProperty().addListener((_, _, _) -> look());
  }

  /** The sample's index in the data set, or null. */
  public ObservableValue<@Nullable Integer> indexProperty() {
    return gallery.selectedProperty();
  }

  /** What the model read in the sample; {@link Recognition#BLANK} without a sample. */
  public ReadOnlyObjectProperty<Recognition> recognitionProperty() {
    return recognition.getReadOnlyProperty();
  }

  /** The training images that are the most similar, the most similar first. */
  ReadOnlyObjectProperty<List<Found>> neighboursProperty() {
    return neighbours.getReadOnlyProperty();
  }

  /** Why there are no neighbours, or null. */
  public ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** True while neighbours are searched. */
  public ReadOnlyBooleanProperty searchingProperty() {
    return search.runningProperty();
  }

  /** Part of the training images that is looked at, 0…1; below 0 while that is not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return search.progressProperty();
  }

  /** The results that the sample is one of; not without a sample. */
  Results results() {
    return Objects.requireNonNull(evaluated, "no sample").results();
  }

  /** The sample's drawing in the user's collection, if it is there. */
  Optional<Kept> kept() {
    Integer i = gallery.selectedProperty().get();
    return i == null || evaluated == null || evaluated.images().drawings().isEmpty()
        ? Optional.empty()
        : Optional.of(evaluated.images().drawings().get(i));
  }

  /** The sample as a drawing: with its own strokes, where it has some. */
  Optional<Drawing> drawing() {
    return recognition.get().isBlank()
        ? Optional.empty()
        : Optional.of(
            kept()
                .map(Kept::drawing)
                .orElseGet(() -> Drawing.EMPTY.with(Picture.enlarged(recognition.get().framed()))));
  }

  /** Takes samples of other results. */
  void show(@Nullable Evaluated other) {
    evaluated = other;
    look();
  }

  private void look() {
    Integer i = gallery.selectedProperty().get();
    neighbours.set(List.of());
    failure.set(null);
    search.cancel();
    if (i == null || evaluated == null) {
      recognition.set(Recognition.BLANK);
      return;
    }
    Predictions all = evaluated.results().predictions();
    Recognition now =
        new Recognition(
            all.digits().image(i), all.probabilities()[i], true, all.digits().classes());
    Path model = evaluated.model().folder();
    recognition.set(now);
    search.begin(
        listener -> () -> finder.find(model, now.framed(), listener),
        neighbours::set,
        e -> failure.set(Problem.of(e)));
  }
}
