package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PainterTest {
  private static final Type TYPE = new Type(10, false); // letters 5 wide, see Drawn

  @Test
  void aNoteTakesTheLinesItNeeds() {
    Drawn drawn = new Drawn();
    drawn.note("Measured after each epoch", new Box(0, 0, 75, 60), TYPE, 0);
    assertThat(drawn.texts())
        .extracting(Drawn.Text::text)
        .containsExactly("Measured after", "each epoch");
    assertThat(drawn.texts())
        .allSatisfy(
            text -> {
              assertThat(text.box().x()).isGreaterThanOrEqualTo(0);
              assertThat(text.box().right()).isLessThanOrEqualTo(75);
            });
    double first = drawn.texts().getFirst().box().y();
    assertThat(drawn.texts().getLast().box().y() - first)
        .isCloseTo(TYPE.line(), Offset.offset(1e-9));
  }

  @Test
  void chineseIsBrokenBetweenItsLetters() {
    assertThat(new Drawn().lines("每批图像的损失", 20, TYPE)).containsExactly("每批图像", "的损失");
  }

  @Test
  void aWordWithoutRoomIsCut() {
    Drawn drawn = new Drawn();
    drawn.note("Probabilities", new Box(0, 0, 30, 20), TYPE, 0);
    assertThat(drawn.texts()).extracting(Drawn.Text::text).containsExactly("Proba…");
  }
}
