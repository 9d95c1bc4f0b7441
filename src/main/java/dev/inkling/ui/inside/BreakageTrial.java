package dev.inkling.ui.inside;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.model.Model;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Measures a network and its broken copy on test images. For one background thread alone. */
final class BreakageTrial implements Function<BreakageTrial.Asked, BreakageTrial.Scores> {
  /** Enough test images to see half a percent, few enough to follow a slider. */
  static final int IMAGES = 1000;

  private final DataSource source;
  private final Readers readers;
  private final BrokenCopy broken;
  private @Nullable Digits images;
  private @Nullable Model measured;
  private double accuracy;

  /** A network, and what is broken in the copy. */
  record Asked(Model model, Breakage breakage) {}

  /**
   * What was measured.
   *
   * @param asked what it is of
   * @param images how many; 0 when MNIST is not on this computer
   * @param whole accuracy of the network, 0…1
   * @param broken accuracy of its copy, 0…1
   */
  record Scores(Asked asked, int images, double whole, double broken) {}

  BreakageTrial(DataSource source, Readers readers, BrokenCopy broken) {
    this.source = source;
    this.readers = readers;
    this.broken = broken;
  }

  @Override
  public Scores apply(Asked asked) {
    boolean areHere = images != null || source.isHere(DataSource.MNIST);
    if (!areHere || !asked.model.card().areDigits()) {
      return new Scores(asked, 0, 0, 0);
    }
    Digits on = images();
    if (asked.model != measured) {
      accuracy = accuracy(asked.model, on);
      measured = asked.model;
    }
    Model copy = broken.of(asked.model, asked.breakage);
    return new Scores(asked, on.count(), accuracy, accuracy(copy, on));
  }

  private Digits images() {
    if (images == null) {
      Digits all = source.loadTest(DataSource.MNIST, (file, bytes, total) -> {});
      images = all.range(0, Math.min(IMAGES, all.count()));
    }
    return images;
  }

  private double accuracy(Model model, Digits on) {
    return readers.read(model, classifier -> Evaluation.of(classifier, on, _ -> {}).accuracy());
  }
}
