package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonParser;
import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.Program;
import dev.inkling.support.Program.Java;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Processors differ in how many numbers their vectors hold; what is read must not. */
@Timeout(120)
class NarrowVectorsTest extends CommandLineTest {
  /** Of vectors, as ARM's processors have them: four numbers. */
  private static final int NARROW = 16;

  @Test
  @DisabledOnOs(OS.WINDOWS) // for want of bash
  void vectorsOfFourNumbersReadTheSame() throws Exception {
    // Its filters of 3×3 are many enough for Winograd's way.
    double here = lossOf("models/conv3-adam", "");
    double narrow = lossOf("models/conv3-adam", "-XX:MaxVectorSize=" + NARROW);

    assertThat(narrow).isCloseTo(here, within(1e-4));
  }

  private double lossOf(String model, String options) throws Exception {
    DataSet digits = Synthetic.dataSet(12, 256);
    Path data = IdxFiles.write(home.resolve("digits"), digits.train(), digits.test());
    Path result = home.resolve("result.json");
    String script = "JDK_JAVA_OPTIONS='" + options + "' exec \"$@\" > '" + result + "'";
    try (Program program =
        Program.startBy(
            script, Java.AS_HERE, home, "evaluate", "--model", model, "--data", data, "--json")) {
      assertThat(program.exit()).as(program.err()).isZero();
    }
    return JsonParser.parseString(Files.readString(result))
        .getAsJsonObject()
        .get("loss")
        .getAsDouble();
  }
}
