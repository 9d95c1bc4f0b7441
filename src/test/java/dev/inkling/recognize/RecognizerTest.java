package dev.inkling.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.Framing;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Classifier;
import dev.inkling.support.Pictures;
import dev.inkling.support.TinyModels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognizerTest {
  private static final Classifier CLASSIFIER = new Classifier(TinyModels.untrained("tiny"));

  @TempDir Path folder;

  @AfterAll
  static void close() {
    CLASSIFIER.close();
  }

  @Test
  void aDrawingIsFramedAndRead() {
    Recognition recognition = Recognizer.recognize(Pictures.SEVEN, CLASSIFIER);

    assertThat(recognition.isBlank()).isFalse();
    assertThat(recognition.framed().ink())
        .containsExactly(Framing.frame(Raster.of(Pictures.SEVEN)).orElseThrow().ink());
    assertThat(recognition.probabilities())
        .containsExactly(CLASSIFIER.probabilities(recognition.framed()), within(1e-6f));
    assertThat(recognition.confidence())
        .isEqualTo(recognition.probabilities()[recognition.digit()]);
    for (float probability : recognition.probabilities()) {
      assertThat(recognition.confidence()).isGreaterThanOrEqualTo(probability);
    }
  }

  @Test
  void aBlankPadIsNotRead() {
    Stroke eraser = new Stroke(List.of(new Point(140, 140)), 600, true);

    assertThat(Recognizer.recognize(Drawing.EMPTY, CLASSIFIER).isBlank()).isTrue();
    assertThat(Recognizer.recognize(Pictures.SEVEN.with(eraser), CLASSIFIER).isBlank()).isTrue();
  }

  @Test
  void manyDrawingsAreAnsweredInTheirOrder() {
    Stroke line = new Stroke(List.of(new Point(140, 30), new Point(140, 250)), 18, false);
    Drawing one = Drawing.EMPTY.with(line);

    List<Recognition> read =
        Recognizer.recognize(List.of(one, Drawing.EMPTY, Pictures.SEVEN, one), CLASSIFIER);

    assertThat(read).extracting(Recognition::isBlank).containsExactly(false, true, false, false);
    float[] alone = Recognizer.recognize(Pictures.SEVEN, CLASSIFIER).probabilities();
    assertThat(read.get(2).probabilities()).containsExactly(alone, within(1e-5f));
    assertThat(read.get(3).framed().ink()).containsExactly(read.get(0).framed().ink());
    assertThat(Recognizer.recognize(List.of(), CLASSIFIER)).isEmpty();
  }
}
