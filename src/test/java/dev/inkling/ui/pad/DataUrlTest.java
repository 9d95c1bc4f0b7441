package dev.inkling.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.text.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataUrlTest {
  @Test
  void theBytesAreThoseThatAreWritten() {
    assertThat(new DataUrl("data:image/png;base64,AP8QLw+/").bytes("it"))
        .containsExactly(0, 0xFF, 0x10, 0x2F, 0x0F, 0xBF);
    assertThat(new DataUrl("data:image/png;base64,AP8Q%0ALw%2B/").bytes("it"))
        .containsExactly(0, 0xFF, 0x10, 0x2F, 0x0F, 0xBF);
    assertThat(new DataUrl("data:image/bmp,B+%00%ff").bytes("it"))
        .containsExactly('B', '+', 0, 0xFF);
  }

  @Test
  void capitalsAndParametersChangeNothing() {
    DataUrl url = DataUrl.in(List.of("text", "DATA:Image/PNG;charset=x;BASE64,AP8Q")).orElseThrow();

    assertThat(url.bytes("it")).containsExactly(0, 0xFF, 0x10);
    assertThat(DataUrl.in(List.of("data:text/plain,7", "a data:image/png,7"))).isEmpty();
  }

  @Test
  void whatIsWrittenWronglyIsAProblem() {
    for (String text : new String[] {"data:image/png,%zz", "data:image/png;base64,A"}) {
      assertThatThrownBy(() -> new DataUrl(text).bytes("it"))
          .as(text)
          .isInstanceOf(Problem.class)
          .hasMessageStartingWith("it is damaged");
    }
  }
}
