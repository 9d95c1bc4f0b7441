package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.GreyImage;
import dev.inkling.model.ClassifierPool.Loan;
import dev.inkling.support.TinyModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierPoolTest {
  private final ClassifierPool pool = new ClassifierPool(3);
  private final long openBefore = MxnetLibrary.open();

  @TempDir Path home;

  @AfterEach
  void close() {
    pool.close();
    assertThat(pool.size()).isZero();
    assertThat(MxnetLibrary.open()).as("native memory").isEqualTo(openBefore);
  }

  private static void read(Loan loan) {
    assertThat(loan.classifier().probabilities(GreyImage.blank(28, 28))).hasSize(10);
  }

  @Test
  void ofManyOnlySomeStayOpen() {
    for (int i = 0; i < 10; i++) {
      try (Loan loan = pool.of(TinyModels.untrained("tiny " + i))) {
        read(loan);
      }
      assertThat(pool.size()).isLessThanOrEqualTo(3);
    }
    assertThat(pool.size()).isEqualTo(3);
  }

  @Test
  void theOneUsedLongestAgoIsClosed() {
    Model[] models =
        IntStream.range(0, 4).mapToObj(i -> TinyModels.untrained("m" + i)).toArray(Model[]::new);
    Classifier[] first = new Classifier[4];
    for (int i : new int[] {0, 1, 2, 0, 3}) {
      try (Loan loan = pool.of(models[i])) {
        first[i] = loan.classifier();
      }
    }
    try (Loan again = pool.of(models[0]);
        Loan gone = pool.of(models[1])) {
      assertThat(again.classifier()).isSameAs(first[0]);
      assertThat(gone.classifier()).isNotSameAs(first[1]);
    }
  }

  @Test
  void whatIsLentIsNeverClosedAndNeverLentTwice() {
    Model model = TinyModels.untrained("tiny");
    try (Loan kept = pool.of(model);
        Loan other = pool.of(model)) {
      assertThat(other.classifier()).isNotSameAs(kept.classifier());
      for (int i = 0; i < 5; i++) {
        pool.of(TinyModels.untrained("passing " + i)).close();
      }
      pool.close();
      read(kept);
      read(other);
    }
  }

  @Test
  void aFolderIsReadAgainWhenItWasWrittenAgain() throws IOException {
    Path folder = home.resolve("tiny");
    ModelFolder.write(folder, TinyModels.untrained("tiny"));
    ModelVersion version = ModelVersion.of(folder);
    Classifier before;
    try (Loan loan = pool.of(version)) {
      before = loan.classifier();
      assertThat(loan.is(version)).isTrue();
    }
    ModelVersion later =
        new ModelVersion(folder, java.nio.file.attribute.FileTime.fromMillis(12_345));
    try (Loan same = pool.of(version);
        Loan other = pool.of(later)) {
      assertThat(same.classifier()).isSameAs(before);
      assertThat(other.classifier()).isNotSameAs(before);
    }
  }
}
