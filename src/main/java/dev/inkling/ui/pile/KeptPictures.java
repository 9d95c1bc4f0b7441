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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes drawings of pictures whose digit somebody knows: their ink as the network sees it. */
record KeptPictures(Model model, Supplier<LineReader> lines) {
  /**
   * The drawings.
   *
   * @param digits by the paths of the pictures
   * @param writer whose hand it is, or null
   * @throws dev.inkling.text.Problem when a picture is not there any more, or shows nothing
   */
  List<Kept> of(Map<String, String> digits, @Nullable String writer) {
    List<Kept> all = new ArrayList<>();
    try (Classifier classifier = Classifier.oneByOne(model);
        LineReader reader = lines.get()) {
      digits.forEach(
          (path, digit) -> {
            var picture = PictureFile.read(Pile.bytes(path), path);
            Seen seen = PictureReader.read(picture, path, classifier, reader);
            Recognition read = seen.reading().only();
            all.add(
                Kept.of(
                        seen.drawing(),
                        Integer.parseInt(digit),
                        read.isBlank() ? null : read.digit(),
                        read.isBlank() ? null : model.card().name())
                    .by(writer));
          });
    }
    return all;
  }
}
