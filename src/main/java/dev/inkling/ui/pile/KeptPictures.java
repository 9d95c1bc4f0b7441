package dev.inkling.ui.pile;

import dev.inkling.data.Kept;
import dev.inkling.image.PictureFile;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.pile.Pile;
import dev.inkling.recognize.LineReader;
import dev.inkling.recognize.PictureReader;
import dev.inkling.recognize.PictureReader.Seen;
import dev.inkling.recognize.Recognition;
import dev.inkling.text.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Drawings of pictures whose digit somebody knows, their ink as the network sees it.
 *
 * @param drawings by the paths of the pictures
 * @param problems why there is none of others, likewise: they are gone, or show nothing
 */
record KeptPictures(Map<String, Kept> drawings, Map<String, Problem> problems) {
  /** Pictures without a drawing that are named. */
  private static final int NAMED = 3;

  /**
   * Makes the drawings.
   *
   * @param digits by the paths of the pictures
   * @param writer whose hand it is, or null
   */
  static KeptPictures of(
      Map<String, String> digits,
      @Nullable String writer,
      Model model,
      Supplier<LineReader> lines) {
    KeptPictures all = new KeptPictures(new TreeMap<>(), new TreeMap<>());
    try (Classifier classifier = Classifier.oneByOne(model);
        LineReader reader = lines.get()) {
      digits.forEach(
          (path, digit) -> {
            try {
              Kept kept = drawing(path, Integer.parseInt(digit), classifier, reader);
              all.drawings.put(path, kept.by(writer));
            } catch (RuntimeException | OutOfMemoryError e) {
              all.problems.put(path, Problem.of(e)); // the others need not suffer for it
            }
          });
    }
    return all;
  }

  private static Kept drawing(String path, int digit, Classifier classifier, LineReader lines) {
    Seen seen =
        PictureReader.read(PictureFile.read(Pile.bytes(path), path), path, classifier, lines);
    Recognition read = seen.reading().only();
    return read.isBlank()
        ? Kept.of(seen.drawing(), digit, null, null)
        : Kept.of(seen.drawing(), digit, read.digit(), classifier.model().card().name());
  }

  /** Which pictures have no drawing, and why the first of them has none; empty where all have. */
  Optional<Problem> problem() {
    String names =
        problems.keySet().stream()
            .limit(NAMED)
            .map(PileItem::name)
            .collect(Collectors.joining(", ", "", problems.size() > NAMED ? ", …" : ""));
    return problems.values().stream()
        .findFirst()
        .map(why -> new Problem(why, "problem.pile.unkept", problems.size(), names, why.phrase()));
  }
}
