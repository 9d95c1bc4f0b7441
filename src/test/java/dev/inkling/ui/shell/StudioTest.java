package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ModelLibrary;
import dev.inkling.support.TestStudio;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioTest {
  @TempDir Path home;

  @Test
  void whatNobodyCaughtIsToldInTheWindow() {
    Studio studio = TestStudio.atOnce(home);
    studio.uncaught().uncaughtException(Thread.currentThread(), new OutOfMemoryError());
    assertThat(TestStudio.problems(studio))
        .extracting(Problem::key)
        .containsExactly("problem.memory");
  }

  @Test
  void atItsEndNoNetworkStaysInMemory() {
    Studio studio = TestStudio.atOnce(home);
    studio.pad().loadModels(ModelLibrary.DEFAULT);
    assertThat(studio.classifiers().size()).isOne();
    studio.close();
    assertThat(studio.classifiers().size()).isZero();
  }
}
