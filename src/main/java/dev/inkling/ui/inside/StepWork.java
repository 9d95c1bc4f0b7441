package dev.inkling.ui.inside;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.explain.Lesson;
import dev.inkling.image.GreyImage;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.ModelCard;
import dev.inkling.model.Recipe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Learns on a copy of the network that is looked at. For one background thread alone. */
final class StepWork {
  /** Images that Inkling writes where the network's own are not there. */
  private static final int WRITTEN = 500;

  private final DataSource source;
  private final Lesson lesson = new Lesson();
  private @Nullable Digits images;
  private @Nullable String name;

  StepWork(DataSource source) {
    this.source = source;
  }

  /** What is to be done with the copy. */
  enum Deed {
    LOOK,
    STEP,
    UNDO,
    RESTART
  }

  /**
   * What is asked.
   *
   * @param subject the drawing, and the network that is copied
   * @param label the class of the drawing, counted from 0
   * @param images how many of those that the network learned from are taken instead; 0 for the
   *     drawing
   * @param first the number of the first of these
   * @param optimizer that steps; what else belongs to it, and label smoothing, are those that the
   *     network learned with
   * @param rate of learning
   */
  record Asked(
      Subject subject, int label, int images, int first, Recipe.Optimizer optimizer, double rate) {}

  /** What came of it. */
  record Found(Asked asked, Lesson.Answer answer) {}

  /** What the loss would be with other rates of learning. */
  record Line(Asked asked, double[] rates, double[] losses) {}

  Found apply(Asked asked, Deed deed) {
    EngineSetup.useThisThreadOnly();
    Lesson.Question question = question(asked);
    double rate = asked.rate;
    return new Found(
        asked,
        switch (deed) {
          case LOOK -> lesson.look(question, rate);
          case STEP -> lesson.step(question, rate);
          case UNDO -> lesson.undo(question, rate);
          case RESTART -> lesson.restart(question, rate);
        });
  }

  /** From standing still to five times the rate. */
  Line line(Asked asked) {
    EngineSetup.useThisThreadOnly();
    double[] rates = new double[26];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = asked.rate * i / 5;
    }
    return new Line(asked, rates, lesson.along(question(asked), rates));
  }

  private Lesson.Question question(Asked asked) {
    ModelCard card = asked.subject.model().card();
    Recipe recipe = card.recipe().with(r -> r.optimizer = asked.optimizer);
    List<GreyImage> pictures = new ArrayList<>();
    int[] labels = new int[Math.max(1, asked.images)];
    if (asked.images == 0) {
      pictures.add(asked.subject.recognition().framed());
      labels[0] = asked.label;
    } else {
      Digits all = images(card);
      for (int i = 0; i < asked.images; i++) {
        int at = Math.floorMod(asked.first + i, all.count());
        pictures.add(all.image(at));
        labels[i] = all.label(at);
      }
    }
    return new Lesson.Question(asked.subject.model(), recipe, pictures, labels);
  }

  /** What the network learned from, where it is here; else digits that Inkling writes. */
  private Digits images(ModelCard card) {
    Digits known = images;
    if (known != null && card.data().equals(name)) {
      return known;
    }
    boolean isHere = source.isHere(card.data());
    Digits own = isHere ? source.load(card.data(), (file, bytes, total) -> {}).train() : null;
    Digits found =
        own != null && own.classes().equals(card.classes()) ? own : Synthetic.digits(WRITTEN, 1);
    images = found;
    name = card.data();
    return found;
  }
}
