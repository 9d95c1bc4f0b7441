package dev.inkling.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.ink.StrokesFile;
import dev.inkling.ink.StrokesFile.Line;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelCard.DrawnScore;
import dev.inkling.model.ModelFolder;
import dev.inkling.support.NoDigits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped flagship does with drawings that are no digit. */
class NoDigitsTest {
  private static final Path FILE = Path.of("src/test/resources/no-digits.jsonl");

  @TempDir Path folder;

  @Test
  void theFileIsWhatItsMakerDraws() throws Exception {
    Path made = folder.resolve("made.jsonl");

    NoDigits.main(new String[] {made.toString()});

    assertThat(made).hasSameTextualContentAs(FILE);
    assertThat(Files.readAllLines(made)).hasSizeGreaterThanOrEqualTo(300);
  }

  @Test
  void theFlagshipRefusesThemAsItsCardSays() {
    List<Line> lines = StrokesFile.read(FILE);
    try (Classifier classifier = new Classifier(ModelFolder.read(Path.of("models/inkling")))) {
      DrawnScore card =
          classifier.model().card().drawn().stream()
              .filter(score -> score.file().equals("no-digits.jsonl"))
              .findFirst()
              .orElseThrow();

      DrawnScore score = DrawnEvaluation.of(lines, classifier, card.file(), card.command());

      assertThat(score.others()).isEqualTo(card.others());
      assertThat(score.refused())
          .isCloseTo(card.refused(), within(0.01)); // engines round otherwise
    }
  }
}
