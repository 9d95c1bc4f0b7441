package dev.inkling.ui.inside;

import dev.inkling.data.DataSource;
import dev.inkling.explain.Damage;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Stage;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import dev.inkling.ui.inside.Breakage.Part;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Breaks a copy of the network, and what it reads then. The network itself stays whole. */
final class BreakViewModel {
  private final Explanation<Answers> answers;
  private final BreakageScores scores;
  private final Readers readers;
  private final BrokenCopy copy = new BrokenCopy();

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable Model> model = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Breakage> breakage =
      new ReadOnlyObjectWrapper<>(Breakage.NONE);
  private final ObservableList<Integer> layers = FXCollections.observableArrayList();
  private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>();

  private List<Stage> stages = List.of();

  /** What the pad reads, and what a copy makes of the same picture. */
  record Answers(Recognition whole, Recognition broken) {}

  /**
   * A whole network.
   *
   * @param source of the test images
   */
  BreakViewModel(ObservableValue<Subject> subject, Readers readers, DataSource source) {
    this.readers = readers;
    scores = new BreakageScores(readers, source, copy);
    answers = new Explanation<>(subject, readers, this::question);
    subject.map(Subject::model).subscribe(this::use);
    breakage.addListener(_ -> changed());
  }

  private Explanation.Question<Answers> question(Subject subject) {
    // A model that was just chosen comes here before its parts are listed.
    Breakage now = subject.model() == model.get() ? breakage.get() : Breakage.NONE;
    return (_, classifier) ->
        new Answers(
            subject.recognition(),
            readers.read(
                copy.of(classifier.model(), now),
                broken -> read(subject.recognition().framed(), broken)));
  }

  /** The copy sees the picture that the pad's network saw, and looks as often. */
  private static Recognition read(GreyImage framed, Classifier broken) {
    return Recognizer.recognition(framed, broken.probabilities(framed), broken);
  }

  /** Another network has other parts: nothing is broken in it. */
  private void use(@Nullable Model now) {
    if (now == null || now == model.get()) {
      return;
    }
    layer.set(null); // an index of the other one's layers
    stages = Stage.of(now.card().parsedLayers());
    model.set(now);
    breakage.set(Breakage.NONE);
    layers.setAll(
        IntStream.range(0, stages.size())
            .filter(i -> Damage.canSilence(stages.get(i)))
            .boxed()
            .toList());
    layer.set(layers.getFirst());
    scores.measure(model.get(), breakage.get());
  }

  private void changed() {
    answers.ask();
    scores.measure(model.get(), breakage.get());
  }

  /** What the whole network and its copy read on the pad. */
  Explanation<Answers> answers() {
    return answers;
  }

  /** The network, which stays whole; null while there is none. */
  ReadOnlyObjectProperty<@Nullable Model> modelProperty() {
    return model.getReadOnlyProperty();
  }

  /** What is broken in the copy. */
  ReadOnlyObjectProperty<Breakage> breakageProperty() {
    return breakage.getReadOnlyProperty();
  }

  /** Indices of the layers that have parts to silence. */
  ObservableList<Integer> layers() {
    return layers;
  }

  /** The layer whose parts are listed; null while there is no network. */
  ObjectProperty<Integer> layerProperty() {
    return layer;
  }

  /** How many filters or units the listed layer has. */
  int partsOfLayer() {
    return layer.get() == null ? 0 : stage(layer.get()).output().channels();
  }

  /** How many of them are silent. */
  int silentOfLayer() {
    return layer.get() == null ? 0 : breakage.get().silencedIn(layer.get());
  }

  /** A layer of the network. */
  Stage stage(int index) {
    return stages.get(index);
  }

  /** What both read of the test images. */
  BreakageScores scores() {
    return scores;
  }

  // Commands

  /** Silences a part of the listed layer, or lets it speak again. */
  void silence(int channel, boolean isSilent) {
    breakage.set(breakage.get().silence(new Part(layer.get(), channel), isSilent));
  }

  /** Silences all of the listed layer, or lets it speak again. */
  void silenceLayer(boolean isSilent) {
    breakage.set(breakage.get().silenceLayer(layer.get(), partsOfLayer(), isSilent));
  }

  /** Puts noise on all weights; 0 takes it away. */
  void setNoise(double strength) {
    breakage.set(breakage.get().withNoise(strength));
  }

  /** Throws the dice again for noise as strong. */
  void reroll() {
    breakage.set(breakage.get().withSeed(breakage.get().seed() + 1));
  }

  /** Takes the whole network again. */
  void restore() {
    breakage.set(Breakage.NONE);
  }
}
