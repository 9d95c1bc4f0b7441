package dev.inkling.support;

import dev.inkling.data.DrawingFiles;
import dev.inkling.data.Kept;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelFolder;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes up hands for {@code inkling bench --only hand --strokes FILE}: each writer of a file of
 * labeled strokes as a person of other {@link Habits} would have written, of which the ten that a
 * model reads worst are kept. Arguments: the model's folder, the file, the file to write, and the
 * number of the first person. The figures stand in docs/experiments.md.
 */
public final class WorstHands {
  private static final int KEPT = 10;

  private WorstHands() {}

  /** Writes the file. */
  public static void main(String[] args) {
    Map<String, List<Kept>> writers = new LinkedHashMap<>();
    for (Kept kept : DrawingFiles.drawings(Path.of(args[1]))) {
      writers.computeIfAbsent(String.valueOf(kept.writer()), _ -> new ArrayList<>()).add(kept);
    }
    long person = Long.parseLong(args[3]);
    Map<Long, List<Kept>> hands = new LinkedHashMap<>();
    for (List<Kept> drawn : writers.values()) {
      hands.put(person, written(drawn, person));
      person++;
    }
    try (Classifier classifier = Classifier.steady(ModelFolder.read(Path.of(args[0])))) {
      List<Kept> worst =
          hands.values().stream()
              .sorted(Comparator.comparingLong(hand -> right(hand, classifier)))
              .limit(KEPT)
              .flatMap(List::stream)
              .toList();
      DrawingFiles.writeStrokes(worst, Path.of(args[2]));
    }
  }

  private static List<Kept> written(List<Kept> drawn, long person) {
    Habits habits = new Habits(person);
    return drawn.stream()
        .map(kept -> kept.redrawn(habits.write(kept.label(), kept.drawing())).by("made " + person))
        .toList();
  }

  /** Minus how many are not answered right, so that the worst hand comes first. */
  private static long right(List<Kept> hand, Classifier classifier) {
    List<Recognition> read =
        Recognizer.recognize(hand.stream().map(Kept::drawing).toList(), classifier);
    long wrong = 0;
    for (int i = 0; i < hand.size(); i++) {
      boolean isRight = read.get(i).isDigit() && read.get(i).digit() == hand.get(i).label();
      wrong += isRight ? 0 : 1;
    }
    return -wrong;
  }
}
