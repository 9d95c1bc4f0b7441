package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TextSizeTest {
  private final TextSize size = new TextSize();

  @Test
  void itGrowsAndShrinksByStepsWithinLimits() {
    size.larger();
    assertThat(size.percentProperty().get()).isEqualTo(110);
    for (int i = 0; i < 20; i++) {
      size.larger();
    }
    assertThat(size.percentProperty().get()).isEqualTo(200);
    for (int i = 0; i < 20; i++) {
      size.smaller();
    }
    assertThat(size.percentProperty().get()).isEqualTo(80);
    size.normal();
    assertThat(size.percentProperty().get()).isEqualTo(100);
  }

  @Test
  void everyLengthGrows() {
    String data = TextSize.sheet(200);
    String css =
        new String(
            Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1)),
            StandardCharsets.UTF_8);
    assertThat(css).contains("-fx-font-size: 28.00px").doesNotContain("-fx-font-size: 14px");
    assertThat(TextSize.sheet(100)).endsWith("inkling.css");
  }
}
