package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.inkling.data.Digits;
import dev.inkling.support.DataFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabelsCommandTest extends CommandLineTest {
  private Path data;

  @BeforeEach
  void write() {
    Digits right = DataFiles.squares(120, 3);
    int[] labels = IntStream.range(0, right.count()).map(right::label).toArray();
    labels[5] = (labels[5] + 1) % 3;
    data =
        DataFiles.npz(
            home.resolve("data.npz"),
            DataFiles.keras(right.labeled(labels), DataFiles.squares(12, 3)),
            false);
  }

  private Result labels(Object... more) {
    Object[] all = new Object[3 + more.length];
    all[0] = "labels";
    all[1] = "--data";
    all[2] = data;
    System.arraycopy(more, 0, all, 3, more.length);
    return inkling(all);
  }

  @Test
  void wrongLabelsAreListedMendedUsedAndTakenBack() throws Exception {
    Path csv = home.resolve("labels.csv");
    Result mended = labels("--json", "--csv", csv, "--mend");

    assertThat(mended.exit()).isZero();
    List<String> lines = mended.out().lines().toList();
    assertThat(lines).hasSize(1);
    assertThat(JsonParser.parseString(lines.getFirst()).getAsJsonObject().get("image").getAsInt())
        .isEqualTo(5);
    assertThat(Files.readAllLines(csv)).hasSize(2).last().asString().startsWith("5,");

    Result trained =
        inkling(
            "train", "--arch", "sprint", "--data", data, "--epochs", 1, "--out", home.resolve("m"));
    assertThat(trained.err()).contains("Of the labels 1 is corrected");

    assertThat(labels("--undo").err()).contains("1 correction");
    assertThat(
            inkling(
                    "train",
                    "--arch",
                    "sprint",
                    "--data",
                    data,
                    "--epochs",
                    1,
                    "--out",
                    home.resolve("n"))
                .err())
        .doesNotContain("corrected");
  }

  @Test
  void noOptionIsIgnored() {
    assertThat(labels("--mend", "--leave-out").exit()).isEqualTo(2);
    assertThat(labels("--undo", "--mend").exit()).isEqualTo(2);
    assertThat(labels("--undo", "--csv", home.resolve("labels.csv")).exit()).isEqualTo(2);
  }

  @Test
  void aCurveIsPrintedAndWritten() throws Exception {
    Path csv = home.resolve("curve.csv");
    Path few =
        DataFiles.npz(
            home.resolve("few.npz"),
            DataFiles.keras(DataFiles.squares(8, 2), DataFiles.squares(2, 2)),
            false);

    Result curve = inkling("learning-curve", "--data", few, "--csv", csv);

    assertThat(curve.exit()).isZero();
    assertThat(curve.out().lines())
        .hasSize(5)
        .last()
        .asString()
        .startsWith("        7 ")
        .contains("%");
    assertThat(Files.readAllLines(csv)).hasSize(5).first().asString().startsWith("images,mean");
  }
}
