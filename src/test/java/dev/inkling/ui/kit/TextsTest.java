package dev.inkling.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void chineseHasNoSpaceBetweenSentences() {
    Texts texts = new Texts(Locale.ENGLISH);
    assertThat(texts.sentences("One.", "Two.")).isEqualTo("One. Two.");
    texts.setLocale(Locale.SIMPLIFIED_CHINESE);
    assertThat(texts.sentences("一。", "二。")).isEqualTo("一。二。");
  }

  @Test
  void aHeaderPromisesNothing() {
    Texts texts = new Texts(Locale.ENGLISH);
    assertThat(texts.header("signs.new")).isEqualTo("New collection");
    assertThat(texts.header("builder.keep")).isEqualTo("Keep");
    assertThat(texts.header("training.runs.describe")).isEqualTo("Title and notes");
    texts.setLocale(Locale.SIMPLIFIED_CHINESE);
    assertThat(texts.header("signs.new")).isEqualTo("新建符号集");
  }
}
