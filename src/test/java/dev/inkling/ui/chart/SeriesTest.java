package dev.inkling.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.inkling.chart.CurveStyle;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private final AtomicInteger heard = new AtomicInteger();
  private final SimpleStringProperty name = new SimpleStringProperty("Loss");
  private final Series series = new Series(name, CurveStyle.of(0));

  @BeforeEach
  void watch() {
    series.seen();
    series.watch(heard::incrementAndGet);
  }

  @Test
  void samplesAreAddedAndForgotten() {
    for (int i = 0; i < 1000; i++) {
      series.append(i, 2 * i);
    }
    assertThat(series.size()).isEqualTo(1000);
    assertThat(series.x(999)).isEqualTo(999);
    assertThat(series.y(999)).isEqualTo(1998);
    series.clear();
    assertThat(series.size()).isZero();
    series.append(0, 1);
    assertThat(series.size()).isEqualTo(1);
  }

  @Test
  void xDoesNotGoBack() {
    series.append(2, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> series.append(1, 0));
  }

  @Test
  void aThousandSamplesAreOneNote() {
    for (int i = 0; i < 1000; i++) {
      series.append(i, i);
    }
    assertThat(heard).hasValue(1);
    series.seen();
    series.append(1000, 0);
    assertThat(heard).hasValue(2);
  }

  @Test
  void hidingAndForgettingAreNotedToo() {
    series.visibleProperty().set(false);
    assertThat(heard).hasValue(1);
    series.seen();
    series.clear();
    assertThat(heard).hasValue(2);
  }

  @Test
  void itsNameFollowsTheLanguage() {
    assertThat(series.curve().name()).isEqualTo("Loss");
    name.set("损失");
    assertThat(series.curve().name()).isEqualTo("损失");
    name.set(null);
    assertThat(series.curve().name()).isEmpty();
  }
}
