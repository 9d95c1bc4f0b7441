package dev.inkling.ui.inside;

import dev.inkling.data.DataSource;
import dev.inkling.explain.Damage;
import dev.inkling.model.Model;
import dev.inkling.model.Stage;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import dev.inkling.text.Problem;
import dev.inkling.ui.Background;
import dev.inkling.ui.Newest;
import dev.inkling.ui.inside.Breakage.Part;
import dev.inkling.ui.inside.BreakageTrial.Asked;
import dev.inkling.ui.inside.BreakageTrial.Scores;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Breaks a copy of the network, and what it reads then. The network itself stays whole. */
final class BreakViewModel {
  private static final Logger LOG = Logger.getLogger(BreakViewModel.class.getName());

  private final Explanation<Answers> answers;
  private final Newest<Asked, Scores> trial;
  private final BrokenCopy copy = new BrokenCopy();

  // Properties
  private final ReadOnlyObjectWrapper<Model> model = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Breakage> breakage =
      new ReadOnlyObjectWrapper<>(Breakage.NONE);
  private final ObservableList<Integer> layers = FXCollections.observableArrayList();
  private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Scores> scores = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Problem> failure = new ReadOnlyObjectWrapper<>();

  private List<Stage> stages = List.of();
  private Asked asked;

  /** What is read on the pad. */
  record Answers(Recognition whole, Recognition broken) {}

  /**
   * A whole network.
   *
   * @param source of the test images
   */
  BreakViewModel(ObservableValue<Subject> subject, Background worker, DataSource source) {
    trial =
        new Newest<>(
            worker, new BreakageTrial(source, new Readers(), copy), this::hear, this::fail);
    answers = new Explanation<>(subject, worker, this::question);
    subject.map(Subject::model).subscribe(this::use);
    breakage.addListener(_ -> changed());
  }

  private Explanation.Question<Answers> question(Subject subject) {
    // A model that was just chosen comes here before its parts are listed.
    Breakage now = subject.model() == model.get() ? breakage.get() : Breakage.NONE;
    return (drawing, classifier) ->
        new Answers(
            Recognizer.recognize(drawing, classifier),
            Recognizer.recognize(drawing, copy.of(classifier.model(), now)));
  }

  /** Another network has other parts: nothing is broken in it. */
  private void use(Model now) {
    if (now == null || now == model.get()) {
      return;
    }
    model.set(now);
    stages = Stage.of(now.card().parsedLayers());
    trial.forget();
    scores.set(null);
    breakage.set(Breakage.NONE);
    layers.setAll(
        IntStream.range(0, stages.size())
            .filter(i -> Damage.canSilence(stages.get(i)))
            .boxed()
            .toList());
    layer.set(layers.getFirst());
    measure();
  }

  private void changed() {
    answers.ask();
    measure();
  }

  private void measure() {
    asked = new Asked(model.get(), breakage.get());
    current.set(false);
    failure.set(null);
    trial.ask(asked);
  }

  private void hear(Scores heard) {
    scores.set(heard);
    current.set(heard.asked().equals(asked));
  }

  private void fail(Exception e) {
    LOG.log(Level.WARNING, "breaking a network", e);
    scores.set(null);
    failure.set(Problem.of(e));
  }

  /** What the whole network and its copy read on the pad. */
  Explanation<Answers> answers() {
    return answers;
  }

  /** The network, which stays whole; null while there is none. */
  ReadOnlyObjectProperty<Model> modelProperty() {
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

  /** What was measured last, or null. */
  ReadOnlyObjectProperty<Scores> scoresProperty() {
    return scores.getReadOnlyProperty();
  }

  /** False while the scores are those of another breakage. */
  ReadOnlyBooleanProperty scoresCurrentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Why nothing could be measured, or null. */
  ReadOnlyObjectProperty<Problem> failureProperty() {
    return failure.getReadOnlyProperty();
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
