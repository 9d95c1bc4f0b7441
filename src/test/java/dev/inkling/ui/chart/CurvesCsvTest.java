package dev.inkling.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.chart.CurveStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesCsvTest {
  @Test
  void eachSampleIsALineAndNoNameIsAFormula() {
    Series loss = new Series("Training", CurveStyle.of(0));
    loss.append(64, 2.3);
    loss.append(128, Double.NaN);
    Series other = new Series("=cmd \"x\"", CurveStyle.of(1));
    other.append(10, 1);

    assertThat(CurvesCsv.of(List.of(loss, other)))
        .isEqualTo(
            "curve,x,y\n\"Training\",64.0,2.3\n\"Training\",128.0,NaN\n"
                + "\"'=cmd \"\"x\"\"\",10.0,1.0\n");
  }
}
