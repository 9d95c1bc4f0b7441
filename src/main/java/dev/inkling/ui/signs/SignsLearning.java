package dev.inkling.ui.signs;

import dev.inkling.data.Kept;
import dev.inkling.data.SignCollection;
import dev.inkling.evaluate.Predictions;
import dev.inkling.train.SignNetworks;
import dev.inkling.train.SignTraining;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A network that learns the signs of a collection, in the background; then, while it reads already,
 * how well these drawings can be learned is measured. Used on the FX thread alone.
 */
public final class SignsLearning {
  private final SignNetworks networks;
  private final Background learner;
  private final Notices.Topic topic;

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable Double> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Learned> learned = new ReadOnlyObjectWrapper<>();

  private @Nullable SignTraining training;

  /** Grows with each training: what an older one still measures is not shown. */
  private int turn;

  /**
   * What was learned.
   *
   * @param drawings that were learned from
   * @param seconds that it took
   * @param judged how they are read by networks that learned from the others; null while that is
   *     measured
   */
  public record Learned(List<Kept> drawings, double seconds, @Nullable Predictions judged) {}

  private record Outcome(String model, Learned learned) {}

  /** Nothing is learned yet. */
  public SignsLearning(SignNetworks networks, Background learner, Notices.Topic topic) {
    this.networks = networks;
    this.learner = learner;
    this.topic = topic;
  }

  /** How much of it is learned, 0…1; null while nothing is. */
  public ReadOnlyObjectProperty<@Nullable Double> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What was learned last of the collection that is open; null before. */
  public ReadOnlyObjectProperty<@Nullable Learned> learnedProperty() {
    return learned.getReadOnlyProperty();
  }

  /** What has learned collections. */
  SignNetworks networks() {
    return networks;
  }

  // Commands

  /** Learns drawings; the name of the model that learned them comes as soon as it is written. */
  void learn(SignCollection collection, List<Kept> drawings, Consumer<String> onModel) {
    if (progress.get() != null) {
      return;
    }
    stop(); // what is still measured is of fewer drawings
    int now = ++turn;
    topic.over();
    learned.set(null);
    progress.set(0.0);
    learner.run(
        () -> learned(collection, drawings),
        outcome -> {
          progress.set(null);
          if (now == turn && outcome.isPresent()) {
            onModel.accept(outcome.get().model);
            learned.set(outcome.get().learned);
            judge(now, outcome.get().learned);
          }
        },
        e -> {
          progress.set(null);
          topic.fail(e);
        });
  }

  /** In the background. */
  private Optional<Outcome> learned(SignCollection collection, List<Kept> drawings) {
    long begin = System.nanoTime();
    SignTraining next =
        new SignTraining(
            networks.task(collection, drawings), part -> learner.fx().execute(() -> goOn(part)));
    learner.fx().execute(() -> training = next);
    return next.learn()
        .map(
            model -> {
              double seconds = (System.nanoTime() - begin) / 1e9;
              String name = networks.use(collection, model);
              return new Outcome(name, new Learned(drawings, seconds, null));
            });
  }

  private void goOn(double part) {
    if (progress.get() != null) {
      progress.set(part);
    }
  }

  private void judge(int now, Learned what) {
    SignTraining done = training;
    if (done != null) {
      learner.run(
          done::judge,
          judged -> {
            if (now == turn && judged.isPresent()) {
              learned.set(new Learned(what.drawings, what.seconds, judged.get()));
            }
          },
          topic::fail);
    }
  }

  /** Ends what goes on; nothing comes of it. */
  public void stop() {
    if (training != null) {
      training.stop();
    }
  }

  /** Another collection is drawn: what was learned is not about it. */
  void forget() {
    turn++;
    stop();
    learned.set(null);
  }
}
